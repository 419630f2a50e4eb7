import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  deleteMessage,
  editMessage,
  getMessage,
  getMessageHistory,
  getMessageSource,
  listReactors,
  pinMessage,
  previewMarkdown,
  react,
  unpinMessage,
  unreact,
} from '@landbridge/contract/threads';
import { isLeader } from '@landbridge/domain/communities';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { PinMessage } from './pin-message.ts';
import { React } from './react.ts';
import { renderMarkdown, withAuthors } from './render-markdown.ts';
import { RenderPending } from './render-pending.ts';
import { ThreadAccess } from './thread.access.ts';
import { namesOf, sourcesAmong } from './thread.facts.ts';
import { messageById, messageHistory, reactors } from './threads.queries.ts';

@Controller()
export class MessagesController {
  constructor(
    private readonly database: Database,
    private readonly access: ThreadAccess,
    private readonly editMessage: EditMessage,
    private readonly deleteMessage: DeleteMessage,
    private readonly reactions: React,
    private readonly pins: PinMessage,
    private readonly pending: RenderPending,
  ) {}

  @Endpoint(getMessage)
  async get(actor: Actor, { params }: InputOf<typeof getMessage>) {
    const message = await this.pending.read(() => this.database.json(messageById, [params.messageId, actor.personId]));
    if (!message) throw problem('message.not-found');
    return message;
  }

  @Endpoint(editMessage)
  edit(actor: Actor, { params, body }: InputOf<typeof editMessage>) {
    return this.editMessage.run(actor, params.messageId, body);
  }

  @Endpoint(deleteMessage)
  delete(actor: Actor, { params }: InputOf<typeof deleteMessage>) {
    return this.deleteMessage.run(actor, params.messageId);
  }

  @Endpoint(getMessageSource)
  async source(actor: Actor, { params }: InputOf<typeof getMessageSource>) {
    const { message } = await this.access.message(this.database, actor.personId, params.messageId);
    if (message.deletedAt) throw problem('message.deleted');
    if (message.hiddenAt) throw problem('message.hidden');
    const { id: messageId, threadId, version, markdown, files } = message;
    return { messageId, threadId, version, markdown, files };
  }

  @Endpoint(getMessageHistory)
  async history(actor: Actor, { params }: InputOf<typeof getMessageHistory>) {
    const { message, thread } = await this.access.message(this.database, actor.personId, params.messageId);
    if (message.authorId !== actor.personId && !isLeader(thread.role)) throw problem('message.not-allowed');
    return (await this.database.json(messageHistory, [message.id])) ?? { versions: [] };
  }

  @Endpoint(react)
  react(actor: Actor, { params }: InputOf<typeof react>) {
    return this.reactions.add(actor, params.messageId, params.emoji);
  }

  @Endpoint(unreact)
  unreact(actor: Actor, { params }: InputOf<typeof unreact>) {
    return this.reactions.takeBack(actor, params.messageId, params.emoji);
  }

  @Endpoint(pinMessage)
  pin(actor: Actor, { params }: InputOf<typeof pinMessage>) {
    return this.pins.pin(actor, params.messageId);
  }

  @Endpoint(unpinMessage)
  unpin(actor: Actor, { params }: InputOf<typeof unpinMessage>) {
    return this.pins.unpin(actor, params.messageId);
  }

  @Endpoint(listReactors)
  async reactors(actor: Actor, { params, query }: InputOf<typeof listReactors>) {
    await this.access.message(this.database, actor.personId, params.messageId);
    return (await this.database.json(reactors, [params.messageId, params.emoji, query.limit])) ?? { people: [] };
  }

  @Endpoint(previewMarkdown)
  async preview(actor: Actor, { body }: InputOf<typeof previewMarkdown>) {
    const { html, mentionIds, messageIds } = renderMarkdown(body.markdown);
    const sources = messageIds.length > 0 ? await this.database.rows(sourcesAmong, [messageIds, actor.personId]) : [];
    const named = await this.database.rows(namesOf, [[...mentionIds, ...sources.map((source) => source.authorId)]]);
    return { html: withAuthors(html, new Map(sources.map((source): [string, string] => [source.id, source.authorId]))), named };
  }
}
