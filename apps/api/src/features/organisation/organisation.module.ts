import { Module } from '@nestjs/common';
import { ChangeUnit } from './change-unit.ts';
import { CreateUnit } from './create-unit.ts';
import { OrganisationController } from './organisation.controller.ts';

@Module({ controllers: [OrganisationController], providers: [CreateUnit, ChangeUnit] })
export class OrganisationModule {}
