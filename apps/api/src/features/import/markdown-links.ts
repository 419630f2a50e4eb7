import type { Names } from './html-inline.ts';

const link = /\[((?:[^[\]\\\n]|\\.)*)\]\((person|message):([^)\s]+)\)/g;

/** Links to people and messages of the source as links to ours; what is not known stays as its words. */
export const linksToOurs = (markdown: string, names: Names): string =>
  markdown.replaceAll(link, (_, words: string, kind: string, id: string) => {
    const ours = kind === 'person' ? names.personById(id) : names.message(id);
    return ours === null ? words : `[${words}](${kind}:${ours})`;
  });

/** The same for an export: `write` gives the id that the file uses, or null when it holds no such thing. */
export const linksToTheirs = (markdown: string, write: (kind: string, id: string) => string | null): string =>
  markdown.replaceAll(link, (_, words: string, kind: string, id: string) => {
    const theirs = write(kind, id);
    return theirs === null ? words : `[${words}](${kind}:${theirs})`;
  });

/** Ids of people or messages that a text links to. */
export const idsLinkedIn = (markdown: string, kind: 'person' | 'message'): string[] => [
  ...new Set([...markdown.matchAll(link)].flatMap(([, , found, id]) => (found === kind && id !== undefined ? [id] : []))),
];

/** Quotes of this source with a dash before its name: words with an attribution, which claim no more to be the source's. */
export const withoutSource = (markdown: string, sourceId: string): string =>
  markdown
    .split('\n')
    .map((line) => (line.includes(`](message:${sourceId})`) ? line.replace(/^((?:[>\s]|[-+*]\s|\d+[.)]\s)*>\s?)\[/, '$1— [') : line))
    .join('\n');

const mostCharacters = 140;

/** The beginning of a text without its signs, until it is rendered. */
export const firstWords = (markdown: string): string => {
  const line =
    markdown
      .split('\n')
      .map((text) => text.replace(/^[\s>]*(?:#{1,6}\s+|[-*+]\s+|\d+[.)]\s+)?/, '').trim())
      .find((text) => text !== '' && !/^(?:```|~~~|---|\|)/.test(text)) ?? '';
  const plain = line
    .replaceAll(/<(https?:[^>\s]+)>/g, '$1')
    .replaceAll(/\[((?:[^[\]\\]|\\.)*)\]\([^)]*\)/g, '$1')
    .replaceAll(/(?<!\\)(?:\*{1,3}|`+|~~)/g, '')
    .replaceAll(/\\([!-/:-@[-`{-~])/g, '$1');
  return plain.length > mostCharacters ? `${plain.slice(0, mostCharacters - 1).trimEnd()}…` : plain;
};
