import 'reflect-metadata';
import { exportFile } from './commands/export-file.ts';
import { importFile } from './commands/import-file.ts';
import { backUp } from './commands/back-up.ts';
import { printSignInLink } from './commands/print-sign-in-link.ts';
import { printStatements } from './commands/print-statements.ts';
import { restore } from './commands/restore.ts';
import { BackupRefused } from './platform/backup/refused.ts';
import { readSettings, SettingsError } from './platform/config/settings.ts';
import { start } from './start.ts';

/** Exit code for settings that cannot work: whoever supervises this process must not restart it (sysexits.h, EX_CONFIG). */
const wrongSettings = 78;
/** Whatever has not finished by then is cut. */
const stopWithinMs = 9_000;

const serve = async (): Promise<void> => {
  const running = await start(readSettings(process.env), { checksAnswers: false });
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(1), stopWithinMs).unref();
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.on('disconnect', stop);
  process.send?.({ type: 'ready', url: running.url });
};

const fail = (error: unknown): never => {
  const isSettings = error instanceof SettingsError;
  const isSentence = isSettings || error instanceof BackupRefused;
  process.stderr.write(`${isSentence ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(isSettings ? wrongSettings : 1);
};

const [command, ...rest] = process.argv.slice(2);
const commands: Readonly<Record<string, () => Promise<void>>> = {
  'sign-in-link': () => printSignInLink(rest[0]),
  import: () => importFile(rest),
  export: () => exportFile(rest),
  statements: printStatements,
  backup: () => backUp(rest[0]),
  restore: () => restore(rest[0]),
};
(commands[command ?? ''] ?? serve)().catch(fail);
