import { Module } from '@nestjs/common';
import { OrganisationModule } from '../organisation/index.ts';
import { AccountChanges } from './account-changes.ts';
import { Accounts } from './accounts.ts';
import { ChangeRoles } from './change-roles.ts';
import { DeactivatePerson } from './deactivate-person.ts';
import { EditProfile } from './edit-profile.ts';
import { EndOfUnits } from './end-of-units.ts';
import { ImportPeople } from './import-people.ts';
import { InvitePerson } from './invite-person.ts';
import { Knowledge } from './knowledge.ts';
import { Milestones } from './milestones.ts';
import { MoveToUnit } from './move-to-unit.ts';
import { PeopleController } from './people.controller.ts';
import { ProfileController } from './profile.controller.ts';

@Module({
  imports: [OrganisationModule],
  controllers: [PeopleController, ProfileController],
  providers: [
    AccountChanges,
    Accounts,
    InvitePerson,
    MoveToUnit,
    DeactivatePerson,
    ChangeRoles,
    EndOfUnits,
    ImportPeople,
    EditProfile,
    Knowledge,
    Milestones,
  ],
  exports: [AccountChanges, Knowledge, Milestones],
})
export class PeopleModule {}
