import { Injectable } from '@nestjs/common';
import type { PersonId, ThreadId } from '@landbridge/contract';
import type { Reader } from '../../platform/database/reader.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { containsWords, renderMarkdown, rendererVersion, withAuthors, type Rendered } from './render-markdown.ts';
import { authorsOf, readersAmong, sourcesAmong } from './thread.facts.ts';

/** A message's text, rendered and checked, ready to be stored. */
export interface Written {
  readonly markdown: string;
  readonly html: string;
  readonly renderer: number;
  readonly excerpt: string;
  readonly namedIds: string[];
  readonly mentionIds: readonly PersonId[];
  readonly sourceIds: readonly string[];
}

/** Renders Markdown and refuses what it may not name: people who cannot read it, messages its author cannot read, words nobody said. */
@Injectable()
export class WriteMessage {
  /** `former` is the text that an edit replaces: a quote whose source was deleted may stay in it as it is, without words. */
  async run(reader: Reader, authorId: PersonId, threadId: ThreadId, markdown: string, former = ''): Promise<Written> {
    const rendered = renderMarkdown(markdown);
    const mentioned = rendered.mentionIds.length > 0 ? await reader.rows(readersAmong, [rendered.mentionIds, threadId]) : [];
    if (mentioned.length < rendered.mentionIds.length) throw problem('message.unknown-mention');
    const authors = await this.authorsOfSources(reader, authorId, rendered, new Set(renderMarkdown(former).messageIds));
    return {
      markdown,
      html: withAuthors(rendered.html, authors),
      renderer: rendererVersion,
      excerpt: rendered.excerpt,
      namedIds: [...new Set([...mentioned.map((person): string => person.id), ...authors.values()])],
      mentionIds: mentioned.map((person) => person.id),
      sourceIds: [...new Set(rendered.quotes.map((quote) => quote.sourceId))],
    };
  }

  /** @returns by quoted message, its author. @throws message.unknown-quote */
  private async authorsOfSources(
    reader: Reader,
    authorId: PersonId,
    { messageIds, quotes }: Rendered,
    kept: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    if (messageIds.length === 0) return new Map();
    const sources = await reader.rows(sourcesAmong, [messageIds, authorId]);
    const words = new Map(sources.map((source): [string, string] => [source.id, renderMarkdown(source.markdown).ownWords]));
    if (messageIds.some((id) => !words.has(id) && !kept.has(id))) throw problem('message.unknown-quote');
    if (quotes.some((quote) => !containsWords(words.get(quote.sourceId) ?? '', quote.words))) throw problem('message.unknown-quote');
    const quoted = await reader.rows(authorsOf, [quotes.map((quote) => quote.sourceId)]);
    return new Map(quoted.map((source): [string, string] => [source.id, source.authorId]));
  }
}
