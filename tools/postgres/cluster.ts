import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { databaseUser } from './database-user.ts';
import { runProgram } from './run-program.ts';

export const superuser = 'landbridge';
export const databaseName = 'landbridge';
const majorVersion = '18';

export interface Cluster {
  readonly folder: string;
  readonly password: string;
}

/** The cluster of a data folder, made when there is none. `isDurable` false skips waiting for the disk (tests). */
export const openCluster = async (dataFolder: string, { isDurable }: { isDurable: boolean }): Promise<Cluster> => {
  const folder = join(dataFolder, 'postgres');
  const passwordFile = join(dataFolder, 'secrets', 'postgres-password');
  if (!existsSync(folder)) {
    const password = keepPassword(passwordFile);
    await makeCluster(folder, { password, isDurable });
    return { folder, password };
  }
  refuseOtherVersion(folder);
  if (existsSync(passwordFile)) return { folder, password: readFileSync(passwordFile, 'utf8').trim() };
  throw new Error(
    `The password of the database in ${folder} is missing. Put ${passwordFile} back from your backup, or choose another folder with LANDBRIDGE_DATA.`,
  );
};

const refuseOtherVersion = (folder: string): void => {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === majorVersion) return;
  throw new Error(
    `The database in ${folder} was made by PostgreSQL ${version}; this Landbridge brings ${majorVersion}. Back it up with the Landbridge that made it, and restore into a new data folder here (docs/operations.md).`,
  );
};

const keepPassword = (file: string): string => {
  if (existsSync(file)) return readFileSync(file, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, password, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return password;
};

/** Made beside its place and moved when complete: a half-made cluster would look like a broken one. */
const makeCluster = async (folder: string, { password, isDurable }: { password: string; isDurable: boolean }): Promise<void> => {
  const making = `${folder}.new`;
  const passwordFile = join(making, 'password');
  const cluster = join(making, 'cluster');
  rmSync(making, { recursive: true, force: true });
  for (const path of [making, cluster]) {
    mkdirSync(path);
    chmodSync(path, 0o700);
  }
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const user = databaseUser();
  if (user) for (const path of [making, cluster, passwordFile]) chownSync(path, user.uid, user.gid);
  const failure = `The database could not be made in ${folder}:`;
  const access = ['-U', superuser, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  // One collation everywhere, whatever the machine's locale; languages get ICU collations per column.
  const locale = ['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  await runProgram('initdb', ['-D', cluster, ...access, ...locale, '--no-instructions', ...(isDurable ? [] : ['--no-sync'])], { failure });
  await runProgram('postgres', ['--single', '-D', cluster, 'postgres'], { input: `create database ${databaseName}\n`, failure });
  renameSync(cluster, folder);
  rmSync(making, { recursive: true, force: true });
};
