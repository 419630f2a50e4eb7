import { existsSync, readdirSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { postgresBinaries } from './binaries.ts';
import { runProgram } from './run-program.ts';

describe('PostgreSQL binaries', () => {
  it('have every link that the package leaves to an install script', () => {
    const libraries = join(postgresBinaries(), 'lib');
    const links = readdirSync(libraries).filter((name) => lstatSync(join(libraries, name)).isSymbolicLink());

    expect(links.length).toBeGreaterThan(process.platform === 'linux' ? 0 : -1);
    expect(links.filter((name) => !existsSync(join(libraries, name)))).toEqual([]);
  });

  it.each(['postgres', 'initdb'])('run %s as the user that PostgreSQL accepts', async (program) => {
    await expect(runProgram(program, ['--version'], { failure: `${program} does not run:` })).resolves.toBeUndefined();
  });
});
