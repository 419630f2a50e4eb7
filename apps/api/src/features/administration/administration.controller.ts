import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { listAuditEntries } from '@landbridge/contract/administration';
import { z } from 'zod';
import { cursorInstant, cutPage, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { auditPage } from './administration.queries.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class AdministrationController {
  constructor(private readonly database: Database) {}

  @Endpoint(listAuditEntries)
  async auditEntries(_actor: Actor, { query }: InputOf<typeof listAuditEntries>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(auditPage, [at, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1)?.entry;
    return { entries: page.map(({ entry }) => entry), nextCursor: hasMore && last ? writeCursor([last.at, last.id]) : null };
  }
}
