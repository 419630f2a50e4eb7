export { Organisation } from './organisation.entity.ts';
export { OrganisationModule } from './organisation.module.ts';
export { UnitChanges, type Merger } from './unit-changes.ts';
export { Unit } from './unit.entity.ts';
export { refuseClosed } from './refuse-closed.ts';
export { unitFinder } from './unit-finder.ts';
export { chooseCode, chooseHue } from './unit-looks.ts';
export { organisationNow, takenLooks, unitById } from './units.queries.ts';
