import type { LineOf } from '@landbridge/contract/import';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { containsWords, renderMarkdown, rendererVersion, withAuthors } from '../threads/index.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import type { Names } from './html-inline.ts';
import { namesOf, peopleByName, quotedSources } from './import.queries.ts';
import type { KnownThings } from './known-things.ts';
import { linkedIn } from './line-references.ts';
import { firstWords, linksToOurs, withoutSource } from './markdown-links.ts';

export interface NewBody {
  readonly id: string;
  readonly line: LineOf<'message'>;
}

export interface WrittenBody {
  readonly markdown: string;
  readonly html: string;
  /** 0 while it waits to be rendered. */
  readonly renderer: number;
  readonly excerpt: string;
  readonly namedIds: readonly string[];
  readonly mentionIds: readonly string[];
  readonly sourceIds: readonly string[];
}

interface Source {
  readonly authorId: string;
  readonly markdown: string;
}

/** Bodies of one batch as Markdown that names our people and messages. What names somebody is rendered at once, the rest later. */
export class WriteBodies {
  private readonly sources = new Map<string, Source>();
  private readonly ids = new Map<string, string>();
  private readonly names = new Map<string, string>();

  constructor(private readonly known: KnownThings) {}

  async run(tx: Tx, bodies: readonly NewBody[]): Promise<ReadonlyMap<string, WrittenBody>> {
    await this.prepare(tx, bodies);
    return new Map(bodies.map((body): [string, WrittenBody] => [body.id, this.write(body)]));
  }

  private async prepare(tx: Tx, bodies: readonly NewBody[]): Promise<void> {
    const references = bodies.flatMap(({ line }) => linkedIn(line.body)).concat(bodies.flatMap(({ line }) => quotedBy(line)));
    const messageIds = references.filter(({ type }) => type === 'message').flatMap((reference) => this.known.get(reference)?.id ?? []);
    if (messageIds.length > 0)
      for (const { id, ...source } of await tx.rows(quotedSources, [[...new Set(messageIds)]])) this.sources.set(id, source);
    const mentioned = [...new Set(bodies.flatMap(({ line }) => line.mentions ?? []))];
    const people = mentioned.flatMap((id) => this.known.get({ type: 'person', id })?.id ?? []);
    if (people.length > 0) for (const { id, name } of await tx.rows(namesOf, [people])) this.names.set(id, name);
    const written = [...new Set(bodies.flatMap(({ line }) => (line.format === 'html' ? namesWrittenIn(line.body) : [])))];
    if (written.length > 0) for (const { id, name } of await tx.rows(peopleByName, [this.known.source, written])) this.ids.set(name, id);
  }

  private write({ id, line }: NewBody): WrittenBody {
    const names = this.namesFor(line);
    const markdown = (line.format === 'html' ? htmlToMarkdown(line.body, names) : linksToOurs(line.body, names)) || '…';
    const written = /\]\((?:person|message):/.test(markdown) ? this.rendered(markdown) : waiting(markdown);
    // Later messages of the same batch may quote this one.
    const authorId = this.known.get({ type: 'person', id: line.author })?.id ?? '';
    this.sources.set(id, { authorId, markdown: written.markdown });
    return written;
  }

  /** A quote whose words its source does not hold keeps them, but says so no more in the source's name. */
  private rendered(given: string): WrittenBody {
    const first = renderMarkdown(given);
    const wrong = first.quotes.filter(({ sourceId, words }) => !this.holds(sourceId, words)).map(({ sourceId }) => sourceId);
    const markdown = wrong.reduce((text, sourceId) => withoutSource(text, sourceId), given);
    const { html, excerpt, mentionIds, quotes } = wrong.length > 0 ? renderMarkdown(markdown) : first;
    const authors = new Map(quotes.map(({ sourceId }): [string, string] => [sourceId, this.sources.get(sourceId)?.authorId ?? '']));
    return {
      markdown,
      html: withAuthors(html, authors),
      renderer: rendererVersion,
      excerpt,
      namedIds: [...new Set([...mentionIds, ...authors.values()])].slice(0, 100),
      mentionIds,
      sourceIds: [...authors.keys()],
    };
  }

  private holds(sourceId: string, words: string): boolean {
    const source = this.sources.get(sourceId);
    return source !== undefined && containsWords(renderMarkdown(source.markdown).ownWords, words);
  }

  /** By name to those whom the line mentions, then to the one person of the file who is called so. */
  private namesFor(line: LineOf<'message'>): Names {
    const mentioned = (line.mentions ?? []).flatMap((id) => this.known.get({ type: 'person', id })?.id ?? []);
    const message = (id: string) => this.known.get({ type: 'message', id })?.id ?? null;
    return {
      person: (name) => mentioned.find((id) => this.names.get(id) === name) ?? this.ids.get(name) ?? null,
      personById: (id) => this.known.get({ type: 'person', id })?.id ?? null,
      message: (id) => {
        const found = message(id);
        return found !== null && this.sources.has(found) ? found : null;
      },
    };
  }
}

const quotedBy = (line: LineOf<'message'>) => (line.quotes ?? []).map((id) => ({ type: 'message' as const, id }));

const namesWrittenIn = (html: string): string[] =>
  [...html.matchAll(/class="mention[^"]*"[^>]*>@?([^<]{1,120})</g)].flatMap(([, name]) => (name === undefined ? [] : [name.trim()]));

const waiting = (markdown: string): WrittenBody => ({
  markdown,
  html: '',
  renderer: 0,
  excerpt: firstWords(markdown),
  namedIds: [],
  mentionIds: [],
  sourceIds: [],
});
