import { Module } from '@nestjs/common';
import { InvitePerson } from './invite-person.ts';
import { MoveToUnit } from './move-to-unit.ts';
import { PeopleController } from './people.controller.ts';

@Module({ controllers: [PeopleController], providers: [InvitePerson, MoveToUnit] })
export class PeopleModule {}
