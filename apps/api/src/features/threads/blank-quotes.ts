import { Injectable } from '@nestjs/common';
import type { MessageId, ThreadId } from '@landbridge/contract';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { MessageQuote, MessageVersion } from './message-parts.entity.ts';
import { EditMessage } from './edit-message.ts';
import { blankQuotes, renderMarkdown, rendererVersion, withAuthors } from './render-markdown.ts';
import { authorsOf, lockedThreadFacts, messageFacts, namesOf, quotersOf, versionsOf } from './thread.facts.ts';

/** A deleted message's words go from every quote of them too, former versions included. Runs as a job; again is harmless. */
@Injectable()
export class BlankQuotes {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly editMessage: EditMessage,
  ) {}

  async run(sourceId: MessageId): Promise<void> {
    for (;;) {
      const quoters = await this.database.rows(quotersOf, [sourceId]);
      if (quoters.length === 0) return;
      for (const { id, threadId } of quoters) await this.unitOfWork.run((tx) => this.blank(tx, { id, threadId, sourceId }));
    }
  }

  /** The thread is locked first, as everywhere. Afterwards the message is no quoter of the source any more. */
  private async blank(tx: Tx, { id, threadId, sourceId }: { id: MessageId; threadId: ThreadId; sourceId: MessageId }): Promise<void> {
    const thread = await lockedThreadFacts(tx, threadId, null);
    const message = await tx.one(messageFacts, [id]);
    if (!thread || !message || message.deletedAt) return;
    const markdown = blankQuotes(message.markdown, sourceId);
    const rendered = renderMarkdown(markdown);
    const quotedIds = rendered.quotes.map((quote) => quote.sourceId);
    const authors = new Map((await tx.rows(authorsOf, [quotedIds])).map((source): [string, string] => [source.id, source.authorId]));
    const mentionIds = (await tx.rows(namesOf, [rendered.mentionIds])).map((person) => person.id);
    await this.editMessage.store(tx, { id, version: message.version, editedAt: message.editedAt, files: message.files }, thread, {
      markdown,
      html: withAuthors(rendered.html, authors),
      renderer: rendererVersion,
      excerpt: rendered.excerpt,
      namedIds: [...new Set([...mentionIds, ...authors.values()])],
      mentionIds,
      sourceIds: quotedIds.filter((quoted) => quoted !== sourceId),
    });
    await tx.delete(MessageQuote, { messageId: id, sourceId });
    for (const { version, markdown: former } of await tx.rows(versionsOf, [id])) {
      const blanked = blankQuotes(former, sourceId);
      await tx.update(MessageVersion, { messageId: id, version }, { markdown: blanked, html: renderMarkdown(blanked).html });
    }
  }
}
