import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { askToJoin, decideRequest, listRequests, withdrawRequest } from '@landbridge/contract/communities';
import { z } from 'zod';
import { cursorInstant, cutPage, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { AskToJoin } from './ask-to-join.ts';
import { requestsPage } from './communities.queries.ts';
import { CommunityViews } from './community-views.ts';
import { CommunityAccess } from './community.access.ts';
import { DecideRequest } from './decide-request.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class RequestsController {
  constructor(
    private readonly database: Database,
    private readonly access: CommunityAccess,
    private readonly views: CommunityViews,
    private readonly askToJoin: AskToJoin,
    private readonly decideRequest: DecideRequest,
  ) {}

  @Endpoint(askToJoin)
  async ask(actor: Actor, { params, body }: InputOf<typeof askToJoin>) {
    await this.askToJoin.run(actor, params.communityId, body.words);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(withdrawRequest)
  async withdraw(actor: Actor, { params }: InputOf<typeof withdrawRequest>) {
    await this.askToJoin.withdraw(actor, params.communityId);
    return undefined;
  }

  @Endpoint(listRequests)
  async list(actor: Actor, { params, query }: InputOf<typeof listRequests>) {
    await this.access.get(this.database, actor.personId, params.communityId, 'appoint');
    const [askedAt, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(requestsPage, [params.communityId, askedAt, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { requests: page, nextCursor: hasMore && last ? writeCursor([last.askedAt, last.id]) : null };
  }

  @Endpoint(decideRequest)
  decide(actor: Actor, { params, body }: InputOf<typeof decideRequest>) {
    return this.decideRequest.run(actor, { params, body });
  }
}
