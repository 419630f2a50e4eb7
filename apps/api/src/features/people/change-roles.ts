import { Injectable } from '@nestjs/common';
import type { PersonId, UnitId } from '@landbridge/contract';
import type { OrganisationRole } from '@landbridge/contract/people';
import { IsNull } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Person, SignIns } from '../identity/index.ts';
import { organisationNow, refuseClosed } from '../organisation/index.ts';
import { Accounts } from './accounts.ts';
import { presentManager } from './people.queries.ts';
import { UnitManager } from './unit-manager.entity.ts';

interface Appointment {
  readonly personId: PersonId;
  readonly unitId: UnitId;
}

const columns = {
  administrator: 'isAdministrator',
  observer: 'isObserver',
  'training-department': 'isTrainingDepartment',
} as const satisfies Record<OrganisationRole, keyof Person>;

/** Roles in the organisation hold, and end, at once. */
@Injectable()
export class ChangeRoles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: Accounts,
    private readonly signIns: SignIns,
    private readonly audit: Audit,
  ) {}

  give(actor: Actor, id: PersonId, role: OrganisationRole) {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.active(tx, id);
      if (!account.roles.includes(role)) await this.put(tx, actor, { id, role, isGiven: true });
      return this.accounts.view(tx, id);
    });
  }

  take(actor: Actor, id: PersonId, role: OrganisationRole) {
    return this.unitOfWork.run(async (tx) => {
      const account = await this.accounts.forChange(tx, id);
      if (account.roles.includes(role)) {
        await this.put(tx, actor, { id, role, isGiven: false });
        await this.accounts.refuseWithoutAdministrator(tx);
      }
      return this.accounts.view(tx, id);
    });
  }

  appointManager(actor: Actor, { personId, unitId }: Appointment) {
    return this.unitOfWork.run(async (tx) => {
      await this.active(tx, personId);
      await refuseClosed(tx, unitId);
      if (!(await tx.one(presentManager, [unitId, personId]))) {
        await tx.insert(UnitManager, { id: uuid(), unitId, personId, fromOn: await today(tx) });
        await this.audit.note(tx, actor, { action: 'manager.appointed', subject: { kind: 'person', id: personId }, details: { unitId } });
      }
      return this.accounts.view(tx, personId);
    });
  }

  dismissManager(actor: Actor, { personId, unitId }: Appointment) {
    return this.unitOfWork.run(async (tx) => {
      await this.accounts.forChange(tx, personId);
      const ended = await tx.update(UnitManager, { unitId, personId, untilOn: IsNull() }, { untilOn: await today(tx) });
      if (ended > 0)
        await this.audit.note(tx, actor, { action: 'manager.dismissed', subject: { kind: 'person', id: personId }, details: { unitId } });
      return this.accounts.view(tx, personId);
    });
  }

  private async active(tx: Tx, id: PersonId) {
    const account = await this.accounts.forChange(tx, id);
    if (!account.isActive) throw problem('person.not-found');
    return account;
  }

  private async put(
    tx: Tx,
    actor: Actor,
    { id, role, isGiven }: { id: PersonId; role: OrganisationRole; isGiven: boolean },
  ): Promise<void> {
    await tx.update(Person, { id }, { [columns[role]]: isGiven });
    if (role === 'administrator') this.signIns.changeRights(tx, id, isGiven);
    const action = isGiven ? 'role.given' : 'role.taken';
    await this.audit.note(tx, actor, { action, subject: { kind: 'person', id }, details: { role } });
  }
}

const today = async (tx: Tx): Promise<string> => (await tx.one(organisationNow, []))?.today ?? '';
