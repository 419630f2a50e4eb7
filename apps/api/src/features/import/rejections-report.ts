import type { ImportId } from '@landbridge/contract';
import type { ImportRejection } from '@landbridge/contract/import';
import type { Database } from '../../platform/database/database.ts';
import { rejectionsOf } from './import.queries.ts';

const pageSize = 1_000;

/** Every rejected line of a run that was kept, page by page. */
export async function* allRejections(database: Database, id: ImportId): AsyncGenerator<ImportRejection> {
  for (let after = 0; ;) {
    const page = await database.rows(rejectionsOf, [id, after, pageSize]);
    yield* page;
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.line;
  }
}

/** As newline-delimited JSON. */
export async function* asNdjson(rejections: AsyncIterable<ImportRejection>): AsyncGenerator<string> {
  for await (const rejection of rejections) yield `${JSON.stringify(rejection)}\n`;
}

/** As CSV (RFC 4180) with the mark by which spreadsheets know UTF-8. */
export async function* asCsv(rejections: AsyncIterable<ImportRejection>): AsyncGenerator<string> {
  yield '\uFEFFline,reason,text\r\n';
  for await (const { line, reason, text } of rejections) yield `${line},${cell(reason)},${cell(text)}\r\n`;
}

/** What a spreadsheet would run as a formula becomes text (OWASP, CSV Injection). */
const cell = (text: string): string => {
  const harmless = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return `"${harmless.replaceAll('"', '""')}"`;
};
