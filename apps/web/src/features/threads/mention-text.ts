/** Somebody a text mentions. */
export interface Mention {
  readonly id: string;
  readonly name: string;
}

const link = /\[@([^\][]+)\]\(person:([0-9a-f-]{36})\)/g;

/** Whom the Markdown mentions, each once. A name that two people share counts for the first: the other keeps the link's form. */
export const mentionsIn = (markdown: string): readonly Mention[] => {
  const byName = new Map<string, Mention>();
  for (const [, name = '', id = ''] of markdown.matchAll(link)) if (!byName.has(name)) byName.set(name, { id, name });
  return [...byName.values()];
};

/** The Markdown as it is written by hand: `@Name` instead of the link that carries the id. */
export const asWritten = (markdown: string): string => {
  const shown = new Map(mentionsIn(markdown).map(({ id, name }): [string, string] => [name, id]));
  return markdown.replaceAll(link, (whole: string, name: string, id: string) => (shown.get(name) === id ? `@${name}` : whole));
};

/** What was written by hand as Markdown again: each `@Name` of a known mention becomes its link. Longer names first: Ann Lee before Ann. */
export const asMarkdown = (written: string, mentions: readonly Mention[]): string => {
  const ids = new Map(mentions.map(({ id, name }): [string, string] => [name, id]));
  if (ids.size === 0) return written;
  const names = [...ids.keys()].toSorted((one, other) => other.length - one.length).map((name) => RegExp.escape(name));
  return written.replaceAll(
    new RegExp(`(?<![\\p{L}\\p{N}[])@(${names.join('|')})(?![\\p{L}\\p{N}])`, 'gu'),
    (_, name: string) => `[@${name}](person:${ids.get(name)})`,
  );
};
