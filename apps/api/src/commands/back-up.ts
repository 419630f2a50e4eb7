import packageJson from '../../package.json';
import { Clock } from '../platform/clock/clock.ts';
import { BackupRefused } from '../platform/backup/refused.ts';
import { secretsBeside, takeBackup } from '../platform/backup/take-backup.ts';
import { readSettings } from '../platform/config/settings.ts';
import { withDatabase } from './with-database.ts';

/** `backup FILE`: the database and the uploaded files to FILE, the secrets to FILE.secrets, while the server runs or not. */
export const backUp = async (file: string | undefined): Promise<void> => {
  if (!file) throw new BackupRefused('Say where the backup goes: npm run backup -- FILE');
  const settings = readSettings(process.env);
  const taken = await withDatabase(settings, ({ pool }) =>
    takeBackup({ pool, dataFolder: settings.LANDBRIDGE_DATA, file, landbridge: packageJson.version, takenAt: new Clock().now() }),
  );
  process.stdout.write(
    `${file}: ${taken.rows} rows of ${taken.tables} tables and ${taken.files} uploaded files, as they were when it began.\n` +
      `${secretsBeside(file)}: the secrets (${taken.secrets}). They are not in the first file. A restore wants both; keep them in different places.\n`,
  );
};
