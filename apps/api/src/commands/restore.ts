import { runMigrations } from 'graphile-worker';
import packageJson from '../../package.json';
import { BackupRefused } from '../platform/backup/refused.ts';
import { restoreBackup, type RestoredBackup } from '../platform/backup/restore-backup.ts';
import { secretsBeside } from '../platform/backup/take-backup.ts';
import { readSettings } from '../platform/config/settings.ts';
import type { Database } from '../platform/database/database.ts';
import { migrate, migrateThrough } from '../platform/database/migrate.ts';
import { migrations } from '../platform/database/migrations.ts';
import { withDatabase } from './with-database.ts';

/** `restore FILE`: what `backup` wrote, into an empty database and data folder; then migrations that are newer than the backup. */
export const restore = async (file: string | undefined): Promise<void> => {
  if (!file) throw new BackupRefused('Say which backup: npm run restore -- FILE');
  const settings = readSettings(process.env);
  const restored = await withDatabase(settings, (database) =>
    restoreInto(database, { databaseUrl: settings.DATABASE_URL ?? '', dataFolder: settings.LANDBRIDGE_DATA, file }),
  );
  process.stdout.write(
    `Restored what Landbridge ${restored.manifest.landbridge} backed up at ${restored.manifest.takenAt}: ${restored.rows} rows and ${restored.files} uploaded files.\n` +
      `${aboutSecrets(restored, secretsBeside(file))}\n`,
  );
};

export interface Target {
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly file: string;
}

/** As the command does, into a database that is connected. */
export const restoreInto = async (database: Database, { databaseUrl, ...target }: Target): Promise<RestoredBackup> => {
  const restored = await restoreBackup({
    ...target,
    pool: database.pool,
    landbridge: packageJson.version,
    knownMigrations: migrations().map(({ name }) => name),
    makeSchema: async (names) => {
      await migrateThrough(databaseUrl, names);
      await runMigrations({ pgPool: database.pool });
    },
  });
  await migrate(database);
  return restored;
};

const aboutSecrets = ({ secrets }: RestoredBackup, file: string): string =>
  secrets === null
    ? `There is no ${file}: the secrets were not restored. Whatever they sign or unlock has to be made anew.`
    : `From ${file} came ${secrets} secrets; those that were here already stay.`;
