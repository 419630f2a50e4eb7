import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  getNoticeSettings,
  getUnreadNotices,
  listNotices,
  readNotices,
  setNoticeKind,
  takeBackReading,
} from '@landbridge/contract/notifications';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { cursorInstant, readCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ForgetNotices } from './forget-notices.ts';
import { NoticeKindOff } from './notice-parts.entity.ts';
import { Notices } from './notices.ts';
import { kindsOff, noticesPage, unread } from './notices.queries.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

/** Everybody's own notices; what is not theirs is not there. */
@Controller()
export class NotificationsController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: Notices,
    private readonly forgetNotices: ForgetNotices,
  ) {}

  @Endpoint(listNotices)
  async list(actor: Actor, { query: { show, limit, cursor } }: InputOf<typeof listNotices>) {
    const [at, id] = readCursor(cursor, place) ?? [null, null];
    return found(await this.database.json(noticesPage, [actor.personId, show, at, id, limit, this.clock.now()]));
  }

  @Endpoint(getUnreadNotices)
  async unread(actor: Actor) {
    return found(await this.database.json(unread, [actor.personId]));
  }

  @Endpoint(readNotices)
  async read(actor: Actor, { params, body }: InputOf<typeof readNotices>) {
    await this.unitOfWork.run(async (tx) => {
      await this.notices.read(tx, actor.personId, params.readingId, body);
      await this.forgetNotices.later(tx);
    });
    return undefined;
  }

  @Endpoint(takeBackReading)
  async takeBack(actor: Actor, { params }: InputOf<typeof takeBackReading>) {
    await this.unitOfWork.run((tx) => this.notices.takeBack(tx, actor.personId, params.readingId));
    return undefined;
  }

  @Endpoint(getNoticeSettings)
  async settings(actor: Actor) {
    return found(await this.database.json(kindsOff, [actor.personId]));
  }

  @Endpoint(setNoticeKind)
  async setKind(actor: Actor, { params: { noticeKind: kind }, body }: InputOf<typeof setNoticeKind>) {
    return this.unitOfWork.run(async (tx) => {
      const row = { personId: actor.personId, kind };
      if (body.isOn) await tx.delete(NoticeKindOff, row);
      else await tx.insertOnce(NoticeKindOff, row);
      return found(await tx.json(kindsOff, [actor.personId]));
    });
  }
}

const found = <Json>(json: Json | null): Json => {
  if (json === null) throw problem('internal');
  return json;
};
