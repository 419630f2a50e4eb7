import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  answerReports,
  getHiddenWords,
  hideMessage,
  listReports,
  reportMessage,
  showMessage,
  withdrawReport,
} from '@landbridge/contract/threads';
import { z } from 'zod';
import { cursorInstant, readCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { HideMessage } from './hide-message.ts';
import { Reports } from './reports.ts';
import { reportsPage } from './reports.queries.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class ModerationController {
  constructor(
    private readonly database: Database,
    private readonly reports: Reports,
    private readonly hideMessage: HideMessage,
  ) {}

  @Endpoint(reportMessage)
  async report(actor: Actor, { params, body }: InputOf<typeof reportMessage>) {
    await this.reports.report(actor, params.messageId, body);
    return undefined;
  }

  @Endpoint(withdrawReport)
  async withdraw(actor: Actor, { params }: InputOf<typeof withdrawReport>) {
    await this.reports.withdraw(actor, params.messageId);
    return undefined;
  }

  @Endpoint(listReports)
  async list(actor: Actor, { query }: InputOf<typeof listReports>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const { communityId = null, threadId = null, limit } = query;
    return (
      (await this.database.json(reportsPage, [actor.personId, communityId, threadId, at, id, limit])) ?? { reported: [], nextCursor: null }
    );
  }

  @Endpoint(answerReports)
  async answer(actor: Actor, { params, body }: InputOf<typeof answerReports>) {
    await this.reports.leave(actor, params.messageId, body.isLeft);
    return undefined;
  }

  @Endpoint(hideMessage)
  hide(actor: Actor, { params, body }: InputOf<typeof hideMessage>) {
    return this.hideMessage.hide(actor, params.messageId, body.reason);
  }

  @Endpoint(showMessage)
  show(actor: Actor, { params }: InputOf<typeof showMessage>) {
    return this.hideMessage.show(actor, params.messageId);
  }

  @Endpoint(getHiddenWords)
  words(actor: Actor, { params }: InputOf<typeof getHiddenWords>) {
    return this.hideMessage.words(actor, params.messageId);
  }
}
