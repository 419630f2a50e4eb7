import { databaseAtHand, serverProgram } from './database-at-hand.ts';
import { run } from './run.ts';
import { runCommand } from './run-command.ts';
import { prepare } from './settings.ts';
import { rememberedAddress } from './start.ts';

/** `npm run sign-in-link -- EMAIL`: prints a single-use link, whether Landbridge is running or not. */
export const signInLink = (args: readonly string[]): Promise<never> =>
  runCommand(async (command) => {
    const { settings, folder } = prepare();
    const databaseUrl = await databaseAtHand({ settings, folder }, command);
    const publicUrl = settings.PUBLIC_URL ?? rememberedAddress(folder);
    return run(process.execPath, [serverProgram, 'sign-in-link', ...args], {
      env: { ...process.env, ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}), DATABASE_URL: databaseUrl, LANDBRIDGE_DATA: folder },
    });
  });
