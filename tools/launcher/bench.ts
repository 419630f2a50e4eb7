import { existsSync, globSync, mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { startTemporaryPostgres } from '../postgres/temporary-postgres.ts';
import { buildIfChanged } from './build.ts';
import { inRoot } from './paths.ts';
import { run } from './run.ts';
import { runCommand } from './run-command.ts';
import { say } from './say.ts';

/** `npm run bench -- NAME`: runs tools/bench/NAME.ts against a database of its own that keeps every promise (fsync on). */
export const bench = ([name = '', ...args]: readonly string[]): Promise<never> =>
  runCommand(
    async ({ atEnd }) => {
      const file = inRoot('tools/bench', `${name}.ts`);
      if (name === '' || !existsSync(file)) throw new Error(`There is no benchmark ${name || 'without a name'}. There are: ${names()}.`);
      await buildIfChanged();
      const starting = startTemporaryPostgres({ mode: 'durable' });
      atEnd(async () => (await starting).stop());
      const { url, dataFolder } = await starting;
      mkdirSync(inRoot('.tools/bench'), { recursive: true });
      const result = inRoot('.tools/bench', `${name}.json`);
      const code = await run(process.execPath, [file, '--json', result, ...args], {
        env: { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: url, BENCH_DATA: dataFolder },
      });
      if (existsSync(result)) say(`The figures are in ${result}.`);
      return code;
    },
    { codeWhenTold: 130 },
  );

const names = (): string =>
  globSync('tools/bench/*.ts', { cwd: inRoot() })
    .map((file) => basename(file, '.ts'))
    .filter((name) => !name.endsWith('.spec'))
    .toSorted()
    .join(', ') || 'none yet';
