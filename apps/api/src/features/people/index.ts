export { PeopleModule } from './people.module.ts';
export { activePerson } from './people.queries.ts';
export { UnitMembership } from './unit-membership.entity.ts';
