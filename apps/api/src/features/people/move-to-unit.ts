import { Injectable } from '@nestjs/common';
import type { InputOf, PersonId } from '@landbridge/contract';
import type { moveToUnit } from '@landbridge/contract/people';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { IsNull } from 'typeorm';
import { organisationNow, unitById, UnitChanges } from '../organisation/index.ts';
import { personForInvitation, presentMembership, summaryOf } from './people.queries.ts';
import { UnitMembership } from './unit-membership.entity.ts';

/** One unit at a time; the former membership ends on the day the new one begins and stays in the history. */
@Injectable()
export class MoveToUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly unitChanges: UnitChanges,
  ) {}

  run(id: PersonId, { unitId, from }: InputOf<typeof moveToUnit>['body']) {
    return this.unitOfWork.run(async (tx) => {
      if (!(await tx.one(personForInvitation, [id]))) throw problem('person.not-found');
      if (!(await tx.json(unitById, [unitId]))) throw problem('unit.not-found');
      const today = (await tx.one(organisationNow, []))?.today ?? '';
      await this.move(tx, { personId: id, unitId, fromOn: dayOfMove(from, today) });
      await this.unitChanges.tell(tx, id);
      const found = await tx.one(summaryOf, [id]);
      if (!found) throw problem('person.not-found');
      return found.summary;
    });
  }

  private async move(tx: Tx, next: { personId: PersonId; unitId: string; fromOn: string }): Promise<void> {
    const present = await tx.one(presentMembership, [next.personId]);
    if (present?.unitId === next.unitId) return;
    if (present && present.fromOn > next.fromOn) throw refusedDay('is before the day they came to their present unit');
    if (present?.fromOn === next.fromOn) {
      await tx.update(UnitMembership, { personId: next.personId, fromOn: next.fromOn }, { unitId: next.unitId });
      return;
    }
    await tx.update(UnitMembership, { personId: next.personId, untilOn: IsNull() }, { untilOn: next.fromOn });
    await tx.insert(UnitMembership, next);
  }
}

const dayOfMove = (from: string | undefined, today: string): string => {
  if (from !== undefined && from > today) throw refusedDay('is in the future; come back on that day');
  return from ?? today;
};

const refusedDay = (message: string) => problem('request.invalid', { errors: [{ field: 'from', message }] });
