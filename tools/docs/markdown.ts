import { readFileSync } from 'node:fs';
import { inRoot } from '../launcher/paths.ts';
import { sourceFiles } from '../testing/source-files.ts';

/** Every page of the project, relative to its root. */
export const pages: readonly string[] = sourceFiles()
  .filter((file) => file.endsWith('.md'))
  .toSorted();

export const readPage = (page: string): string => readFileSync(inRoot(page), 'utf8');

/** The rows of the table that begins with these headings, cell by cell, as plain text. */
export const tableIn = (markdown: string, headings: readonly string[]): readonly (readonly string[])[] => {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => isSame(cellsOf(line), headings));
  const body = head < 0 ? [] : lines.slice(head + 2);
  const end = body.findIndex((line) => !line.startsWith('|'));
  return body.slice(0, end < 0 ? undefined : end).map(cellsOf);
};

/** Anchors that headings of a page have on GitHub. */
export const anchorsIn = (markdown: string): readonly string[] =>
  withoutCode(markdown)
    .split('\n')
    .filter((line) => /^#{1,6} /.test(line))
    .map((line) =>
      line
        .replace(/^#+ /, '')
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

/** Targets of links that stay within the project. */
export const linksIn = (markdown: string): readonly string[] =>
  [...withoutCode(markdown).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target).filter((target) => !/^[a-z]+:/.test(target));

/** Paths named in code spans: those that begin like a folder of ours and hold no placeholder. */
export const pathsIn = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/`((?:apps|libs|tools|docs|docker)\/[\w./-]+)`/g)].map(([, path = '']) => path);

const withoutCode = (markdown: string): string => markdown.replaceAll(/^```[\s\S]*?^```/gm, '');

const cellsOf = (line: string): string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', '').replaceAll(/\\(.)/g, '$1'));

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, place) => one === others[place]);
