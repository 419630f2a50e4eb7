import { Module } from '@nestjs/common';
import { ChangeOrganisation } from './change-organisation.ts';
import { ChangeUnit } from './change-unit.ts';
import { CloseUnit } from './close-unit.ts';
import { CreateUnit } from './create-unit.ts';
import { OrganisationController } from './organisation.controller.ts';
import { UnitChanges } from './unit-changes.ts';

@Module({
  controllers: [OrganisationController],
  providers: [ChangeOrganisation, CreateUnit, ChangeUnit, CloseUnit, UnitChanges],
  exports: [UnitChanges],
})
export class OrganisationModule {}
