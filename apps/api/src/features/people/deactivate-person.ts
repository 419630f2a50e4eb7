import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import { IsNull } from 'typeorm';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Person, SignIns } from '../identity/index.ts';
import { organisationNow } from '../organisation/index.ts';
import { AccountChanges } from './account-changes.ts';
import { Accounts } from './accounts.ts';
import { UnitManager } from './unit-manager.entity.ts';

/** Closing an account ends every way in at once, and every role. Texts, memberships and history stay. */
@Injectable()
export class DeactivatePerson {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly audit: Audit,
    private readonly accountChanges: AccountChanges,
  ) {}

  run(actor: Actor, id: PersonId) {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.forChange(tx, id);
      if (account.isActive) {
        await this.close(tx, id);
        await this.accounts.refuseWithoutAdministrator(tx);
        await this.audit.note(tx, actor, {
          action: 'person.deactivated',
          subject: { kind: 'person', id },
          details: { roles: account.roles.join(', ') },
        });
        await this.accountChanges.tell(tx, id);
      }
      return this.accounts.view(tx, id);
    });
  }

  bringBack(actor: Actor, id: PersonId) {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.forChange(tx, id);
      if (!account.isActive) {
        // A password entered right before the closing may have begun a sign-in right after it.
        await this.signIns.endAll(tx, id);
        await tx.update(Person, { id }, { deactivatedAt: null });
        await this.audit.note(tx, actor, { action: 'person.brought-back', subject: { kind: 'person', id } });
        await this.accountChanges.tell(tx, id);
      }
      return this.accounts.view(tx, id);
    });
  }

  private async close(tx: Tx, id: PersonId): Promise<void> {
    const today = (await tx.one(organisationNow, []))?.today ?? '';
    await tx.update(
      Person,
      { id },
      { deactivatedAt: this.clock.now(), isAdministrator: false, isObserver: false, isTrainingDepartment: false },
    );
    await tx.update(UnitManager, { personId: id, untilOn: IsNull() }, { untilOn: today });
    await this.signIns.endAll(tx, id);
  }
}
