import { Injectable } from '@nestjs/common';
import { messageId } from '@landbridge/contract';
import { z } from 'zod';
import { query } from '../../platform/database/query.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Json } from '../../platform/http/json.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { renderMarkdown, rendererVersion } from './render-markdown.ts';

const pending = z.object({ id: messageId, markdown: z.string() });

/** $1 messages. Whoever is being rendered elsewhere at this moment is not waited for by a reader, but read afterwards. */
const pendingAmong = query(
  'threads.pending-among',
  pending,
  `select id, markdown from messages where id = any($1::uuid[]) and renderer = 0 order by id for no key update`,
);

const pendingAnywhere = query(
  'threads.pending',
  pending,
  `select id, markdown from messages where renderer = 0 order by id limit $1 for no key update skip locked`,
);

const storeRendered = query(
  'threads.store-rendered',
  z.object({}),
  `update messages m set html = r.html, excerpt = r.excerpt, renderer = $2
   from jsonb_to_recordset($1::jsonb) as r(id uuid, html text, excerpt text) where m.id = r.id and m.renderer = 0`,
);

const shownMessage = z.looseObject({ id: messageId, html: z.string(), deletedAt: z.string().nullable(), hidden: z.unknown() });

/** Of a page, or of one message. */
const messagesIn = z.union([
  z.looseObject({ messages: z.array(shownMessage) }).transform(({ messages }) => messages),
  shownMessage.transform((message) => [message]),
]);

const batchSize = 500;
export const renderPendingJob = 'threads.render-pending';

/** Imported messages are stored as Markdown that names nobody: a job renders them, or whoever reads them first. */
@Injectable()
export class RenderPending {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    jobs: Jobs,
  ) {
    jobs.handle(renderPendingJob, z.object({}), async () => {
      await this.all();
    });
  }

  /** Reads, and once more when what was read was not rendered yet. Pages without such messages pay for one look at their text. */
  async read<Page>(read: () => Promise<Json<Page> | null>): Promise<Json<Page> | null> {
    const page = await read();
    if (!page?.text.includes('"html" : ""')) return page;
    const messages = messagesIn.parse(JSON.parse(page.text));
    const ids = messages.filter(({ html, deletedAt, hidden }) => html === '' && deletedAt === null && hidden === null).map(({ id }) => id);
    if (ids.length === 0) return page;
    await this.unitOfWork.run(async (tx) => this.store(tx, await tx.rows(pendingAmong, [ids])));
    return read();
  }

  /** Renders everything that waits. @returns how many messages that were */
  async all(): Promise<number> {
    let count = 0;
    for (;;) {
      const rendered = await this.unitOfWork.run(async (tx) => this.store(tx, await tx.rows(pendingAnywhere, [batchSize])));
      if (rendered === 0) return count;
      count += rendered;
    }
  }

  private async store(tx: Tx, messages: readonly z.output<typeof pending>[]): Promise<number> {
    const rendered = messages.map(({ id, markdown }) => {
      const { html, excerpt } = renderMarkdown(markdown);
      return { id, html, excerpt };
    });
    if (rendered.length > 0) await tx.rows(storeRendered, [JSON.stringify(rendered), rendererVersion]);
    return rendered.length;
  }
}
