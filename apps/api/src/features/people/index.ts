export { PeopleModule } from './people.module.ts';
export { summaryOf } from './people.queries.ts';
export { UnitMembership } from './unit-membership.entity.ts';
