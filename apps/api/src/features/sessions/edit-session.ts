import { Injectable } from '@nestjs/common';
import type { InputOf, SessionId } from '@landbridge/contract';
import type { editSession } from '@landbridge/contract/sessions';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { SessionTelling } from './session-telling.ts';
import { SessionAccess } from './session.access.ts';
import { sessionMoved } from './sessions.happenings.ts';

const fields = ['title', 'at', 'minutes', 'place', 'notes'] as const;

/** Changes what a session is, or whether it takes place. Each sent again finds itself done. */
@Injectable()
export class EditSession {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly access: SessionAccess,
    private readonly telling: SessionTelling,
  ) {}

  run(actor: Actor, id: SessionId, { version, ...wanted }: InputOf<typeof editSession>['body']): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.access.forChange(tx, actor.personId, id, 'edit');
      const next = { ...session, ...wanted, at: new Date(wanted.at ?? session.at).toISOString() };
      if (fields.every((field) => next[field] === session[field])) return;
      const { title, at, minutes, place, notes } = session;
      if (session.version !== version)
        throw problem('version.stale', { current: { title, at, minutes, place, notes, version: session.version } });
      await this.telling.change(tx, session, {
        title: next.title,
        at: new Date(next.at),
        minutes: next.minutes,
        place: next.place,
        notes: next.notes,
        version: version + 1,
      });
      tx.happened(sessionMoved, { sessionId: id, byId: actor.personId, what: 'changed' });
    });
  }

  /** The version grows with it, so that calendars take it over. */
  setCancelled(actor: Actor, id: SessionId, isCancelled: boolean): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const session = await this.access.forChange(tx, actor.personId, id, 'edit');
      if (session.isCancelled === isCancelled) return;
      await this.telling.change(tx, session, { cancelledAt: isCancelled ? this.clock.now() : null, version: session.version + 1 });
      tx.happened(sessionMoved, { sessionId: id, byId: actor.personId, what: isCancelled ? 'cancelled' : 'changed' });
    });
  }
}
