import { Injectable } from '@nestjs/common';
import { importLines } from '@landbridge/contract/import';
import type { PoolClient } from 'pg';
import { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import { exportStatements, idsInFile } from './export-lines.ts';
import { idsLinkedIn, linksToTheirs } from './markdown-links.ts';

const row = z.object({
  line: z.looseObject({ type: z.string() }),
  position: z.int().optional(),
  moment: z.date().optional(),
});
type Row = z.output<typeof row>;
const name = z.object({ id: z.uuid(), name: z.string(), moment: z.date().nullable(), position: z.int() });
type Name = z.output<typeof name>;

const pageSize = 1_000;

/** Writes everything of the import format, line by line, as it was at one moment. The same content gives the same file. */
@Injectable()
export class ExportHistory {
  constructor(private readonly database: Database) {}

  async *lines(): AsyncGenerator<string> {
    const own = `landbridge:${await this.installation()}`;
    const client = await this.database.pool.connect();
    try {
      // One snapshot for all types, and cursors: neither does anything change meanwhile, nor does memory hold more than a page.
      await client.query('begin isolation level repeatable read read only');
      yield JSON.stringify({ type: 'header', format: 'landbridge', version: 1, source: own });
      for (const statement of exportStatements(own)) yield* this.type(client, statement, own);
    } finally {
      await client.query('rollback').catch(() => undefined);
      client.release();
    }
  }

  private async *type(client: PoolClient, statement: string, own: string): AsyncGenerator<string> {
    await client.query(`declare lines no scroll cursor for ${statement}`);
    for (;;) {
      const { rows } = await client.query(`fetch ${pageSize} from lines`);
      const page = rows.map((found) => row.parse(found));
      const names = await this.namesIn(client, page, own);
      for (const found of page) yield JSON.stringify(inFieldOrder(withTheirLinks(found, names)));
      if (page.length < pageSize) break;
    }
    await client.query('close lines');
  }

  private async namesIn(client: PoolClient, page: readonly Row[], own: string): Promise<ReadonlyMap<string, Name>> {
    const bodies = page.flatMap(({ line }) => (typeof line['body'] === 'string' ? [line['body']] : []));
    const [people, messages] = [idsIn(bodies, 'person'), idsIn(bodies, 'message')];
    if (people.length === 0 && messages.length === 0) return new Map();
    const { rows } = await client.query(idsInFile(own), [people, messages]);
    return new Map(rows.map((found) => name.parse(found)).map((found) => [found.id, found]));
  }

  /** Made with the first export. */
  private async installation(): Promise<string> {
    const { rows } = await this.database.pool.query(
      'update organisations set installation_id = coalesce(installation_id, gen_random_uuid()) returning installation_id as id',
    );
    const [found] = rows;
    if (!found) throw new Error('There is no organisation here yet, so there is nothing to export.');
    return z.uuid().parse(found.id);
  }
}

const idsIn = (bodies: readonly string[], kind: 'person' | 'message'): string[] =>
  [...new Set(bodies.flatMap((body) => idsLinkedIn(body, kind)))].filter((id) => z.uuid().safeParse(id).success);

/** A link to a message that comes later, or is deleted, would be unknown to whoever reads the file: its words stay. */
const withTheirLinks = ({ line, moment, position = 0 }: Row, names: ReadonlyMap<string, Name>): Row['line'] => {
  if (typeof line['body'] !== 'string' || moment === undefined) return line;
  const isEarlier = (other: Name) =>
    other.moment !== null && (other.moment < moment || (other.moment.getTime() === moment.getTime() && other.position < position));
  const body = linksToTheirs(line['body'], (kind, id) => {
    const found = names.get(id);
    return found && (kind === 'person' || isEarlier(found)) ? found.name : null;
  });
  return { ...line, body };
};

const orders = new Map(Object.entries(importLines).map(([type, { shape }]) => [type, Object.keys(shape)]));

/** PostgreSQL orders the fields of an object by their length; a file has the order of the format, without what is not there. */
const inFieldOrder = (line: Row['line']): object =>
  Object.fromEntries(
    (orders.get(line.type) ?? []).flatMap((field) => (line[field] === null || line[field] === undefined ? [] : [[field, line[field]]])),
  );
