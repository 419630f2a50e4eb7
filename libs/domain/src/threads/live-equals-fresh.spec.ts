import { messageId, personId, threadId } from '@landbridge/contract';
import type { MessageView, ThreadChanges, ThreadPage } from '@landbridge/contract/threads';
import { array, assert, boolean, constant, nat, oneof, option, property, record, string, type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyThreadChanges } from './apply-thread-changes.ts';
import { applyThreadEvent, type ThreadEvent } from './apply-thread-event.ts';
import { aMessage, aThread, ids } from './thread.samples.ts';

/** What people do in a thread; numbers choose a message that is there. */
type Act =
  | { readonly kind: 'post'; readonly replyTo: number | null }
  | { readonly kind: 'edit'; readonly which: number; readonly excerpt: string }
  | { readonly kind: 'delete'; readonly which: number }
  | { readonly kind: 'hide'; readonly which: number }
  | { readonly kind: 'show'; readonly which: number }
  | { readonly kind: 'react'; readonly which: number; readonly isMine: boolean }
  | { readonly kind: 'rename'; readonly title: string };

const which = nat({ max: 20 });
const act: Arbitrary<Act> = oneof(
  record({ kind: constant('post' as const), replyTo: option(which) }),
  record({ kind: constant('edit' as const), which, excerpt: string({ minLength: 1, maxLength: 5 }) }),
  record({ kind: constant('delete' as const), which }),
  record({ kind: constant('hide' as const), which }),
  record({ kind: constant('show' as const), which }),
  record({ kind: constant('react' as const), which, isMine: boolean() }),
  record({ kind: constant('rename' as const), title: string({ minLength: 1, maxLength: 5 }) }),
);

const viewer = personId.parse(ids[0]);
const other = personId.parse(ids[1]);

/** A server as small as can be: the thread as it is now, and the events that led there. */
class Model {
  page: ThreadPage = { thread: aThread(), messages: [aMessage(1)], hasOlder: false, hasNewer: false };
  readonly events: ThreadEvent[] = [];
  private readonly words = new Map<string, { readonly html: string; readonly excerpt: string }>();

  get thread() {
    return this.page.thread;
  }

  /** The acts are few and the events are told with what is stored, as the real server does. */
  perform(wanted: Act): void {
    const seq = this.thread.lastSeq + 1;
    if (wanted.kind === 'post') return this.post(seq, wanted.replyTo);
    if (wanted.kind === 'rename') {
      const version = this.thread.version + 1;
      this.store({ title: wanted.title, version, lastSeq: seq }, this.page.messages);
      this.events.push({
        name: 'thread.changed',
        payload: { threadId: this.thread.id, seq, title: wanted.title, version, closedAt: null, crossUnit: null, pinned: [] },
      });
      return;
    }
    const target = this.page.messages[wanted.which % this.page.messages.length];
    if (target && !target.deletedAt) this.touch(seq, target, wanted);
  }

  changesAfter(seq: number): ThreadChanges {
    const messages = this.page.messages
      .filter((message) => message.changedSeq > seq)
      .toSorted((one, two) => one.changedSeq - two.changedSeq);
    return { thread: this.thread, messages, throughSeq: this.thread.lastSeq, isComplete: true };
  }

  private post(seq: number, replyTo: number | null): void {
    const target = replyTo === null ? undefined : this.page.messages[replyTo % this.page.messages.length];
    const position = this.thread.lastPosition + 1;
    const replied = target && {
      id: target.id,
      position: target.position,
      author: target.author,
      excerpt: target.deletedAt || target.hidden ? null : target.excerpt,
    };
    const message: MessageView = { ...aMessage(position), changedSeq: seq, replyTo: replied ?? null };
    this.store({ lastSeq: seq, lastPosition: position }, [...this.page.messages, message]);
    this.events.push({ name: 'thread.message-posted', payload: { threadId: this.thread.id, seq, message, heardUnitIds: [] } });
  }

  private touch(seq: number, target: MessageView, wanted: Exclude<Act, { kind: 'post' | 'rename' }>): void {
    const about = { threadId: this.thread.id, seq, messageId: target.id };
    const version = target.version + 1;
    if (wanted.kind === 'hide') return this.hide(seq, target);
    if (wanted.kind === 'show') return this.show(seq, target);
    if (target.hidden && wanted.kind !== 'delete') return;
    if (wanted.kind === 'edit') {
      const written = {
        version,
        editedAt: '2026-11-24T10:00:00.000Z',
        html: wanted.excerpt,
        excerpt: wanted.excerpt,
        named: [],
        files: [],
      };
      this.replace({ ...target, ...written, changedSeq: seq });
      this.events.push({ name: 'thread.message-edited', payload: { ...about, ...written } });
      return;
    }
    if (wanted.kind === 'delete') {
      const deletedAt = '2026-11-24T11:00:00.000Z';
      this.replace({
        ...target,
        html: '',
        excerpt: '',
        named: [],
        files: [],
        reactions: [],
        hidden: null,
        version,
        deletedAt,
        changedSeq: seq,
      });
      this.events.push({ name: 'thread.message-deleted', payload: { ...about, version, deletedAt } });
      return;
    }
    this.toggle(seq, target, wanted.isMine);
  }

  private hide(seq: number, target: MessageView): void {
    if (target.hidden) return;
    this.words.set(target.id, { html: target.html, excerpt: target.excerpt });
    const hidden = { since: '2026-11-24T12:00:00.000Z', reason: 'Unkind.' };
    this.replace({ ...target, html: '', excerpt: '', named: [], files: [], hidden, changedSeq: seq });
    this.events.push({ name: 'thread.message-hidden', payload: { threadId: this.thread.id, seq, messageId: target.id, hidden } });
  }

  private show(seq: number, target: MessageView): void {
    const words = this.words.get(target.id);
    if (!target.hidden || !words) return;
    const { version, editedAt, named, files } = target;
    this.replace({ ...target, ...words, hidden: null, changedSeq: seq });
    const about = { threadId: this.thread.id, seq, messageId: target.id };
    this.events.push({ name: 'thread.message-edited', payload: { ...about, version, editedAt, named, files, ...words } });
  }

  /** Somebody's thumb goes up when it is down, and down when it is up: the viewer's or one other person's. */
  private toggle(seq: number, target: MessageView, isByViewer: boolean): void {
    const before = target.reactions.find(({ emoji }) => emoji === '👍');
    const isOthers = before !== undefined && before.count > (before.isMine ? 1 : 0);
    const isAdded = isByViewer ? !before?.isMine : !isOthers;
    const count = (before?.count ?? 0) + (isAdded ? 1 : -1);
    const isMine = isByViewer ? isAdded : (before?.isMine ?? false);
    this.replace({ ...target, reactions: count === 0 ? [] : [{ emoji: '👍', count, isMine }], changedSeq: seq });
    const about = { threadId: this.thread.id, seq, messageId: target.id };
    const told = { emoji: '👍', personId: isByViewer ? viewer : other, isAdded, count };
    this.events.push({ name: 'thread.message-reacted', payload: { ...about, ...told } });
  }

  private replace(changed: MessageView): void {
    const excerpt = changed.deletedAt || changed.hidden ? null : changed.excerpt;
    const messages = this.page.messages.map((message) => {
      if (message.id === changed.id) return changed;
      return message.replyTo?.id === changed.id ? { ...message, replyTo: { ...message.replyTo, excerpt } } : message;
    });
    this.store({ lastSeq: changed.changedSeq }, messages);
  }

  private store(thread: Partial<ThreadPage['thread']>, messages: readonly MessageView[]): void {
    this.page = { ...this.page, thread: { ...this.thread, ...thread }, messages: [...messages] };
  }
}

const history = array(act, { minLength: 1, maxLength: 40 });

const performed = (acts: readonly Act[]): Model => {
  const model = new Model();
  for (const wanted of acts) model.perform(wanted);
  return model;
};

const opening = new Model().page;

describe('a thread page kept by events', () => {
  it('equals a fresh one after every event in order', () => {
    assert(
      property(history, (acts) => {
        const { page, events } = performed(acts);

        expect(events.reduce((kept, event) => applyThreadEvent(kept, event, viewer), opening)).toEqual(page);
      }),
    );
  });

  it('is not changed by an event that comes twice', () => {
    assert(
      property(history, (acts) => {
        const { page, events } = performed(acts);
        const twice = events.flatMap((event, index) => [event, ...events.slice(0, index + 1)]);

        expect(twice.reduce((kept, event) => applyThreadEvent(kept, event, viewer), opening)).toEqual(page);
      }),
    );
  });

  it('equals a fresh one after any loss once the gap is filled, also when events arrive while it is', () => {
    assert(
      property(history, nat(40), nat(40), (acts, heardCount, askedAt) => {
        const asked = performed(acts.slice(0, askedAt));
        const { page, events } = performed(acts);
        const heard = events.slice(0, heardCount).reduce((kept, event) => applyThreadEvent(kept, event, viewer), opening);

        const filled = applyThreadChanges(heard, asked.changesAfter(opening.thread.lastSeq));
        const missing = events.filter((event) => event.payload.seq > filled.thread.lastSeq);
        const kept = missing.reduce((before, event) => applyThreadEvent(before, event, viewer), filled);

        expect(kept).toEqual(page);
      }),
    );
  });

  it('is not turned back by an answer older than what was heard', () => {
    const acts: Act[] = [
      { kind: 'post', replyTo: 0 },
      { kind: 'delete', which: 0 },
    ];
    const { page, events } = performed(acts);
    const heard = events.reduce((kept, event) => applyThreadEvent(kept, event, viewer), opening);
    const older = performed(acts.slice(0, 1)).changesAfter(opening.thread.lastSeq);

    expect(applyThreadChanges(heard, older)).toEqual(page);
  });

  it('shows the new first line of a message in a reply also where the message itself is not loaded', () => {
    const target = { id: messageId.parse(ids[5]), position: 1, author: { id: other, name: 'Rui' }, excerpt: 'Old' };
    const page = { ...opening, messages: [{ ...aMessage(2), replyTo: target }], hasOlder: true };
    const edited = { version: 2, editedAt: null, html: 'New', excerpt: 'New', named: [], files: [] };
    const about = { threadId: threadId.parse(page.thread.id), seq: page.thread.lastSeq + 1, messageId: target.id };

    const after = applyThreadEvent(page, { name: 'thread.message-edited', payload: { ...about, ...edited } }, viewer);

    expect(after.messages[0]?.replyTo?.excerpt).toBe('New');
  });
});
