import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const sourceFolder = join(import.meta.dirname, '..');
const read = (pattern: string): [string, string][] =>
  globSync(pattern, { cwd: sourceFolder }).map((file) => [file, readFileSync(join(sourceFolder, file), 'utf8')]);

const screens = read('**/*.tsx').filter(([file]) => !file.endsWith('.spec.tsx'));
const everything = read('**/*.{ts,tsx}')
  .map(([, source]) => source)
  .join('\n');
// As they are written: parsed, the second of two in one file would hide the first.
const ids = read('**/texts.en.json').flatMap(([, json]) => [...json.matchAll(/^ {2}"([^"]+)":/gm)].map(([, id = '']) => id));

/** `community.role-convener` may be written as `community.role-${role}`. */
const isUsed = (id: string): boolean =>
  everything.includes(`'${id}'`) || [...id.matchAll(/[.-]/g)].some(({ index }) => everything.includes(`\`${id.slice(0, index + 1)}\${`));

describe('the catalogue', () => {
  it('has each id once', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('has no text that nothing shows', () => {
    expect(ids.filter((id) => !isUsed(id))).toEqual([]);
  });

  it('is where every word on a screen comes from', () => {
    const written = screens.flatMap(([file, source]) => {
      const betweenTags = [...source.matchAll(/>\s*([A-Za-z][^<>{}=;()]*?)\s*<\//g)].map(([, words]) => words);
      const inAttributes = [...source.matchAll(/\b(?:label|title|placeholder|alt|aria-label)="([^"]*[a-z][^"]*)"/g)].map(
        ([, words]) => words,
      );
      return [...betweenTags, ...inAttributes].map((words) => `${file}: ${words}`);
    });

    expect(written).toEqual([]);
  });
});
