import { createWriteStream } from 'node:fs';
import { basename, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { importId, type ImportId } from '@landbridge/contract';
import { allRejections, asNdjson, fileAt, ImportHistory, type ImportProgress, type ImportResult } from '../features/import/index.ts';
import { Database } from '../platform/database/database.ts';
import { inApplication } from './context.ts';

const usage = 'Usage: npm run import -- FILE [--dry-run] [--strict]';

/** `import FILE`: brings an organisation and a history in, and says how it goes. */
export const importFile = async (args: readonly string[]): Promise<void> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, strict: { type: 'boolean', default: false } },
  });
  const [path] = positionals;
  if (path === undefined || positionals.length > 1) throw new Error(usage);
  const file = await fileAt(path);
  await inApplication(async (application) => {
    const began = performance.now();
    const say = progressFrom(began);
    const result = await application.get(ImportHistory).run(file, { isDry: values['dry-run'], isStrict: values.strict, onProgress: say });
    process.stdout.write(`${clearLine}${summaryOf(result, (performance.now() - began) / 1_000, values['dry-run'])}\n`);
    if (result.runId !== null && result.counts.rejected > 0)
      process.stdout.write(
        `The rejected lines, with their reasons: ${await writeReport(application.get(Database), importId.parse(result.runId), path)}\n`,
      );
    if (values.strict && result.firstRejection) process.exitCode = 1;
  });
};

const clearLine = process.stdout.isTTY ? '\r\u001B[K' : '';
const figure = new Intl.NumberFormat('en');

const progressFrom = (began: number) => {
  let saidAt = began;
  return ({ line, counts }: ImportProgress): void => {
    const now = performance.now();
    if (now - saidAt < (process.stdout.isTTY ? 200 : 2_000)) return;
    saidAt = now;
    const rate = Math.round(line / ((now - began) / 1_000));
    const text = `${figure.format(line)} lines, ${figure.format(rate)} a second, ${figure.format(counts.rejected)} rejected`;
    process.stdout.write(process.stdout.isTTY ? `${clearLine}${text}` : `${text}\n`);
  };
};

const summaryOf = ({ source, line, counts, isResumed, firstRejection }: ImportResult, seconds: number, isDry: boolean): string => {
  const types = Object.entries(counts.types).map(([type, { new: fresh, changed, unchanged, kept }]) => {
    const parts = [
      [fresh, 'new'] as const,
      [changed, 'changed'] as const,
      [unchanged, 'unchanged'] as const,
      [kept, 'kept as here'] as const,
    ];
    return `  ${type.padEnd(12)} ${parts.flatMap(([count, name]) => (count > 0 ? [`${figure.format(count)} ${name}`] : [])).join(', ')}`;
  });
  const fields = Object.entries(counts.unknownFields).map(([field, count]) => `  ${field} (${figure.format(count)})`);
  return [
    `${isDry ? 'Would import' : 'Imported'} from ${source}: ${figure.format(line)} lines in ${seconds.toFixed(1)} s${isResumed ? ', going on where an earlier run stopped' : ''}.`,
    ...types,
    ...(counts.rejected > 0 ? [`  rejected     ${figure.format(counts.rejected)}`] : []),
    ...(firstRejection ? [`  the first, line ${firstRejection.number}: ${firstRejection.reason}`] : []),
    ...(fields.length > 0 ? ['Fields that the format does not know were left out:', ...fields] : []),
  ].join('\n');
};

const writeReport = async (database: Database, runId: ImportId, path: string): Promise<string> => {
  // Where the command was typed: the file itself may lie where nothing may be written.
  const report = resolve(process.env['INIT_CWD'] ?? '.', `${basename(path)}.rejected.ndjson`);
  await pipeline(asNdjson(allRejections(database, runId)), createWriteStream(report));
  return report;
};
