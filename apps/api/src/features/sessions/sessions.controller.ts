import { Controller } from '@nestjs/common';
import type { InputOf, SessionId } from '@landbridge/contract';
import {
  answerSession,
  cancelSession,
  editSession,
  erasePart,
  findSessions,
  getSession,
  getSessionCalendar,
  listSessionPeople,
  listSessions,
  planSession,
  recordPart,
  resumeSession,
  type SessionView,
} from '@landbridge/contract/sessions';
import { sessionAbilities } from '@landbridge/domain/sessions';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { cursorInstant, cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { EditSession } from './edit-session.ts';
import { PlanSession } from './plan-session.ts';
import { calendarOf } from './session-calendar.ts';
import { SessionAccess } from './session.access.ts';
import { sessionLists, sessionPage, sessionPeople, sessionsByTitle } from './sessions.queries.ts';
import { TakePart } from './take-part.ts';

const timePlace = z.tuple([cursorInstant, z.uuid()]);
const namePlace = z.tuple([cursorText, z.uuid()]);

@Controller()
export class SessionsController {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly database: Database,
    private readonly access: SessionAccess,
    private readonly planSession: PlanSession,
    private readonly editSession: EditSession,
    private readonly takePart: TakePart,
  ) {}

  @Endpoint(listSessions)
  async list(actor: Actor, { query }: InputOf<typeof listSessions>) {
    const [at, id] = readCursor(query.cursor, timePlace) ?? [null, null];
    const values = [actor.personId, this.clock.now(), query.show === 'mine', query.communityId ?? null, at, id, query.limit];
    const answer = await this.database.json(sessionLists[query.side], values);
    if (!answer) throw problem('session.not-found');
    return answer;
  }

  @Endpoint(findSessions)
  async find(actor: Actor, { query }: InputOf<typeof findSessions>) {
    const answer = await this.database.json(sessionsByTitle, [actor.personId, likeText(query.q), this.clock.now(), query.limit]);
    if (!answer) throw problem('session.not-found');
    return answer;
  }

  @Endpoint(planSession)
  async plan(actor: Actor, { params, body }: InputOf<typeof planSession>) {
    return this.view(actor, await this.planSession.run(actor, params.communityId, body));
  }

  @Endpoint(getSession)
  async get(actor: Actor, { params }: InputOf<typeof getSession>) {
    return this.view(actor, params.sessionId);
  }

  @Endpoint(editSession)
  async edit(actor: Actor, { params, body }: InputOf<typeof editSession>) {
    await this.editSession.run(actor, params.sessionId, body);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(cancelSession)
  async cancel(actor: Actor, { params }: InputOf<typeof cancelSession>) {
    await this.editSession.setCancelled(actor, params.sessionId, true);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(resumeSession)
  async resume(actor: Actor, { params }: InputOf<typeof resumeSession>) {
    await this.editSession.setCancelled(actor, params.sessionId, false);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(answerSession)
  async answer(actor: Actor, { params, body }: InputOf<typeof answerSession>) {
    await this.takePart.answer(actor, params.sessionId, body.isComing);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(listSessionPeople)
  async people(actor: Actor, { params, query }: InputOf<typeof listSessionPeople>) {
    await this.access.get(this.database, actor.personId, params.sessionId, 'seePeople');
    const [name, id] = readCursor(query.cursor, namePlace) ?? [null, null];
    const rows = await this.database.rows(sessionPeople, [params.sessionId, name, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { people: page, nextCursor: hasMore && last ? writeCursor([last.sortName, last.id]) : null };
  }

  @Endpoint(recordPart)
  async record(actor: Actor, { params }: InputOf<typeof recordPart>) {
    await this.takePart.record(actor, params.sessionId, params.personId);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(erasePart)
  async erase(actor: Actor, { params }: InputOf<typeof erasePart>) {
    await this.takePart.erase(actor, params.sessionId, params.personId);
    return this.view(actor, params.sessionId);
  }

  @Endpoint(getSessionCalendar)
  async calendar(actor: Actor, { params }: InputOf<typeof getSessionCalendar>, exchange: Exchange) {
    const session = await this.view(actor, params.sessionId);
    exchange.answerAs('text/calendar; charset=utf-8', 'session.ics');
    return calendarOf(session, `${this.config.publicUrl}/sessions/${session.id}`, this.clock.now());
  }

  private async view(actor: Actor, id: SessionId): Promise<SessionView> {
    const { isEnded } = await this.access.get(this.database, actor.personId, id, 'read');
    const page = await this.database.one(sessionPage, [id, actor.personId]);
    if (!page) throw problem('session.not-found');
    const { session } = page;
    return { ...session, can: sessionAbilities({ visibility: session.community.visibility, role: session.myRole, isEnded }) };
  }
}
