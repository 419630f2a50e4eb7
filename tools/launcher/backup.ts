import { resolve } from 'node:path';
import { databaseAtHand, serverProgram } from './database-at-hand.ts';
import { run } from './run.ts';
import { runCommand } from './run-command.ts';
import { prepare } from './settings.ts';

/** `npm run backup -- FILE`: database and uploaded files to FILE, secrets to FILE.secrets, whether Landbridge is running or not. */
export const backup = (args: readonly string[]): Promise<never> =>
  runCommand(
    async (command) => {
      const { settings, folder } = prepare();
      const databaseUrl = await databaseAtHand({ settings, folder }, command);
      return run(process.execPath, [serverProgram, 'backup', ...args.map(fromWhereTyped)], {
        env: { ...process.env, DATABASE_URL: databaseUrl, LANDBRIDGE_DATA: folder },
      });
    },
    { codeWhenTold: 130 },
  );

/** npm moves to the clone's root and keeps in INIT_CWD where the person was. */
export const fromWhereTyped = (path: string): string => resolve(process.env['INIT_CWD'] ?? process.cwd(), path);
