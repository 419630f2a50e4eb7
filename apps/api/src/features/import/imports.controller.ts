import { Readable } from 'node:stream';
import { Controller } from '@nestjs/common';
import type { ImportId, InputOf } from '@landbridge/contract';
import {
  cancelImport,
  downloadRejections,
  getImport,
  listImports,
  listRejections,
  startImport,
  uploadHistory,
} from '@landbridge/contract/import';
import { z } from 'zod';
import { cursorInstant, cutPage, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { BytesEndpoint, Endpoint } from '../../platform/http/endpoint.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CancelImport } from './cancel-import.ts';
import { rejectionsOf } from './import.queries.ts';
import { importById, importsPage } from './import-views.queries.ts';
import { importViewFor } from './import-views.ts';
import { allRejections, asCsv, asNdjson } from './rejections-report.ts';
import { StartImport } from './start-import.ts';
import { UploadHistory } from './upload-history.ts';

const place = z.tuple([cursorInstant, z.uuid()]);
const linePlace = z.tuple([z.int().min(0).max(2_000_000_000)]);

@Controller()
export class ImportsController {
  constructor(
    private readonly database: Database,
    private readonly uploadHistory: UploadHistory,
    private readonly startImport: StartImport,
    private readonly cancelImport: CancelImport,
  ) {}

  @Endpoint(uploadHistory)
  upload(actor: Actor, { params, query }: InputOf<typeof uploadHistory>, { bytes, byteSize }: Exchange) {
    return this.uploadHistory.run(actor, { clientId: params.clientId, name: query.name, bytes, byteSize });
  }

  @Endpoint(listImports)
  async list({ personId }: Actor, { query }: InputOf<typeof listImports>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(importsPage, [at, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    const nextCursor = hasMore && last ? writeCursor([last.startedAt, last.id]) : null;
    return { imports: page.map((row) => importViewFor(personId, row)), nextCursor };
  }

  @Endpoint(getImport)
  get(actor: Actor, { params }: InputOf<typeof getImport>) {
    return this.view(actor, params.importId);
  }

  @Endpoint(startImport)
  async start(actor: Actor, { params, body }: InputOf<typeof startImport>) {
    await this.startImport.run(actor, params.importId, body);
    return undefined;
  }

  @Endpoint(cancelImport)
  async cancel(actor: Actor, { params }: InputOf<typeof cancelImport>) {
    await this.cancelImport.run(actor, params.importId);
    return undefined;
  }

  @Endpoint(listRejections)
  async rejections(actor: Actor, { params, query }: InputOf<typeof listRejections>) {
    await this.own(actor, params.importId);
    const [after] = readCursor(query.cursor, linePlace) ?? [0];
    const rows = await this.database.rows(rejectionsOf, [params.importId, after, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { rejections: page, nextCursor: hasMore && last ? writeCursor([last.line]) : null };
  }

  @BytesEndpoint(downloadRejections)
  async report(actor: Actor, { params, query: { format } }: InputOf<typeof downloadRejections>, exchange: Exchange) {
    await this.own(actor, params.importId);
    const rejections = allRejections(this.database, params.importId);
    const [type, lines] =
      format === 'csv' ? (['text/csv', asCsv(rejections)] as const) : (['application/x-ndjson', asNdjson(rejections)] as const);
    exchange.send({
      status: 200,
      headers: {
        'content-type': `${type}; charset=utf-8`,
        'content-disposition': `attachment; filename="rejected-lines.${format}"`,
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
      stream: Readable.from(lines),
    });
  }

  private async view({ personId }: Actor, id: ImportId) {
    const row = await this.database.one(importById, [id]);
    if (!row) throw problem('import.not-found');
    return importViewFor(personId, row);
  }

  /** What a file holds is for whoever brought it. */
  private async own(actor: Actor, id: ImportId): Promise<void> {
    if (!(await this.view(actor, id)).can.readRejections) throw problem('import.not-found');
  }
}
