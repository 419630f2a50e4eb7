import { Injectable } from '@nestjs/common';
import type { InputOf, PersonId, ThreadId } from '@landbridge/contract';
import type { changeParticipants } from '@landbridge/contract/threads';
import { In } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Sight } from './sight.ts';
import { ThreadAccess } from './thread.access.ts';
import { knownParticipants, lockUnits, type ThreadStanding } from './thread.facts.ts';
import { ThreadPerson, ThreadUnit } from './thread-parts.entity.ts';
import { ThreadTelling } from './thread-telling.ts';
import { peopleAdded } from './threads.happenings.ts';
import { threadById } from './threads.queries.ts';

type Wanted = Pick<InputOf<typeof changeParticipants>['body'], 'unitIds' | 'personIds'>;

/** Whom a cross-unit thread is for. */
@Injectable()
export class Participants {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: ThreadAccess,
    private readonly telling: ThreadTelling,
    private readonly sight: Sight,
  ) {}

  /** Says anew who takes part; units that stay keep the time of their first word. */
  change(actor: Actor, id: ThreadId, { version, ...wanted }: InputOf<typeof changeParticipants>['body']) {
    return this.unitOfWork.run(async (tx) => {
      await this.access.get(tx, actor.personId, id, 'invite');
      // Units before the thread, as whoever merges units does.
      await tx.rows(lockUnits, [wanted.unitIds]);
      const thread = await this.access.forChange(tx, actor.personId, id, 'invite');
      const leaving = { unitIds: without(thread.unitIds, wanted.unitIds), personIds: without(thread.personIds, wanted.personIds) };
      const coming = { unitIds: without(wanted.unitIds, thread.unitIds), personIds: without(wanted.personIds, thread.personIds) };
      if ([leaving, coming].some(({ unitIds, personIds }) => unitIds.length + personIds.length > 0)) {
        if (thread.version !== version)
          throw problem('version.stale', { current: { unitIds: thread.unitIds, personIds: thread.personIds, version: thread.version } });
        await this.put(tx, { threadId: id, byId: actor.personId }, coming);
        await this.end(tx, thread, leaving);
        await this.telling.change(tx, thread);
        await this.telling.lists(tx, { ...thread, ...wanted });
      }
      const changed = await tx.json(threadById, [id, actor.personId]);
      if (!changed) throw problem('thread.not-found');
      return changed;
    });
  }

  /** @throws unit.not-found, person.not-found for whoever is not there */
  async put(tx: Tx, { threadId, byId }: { threadId: ThreadId; byId: PersonId }, { unitIds, personIds }: Wanted): Promise<void> {
    const known = await tx.one(knownParticipants, [unitIds, personIds]);
    if (known?.unitCount !== new Set(unitIds).size) throw problem('unit.not-found');
    if (known.personCount !== new Set(personIds).size) throw problem('person.not-found');
    const now = this.clock.now();
    for (const unitId of new Set(unitIds)) await tx.insert(ThreadUnit, { threadId, unitId, invitedAt: now });
    for (const personId of new Set(personIds)) await tx.insert(ThreadPerson, { threadId, personId, addedAt: now });
    if (personIds.length > 0) tx.happened(peopleAdded, { threadId, personIds, byId });
  }

  private async end(tx: Tx, thread: ThreadStanding, { unitIds, personIds }: Wanted): Promise<void> {
    if (unitIds.length > 0) await tx.delete(ThreadUnit, { threadId: thread.id, unitId: In([...unitIds]) });
    if (personIds.length > 0) await tx.delete(ThreadPerson, { threadId: thread.id, personId: In([...personIds]) });
    tx.afterCommit(await this.sight.prepareThread(tx, thread.id, { unitIds, personIds }));
  }
}

const without = <Id extends string>(ids: readonly Id[], others: readonly Id[]): Id[] =>
  [...new Set(ids)].filter((id) => !others.includes(id));
