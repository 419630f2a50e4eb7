import { Injectable } from '@nestjs/common';
import type { InputOf, PersonId } from '@landbridge/contract';
import type { moveToUnit } from '@landbridge/contract/people';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { IsNull } from 'typeorm';
import { organisationNow, refuseClosed, UnitChanges } from '../organisation/index.ts';
import { personForInvitation, presentMembership, summaryOf } from './people.queries.ts';
import { UnitMembership } from './unit-membership.entity.ts';

/** One unit at a time; the former membership ends on the day the new one begins and stays in the history. */
@Injectable()
export class MoveToUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly unitChanges: UnitChanges,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, id: PersonId, { unitId, from }: InputOf<typeof moveToUnit>['body']) {
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.one(personForInvitation, [id]))) throw problem('person.not-found');
      await refuseClosed(tx, unitId);
      const today = (await tx.one(organisationNow, []))?.today ?? '';
      const fromOn = dayOfMove(from, today);
      const isMoved = await this.move(tx, { personId: id, unitId, fromOn });
      if (isMoved)
        await this.audit.note(tx, actor, { action: 'person.moved', subject: { kind: 'person', id }, details: { unitId, fromOn } });
      await this.unitChanges.tell(tx, id);
      const found = await tx.one(summaryOf, [id]);
      if (!found) throw problem('person.not-found');
      return found.summary;
    });
  }

  /** @returns false when they were there already */
  private async move(tx: Tx, next: { personId: PersonId; unitId: string; fromOn: string }): Promise<boolean> {
    const present = await tx.one(presentMembership, [next.personId]);
    if (present?.unitId === next.unitId) return false;
    if (present && present.fromOn > next.fromOn) throw refusedDay('is before the day they came to their present unit');
    if (present?.fromOn === next.fromOn) {
      await tx.update(UnitMembership, { personId: next.personId, fromOn: next.fromOn }, { unitId: next.unitId });
      return true;
    }
    await tx.update(UnitMembership, { personId: next.personId, untilOn: IsNull() }, { untilOn: next.fromOn });
    await tx.insert(UnitMembership, next);
    return true;
  }
}

const dayOfMove = (from: string | undefined, today: string): string => {
  if (from !== undefined && from > today) throw refusedDay('is in the future; come back on that day');
  return from ?? today;
};

const refusedDay = (message: string) => problem('request.invalid', { errors: [{ field: 'from', message }] });
