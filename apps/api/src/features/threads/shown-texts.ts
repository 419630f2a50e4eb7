import { Injectable } from '@nestjs/common';
import type { MessageId } from '@landbridge/contract';
import { In } from 'typeorm';
import type { z } from 'zod';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { EditMessage } from './edit-message.ts';
import { MessageQuote, MessageVersion } from './message-parts.entity.ts';
import { WholeText } from './moderation.entity.ts';
import { blankQuotes, renderMarkdown, rendererVersion, withAuthors } from './render-markdown.ts';
import { authorsOf, messageFacts, namesOf, textsOf, type ThreadStanding } from './thread.facts.ts';
import type { Written } from './write-message.ts';

type Texts = z.output<(typeof textsOf)['row']>;

/**
 * What is shown of a text is the whole of it without the words of what it quotes and is not shown. The whole is kept while the two differ,
 * so that undoing comes down to looking anew, in whatever order things were hidden.
 */
@Injectable()
export class ShownTexts {
  constructor(private readonly editMessage: EditMessage) {}

  /** Brings a message and its former versions to what may be shown of them now. Its thread is locked. */
  async refresh(tx: Tx, id: MessageId, thread: ThreadStanding): Promise<void> {
    const message = await tx.one(messageFacts, [id]);
    if (!message || message.deletedAt) return;
    const texts = await tx.one(textsOf, [id]);
    if (!texts) return;
    const { version, editedAt, files } = message;
    const { whole, visible } = partsOf(texts, version, message.markdown);
    const shown = message.hiddenAt ? '' : visible;
    await this.keep(tx, id, texts, { version, whole, shown });
    if (shown !== message.markdown) {
      const written = await this.rendered(tx, shown);
      await this.editMessage.store(tx, { id, version, editedAt, files }, thread, { ...written, sourceIds: [] });
    }
    await this.refreshFormers(tx, id, texts);
    if (texts.deletedIds.length > 0) await tx.delete(MessageQuote, { messageId: id, sourceId: In(texts.deletedIds) });
  }

  /** A text that was checked before, rendered anew. Whoever it mentions or quotes and is still there is named. */
  async rendered(reader: Reader, markdown: string): Promise<Written> {
    const { html, excerpt, mentionIds: mentioned, quotes } = renderMarkdown(markdown);
    const sourceIds = [...new Set(quotes.map((quote) => quote.sourceId))];
    const authors = new Map((await reader.rows(authorsOf, [sourceIds])).map((source): [string, string] => [source.id, source.authorId]));
    const mentionIds = (await reader.rows(namesOf, [mentioned])).map((person) => person.id);
    const namedIds = [...new Set<string>([...mentionIds, ...authors.values()])];
    return { markdown, html: withAuthors(html, authors), renderer: rendererVersion, excerpt, namedIds, mentionIds, sourceIds };
  }

  /** What a hidden message says, without the words of what else is not shown. */
  async hiddenText(reader: Reader, id: MessageId, version: number): Promise<string> {
    const texts = await reader.one(textsOf, [id]);
    return texts ? partsOf(texts, version, '').visible : '';
  }

  private async refreshFormers(tx: Tx, id: MessageId, texts: Texts): Promise<void> {
    for (const { version, markdown } of texts.formers) {
      const { whole, visible: shown } = partsOf(texts, version, markdown);
      await this.keep(tx, id, texts, { version, whole, shown });
      if (shown === markdown) continue;
      const { html } = await this.rendered(tx, shown);
      await tx.update(MessageVersion, { messageId: id, version }, { markdown: shown, html });
    }
  }

  private async keep(tx: Tx, messageId: MessageId, { wholes }: Texts, text: { version: number; whole: string; shown: string }) {
    const { version, whole, shown } = text;
    const kept = wholes.find((other) => other.version === version);
    if (kept) await tx.delete(WholeText, { messageId, version });
    if (whole !== shown) await tx.insert(WholeText, { messageId, version, markdown: whole });
  }
}

/** Of a stored text: the whole of it without what was deleted, and what of that is visible. */
const partsOf = ({ wholes, deletedIds, hiddenIds }: Texts, version: number, stored: string) => {
  const whole = without(wholes.find((text) => text.version === version)?.markdown ?? stored, deletedIds);
  return { whole, visible: without(whole, hiddenIds) };
};

const without = (markdown: string, sourceIds: readonly MessageId[]): string => sourceIds.reduce(blankQuotes, markdown);
