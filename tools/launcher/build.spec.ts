import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { sourcesStamp } from './build.ts';

const cloneWith = (...files: readonly string[]): string => {
  const folder = temporaryFolder();
  for (const file of files) write(folder, file);
  return folder;
};

const write = (folder: string, file: string): void => {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), file);
};

describe('sources stamp', () => {
  it.each(['apps/web/src/main.tsx', 'libs/domain/src/index.ts', 'package-lock.json'])('changes when %s does', (file) => {
    const folder = cloneWith(file);
    const before = sourcesStamp(folder);

    utimesSync(join(folder, file), 0, 0);

    expect(sourcesStamp(folder)).not.toBe(before);
  });

  it('changes when a file goes', () => {
    const folder = cloneWith('apps/api/src/main.ts', 'apps/api/src/start.ts');
    const before = sourcesStamp(folder);

    rmSync(join(folder, 'apps/api/src/start.ts'));

    expect(sourcesStamp(folder)).not.toBe(before);
  });

  it.each([
    'apps/api/dist/main.js',
    'apps/api/src/start.spec.ts',
    'apps/api/src/testing/world.ts',
    'apps/e2e/src/journey.ts',
    'docs/api.md',
  ])('stays the same when %s appears, which no build reads', (file) => {
    const folder = cloneWith('apps/api/src/main.ts');
    const before = sourcesStamp(folder);

    write(folder, file);

    expect(sourcesStamp(folder)).toBe(before);
  });
});
