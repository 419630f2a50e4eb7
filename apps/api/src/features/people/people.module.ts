import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { InvitePerson } from './invite-person.ts';
import { MoveToUnit } from './move-to-unit.ts';
import { PeopleController } from './people.controller.ts';

@Module({ imports: [OrganisationModule], controllers: [PeopleController], providers: [InvitePerson, MoveToUnit] })
export class PeopleModule {}
