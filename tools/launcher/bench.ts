import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/embedded-postgres.ts';
import { buildIfChanged } from './build.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { giveUp } from './say.ts';

/** `npm run bench -- NAME`: runs tools/bench/NAME.ts against a database of its own that keeps every promise (fsync on). */
export const bench = async ([name = '', ...args]: readonly string[]): Promise<void> => {
  const file = inRoot('tools/bench', `${name}.ts`);
  if (!existsSync(file)) giveUp(new Error(`There is no benchmark ${name || '(none given)'}. See docs/performance.md.`));
  await buildIfChanged();
  const folder = mkdtempSync(join(tmpdir(), 'landbridge-bench-'));
  const postgres = await startPostgres({ dataFolder: folder, mode: 'durable' });
  const code = await run(process.execPath, [file, ...args], { env: { ...process.env, BENCH_DATABASE_URL: postgres.url } });
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};
