export { PeopleModule } from './people.module.ts';
export { AccountChanges } from './account-changes.ts';
export { Knowledge, type Found } from './knowledge.ts';
export { Milestones } from './milestones.ts';
export { activePerson } from './people.queries.ts';
export { UnitMembership } from './unit-membership.entity.ts';
