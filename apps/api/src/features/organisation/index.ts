export { Organisation } from './organisation.entity.ts';
export { OrganisationModule } from './organisation.module.ts';
export { UnitChanges } from './unit-changes.ts';
export { Unit } from './unit.entity.ts';
export { organisationNow, unitById } from './units.queries.ts';
