import { Controller } from '@nestjs/common';
import type { ImperativeId, InputOf, PersonId } from '@landbridge/contract';
import {
  changeImperative,
  closeImperative,
  getImperative,
  listImperatives,
  nameImperative,
  reopenImperative,
} from '@landbridge/contract/communities';
import { z } from 'zod';
import { cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { imperativeOf, imperativesPage } from './imperatives.queries.ts';
import { NameImperative } from './name-imperative.ts';

/** Whether it is closed (1) or open (0), its name, its id. */
const place = z.tuple([z.literal([0, 1]), cursorText, z.uuid()]);

@Controller()
export class ImperativesController {
  constructor(
    private readonly database: Database,
    private readonly imperatives: NameImperative,
  ) {}

  @Endpoint(listImperatives)
  async list(actor: Actor, { query }: InputOf<typeof listImperatives>) {
    const [closed, name, id] = readCursor(query.cursor, place) ?? [null, null, null];
    const from = [closed === null ? null : closed === 1, name, id];
    const values = [actor.personId, query.show === 'open', likeText(query.q), ...from, query.limit + 1];
    const { page, hasMore } = cutPage(await this.database.rows(imperativesPage, values), query.limit);
    const last = page.at(-1);
    const nextCursor = hasMore && last ? writeCursor([last.closedAt === null ? 0 : 1, last.sortName, last.id]) : null;
    return { imperatives: page, nextCursor };
  }

  @Endpoint(getImperative)
  get(actor: Actor, { params }: InputOf<typeof getImperative>) {
    return this.view(actor.personId, params.imperativeId);
  }

  @Endpoint(nameImperative)
  async name(actor: Actor, { body }: InputOf<typeof nameImperative>) {
    return this.view(actor.personId, await this.imperatives.run(actor, body));
  }

  @Endpoint(changeImperative)
  async change(actor: Actor, { params, body }: InputOf<typeof changeImperative>) {
    await this.imperatives.change(actor, params.imperativeId, body);
    return this.view(actor.personId, params.imperativeId);
  }

  @Endpoint(closeImperative)
  async close(actor: Actor, { params }: InputOf<typeof closeImperative>) {
    await this.imperatives.close(actor, params.imperativeId);
    return this.view(actor.personId, params.imperativeId);
  }

  @Endpoint(reopenImperative)
  async reopen(actor: Actor, { params }: InputOf<typeof reopenImperative>) {
    await this.imperatives.reopen(actor, params.imperativeId);
    return this.view(actor.personId, params.imperativeId);
  }

  private async view(viewerId: PersonId, id: ImperativeId) {
    const imperative = await this.database.one(imperativeOf, [viewerId, id]);
    if (!imperative) throw problem('imperative.not-found');
    return imperative;
  }
}
