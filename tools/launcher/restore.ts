import { fromWhereTyped } from './backup.ts';
import { buildIfChanged } from './build.ts';
import { serverProgram } from './database-at-hand.ts';
import { run } from './run.ts';
import { runCommand } from './run-command.ts';
import { prepare } from './settings.ts';
import { databaseOf, takeFolder } from './start.ts';

/** `npm run restore -- FILE`: what `npm run backup` wrote, into an empty database. No server may run meanwhile. */
export const restore = (args: readonly string[]): Promise<never> =>
  runCommand(
    async (command) => {
      const { settings, folder } = prepare();
      takeFolder(folder, command);
      const database = databaseOf(settings, folder, command);
      await buildIfChanged();
      return run(process.execPath, [serverProgram, 'restore', ...args.map(fromWhereTyped)], {
        env: { ...process.env, DATABASE_URL: await database, LANDBRIDGE_DATA: folder },
      });
    },
    { codeWhenTold: 130 },
  );
