import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { listWritings } from '@landbridge/contract/threads';
import { z } from 'zod';
import { cursorInstant, cutPage, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { writingsPage } from './writings.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class WritingsController {
  constructor(private readonly database: Database) {}

  @Endpoint(listWritings)
  async list(actor: Actor, { params, query }: InputOf<typeof listWritings>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(writingsPage, [params.personId, actor.personId, at, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { writings: page, nextCursor: hasMore && last ? writeCursor([last.wroteAt, last.threadId]) : null };
  }
}
