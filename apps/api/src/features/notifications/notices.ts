import { Injectable } from '@nestjs/common';
import { noticeId, type ClientId, type NoticeId, type PersonId } from '@landbridge/contract';
import { noticesChanged, type NoticeKind, type NoticeReading } from '@landbridge/contract/notifications';
import { foldCauses } from '@landbridge/domain/notifications';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import * as writes from './notice-writes.queries.ts';

interface Row {
  readonly id: NoticeId;
  readonly personId: PersonId;
}

/** Writes what concerns people, folds it into one row for each subject, and tells their browsers what is unread. */
@Injectable()
export class Notices {
  constructor(private readonly clock: Clock) {}

  /** The same concern told again changes nothing. */
  async tell(tx: Tx, concerns: readonly writes.Concern[], at: Date): Promise<void> {
    if (concerns.length === 0) return;
    await this.lock(tx, concerns);
    const sent = JSON.stringify(concerns.map((concern) => ({ ...concern, noticeId: uuid(), at })));
    await tx.rows(writes.ensureNotices, [sent]);
    const fresh = await tx.rows(writes.unknownConcerns, [sent]);
    if (fresh.length === 0) return;
    await tx.rows(writes.beginRound, [idsOf(fresh)]);
    await tx.rows(writes.addCauses, [sent]);
    await this.fold(tx, fresh);
    const readers = new Set(concerns.filter(({ isRead }) => isRead).map(({ personId }) => personId));
    await tx.rows(writes.markRead, [idsOf(fresh.filter(({ personId }) => readers.has(personId))), this.clock.now()]);
    await this.tellUnread(tx, fresh);
  }

  /** What was told of a source is told no longer: a message was deleted, a mark or a request taken back. */
  async withdraw(tx: Tx, sourceId: string, kinds: readonly NoticeKind[] | null = null): Promise<void> {
    const told = await tx.rows(writes.toldOfSource, [sourceId, kinds]);
    if (told.length === 0) return;
    await this.lock(tx, told);
    await tx.rows(writes.removeCauses, [sourceId, kinds]);
    await this.fold(tx, told);
    await this.tellUnread(tx, told);
  }

  async read(tx: Tx, personId: PersonId, readingId: ClientId, reading: NoticeReading): Promise<void> {
    const which =
      'noticeId' in reading
        ? [reading.noticeId, null, null]
        : 'subjectId' in reading
          ? [null, reading.subjectId, null]
          : [null, null, reading.upTo];
    const ids = async () => idsOf(await tx.rows(writes.unreadAmong, [personId, ...which]));
    await this.changeOwn(tx, personId, ids, (found) => tx.rows(writes.readUnder, [found, this.clock.now(), readingId]));
  }

  async takeBack(tx: Tx, personId: PersonId, readingId: ClientId): Promise<void> {
    const ids = async () => idsOf(await tx.rows(writes.readByReading, [personId, readingId]));
    await this.changeOwn(tx, personId, ids, (found) => tx.rows(writes.unreadAgain, [found]));
  }

  /** Whoever has read a thread so far has read what its notice tells. */
  async readThread(tx: Tx, personId: PersonId, threadId: string, position: number): Promise<void> {
    const ids = async () => idsOf(await tx.rows(writes.coveredBy, [personId, threadId, position]));
    await this.changeOwn(tx, personId, ids, (found) => tx.rows(writes.markRead, [found, this.clock.now()]));
  }

  /** Looks before it locks: mostly there is nothing to change, and reading waits for nobody. */
  private async changeOwn(
    tx: Tx,
    personId: PersonId,
    find: () => Promise<NoticeId[]>,
    change: (ids: NoticeId[]) => Promise<unknown>,
  ): Promise<void> {
    if ((await find()).length === 0) return;
    await this.lock(tx, [{ personId }]);
    await change(await find());
    await this.tellUnread(tx, [{ personId }]);
  }

  private async lock(tx: Tx, people: readonly Pick<Row, 'personId'>[]): Promise<void> {
    await tx.rows(writes.lockInboxes, [people.map(({ personId }) => personId)]);
  }

  /** Says anew what each tells; what nothing stands behind any more goes. */
  private async fold(tx: Tx, rows: readonly Row[]): Promise<void> {
    const causes = Map.groupBy(await tx.rows(writes.causesOf, [idsOf(rows)]), (cause) => noticeId.parse(cause.noticeId));
    const folded = [...causes].flatMap(([id, of]) => {
      const row = foldCauses(of);
      return row ? [{ ...row.told, noticeId: id, count: row.count, position: row.position, at: row.at }] : [];
    });
    if (folded.length > 0) await tx.rows(writes.tellOtherwise, [JSON.stringify(folded)]);
    const empty = idsOf(rows).filter((id) => !causes.has(id));
    if (empty.length > 0) await tx.rows(writes.removeNotices, [empty]);
  }

  private async tellUnread(tx: Tx, people: readonly Pick<Row, 'personId'>[]): Promise<void> {
    const told = await tx.rows(writes.unreadOf, [[...new Set(people.map(({ personId }) => personId))]]);
    for (const { personId, unread } of told) tx.tell(personRoom(personId), noticesChanged, unread);
  }
}

const idsOf = (rows: readonly { readonly id: NoticeId }[]): NoticeId[] => [...new Set(rows.map(({ id }) => id))];
