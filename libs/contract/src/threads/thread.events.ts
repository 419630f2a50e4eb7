import { z } from 'zod';
import { call, event } from '../event.ts';
import { communityId, messageId, personId, threadId, unitId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant } from '../primitives.ts';
import { messageView, threadFacts, threadHeadline, unreadThread } from './thread.schemas.ts';

/** Events of one thread are numbered without holes: a browser that misses a number asks for the changes after the last it has. */
const numbered = { threadId, seq: z.int().min(1) };

/** `heardUnitIds` are the invited units that this is the first word of. */
export const messagePosted = event('thread.message-posted', z.object({ ...numbered, message: messageView, heardUnitIds: z.array(unitId) }));

/**
 * Also sent, with the same version, when words quoted from a deleted or hidden message go or come back, and when a hidden message
 * is shown again.
 */
export const messageEdited = event(
  'thread.message-edited',
  z.object({
    ...numbered,
    messageId,
    ...messageView.pick({ version: true, editedAt: true, html: true, excerpt: true, named: true, files: true }).shape,
  }),
);

export const messageDeleted = event('thread.message-deleted', z.object({ ...numbered, messageId, version: z.int(), deletedAt: instant }));

/** Its words are taken from everybody; who may see them asks for them. */
export const messageHidden = event(
  'thread.message-hidden',
  z.object({ ...numbered, messageId, hidden: messageView.shape.hidden.unwrap() }),
);

export const messageReacted = event(
  'thread.message-reacted',
  z.object({ ...numbered, messageId, emoji: z.string(), personId, isAdded: z.boolean(), count: z.int().min(0) }),
);

/** Title, question, whom it is for, what is pinned, or whether it is closed, changed. */
export const threadChanged = event(
  'thread.changed',
  z.object({ ...numbered, ...threadFacts.pick({ title: true, version: true, closedAt: true, crossUnit: true, pinned: true }).shape }),
);

/** The numbered events, in the order in which a reader would name them. */
export const threadEvents = [messagePosted, messageEdited, messageDeleted, messageHidden, messageReacted, threadChanged] as const;

/** To those whose lists show it: a thread was opened, spoken in, renamed or closed. Lists move without asking. */
export const threadMoved = event('thread.moved', z.object({ communityId: communityId.nullable(), thread: threadHeadline }));

/** To the person's own browsers: how far they have read, or what they follow, changed. */
export const readStateChanged = event('person.read-state-changed', unreadThread);

/** To the person's own browsers: they may no longer read this thread. */
export const threadLost = event('person.thread-lost', z.object({ threadId }));

/** To the person's own browsers: they reported a message, or took that back. */
export const ownReportChanged = event('person.own-report-changed', z.object({ threadId, messageId, isReported: z.boolean() }));

/** To those who look after a conversation, except the author: a message in it was reported, or needs nobody any more. */
export const reportsChanged = event('person.reports-changed', z.object({ threadId, communityId: communityId.nullable() }));

const present = z.object({ people: z.array(personSummary).max(20), count: z.int().min(0) });

/** Who is in the thread just now; at most twenty by name. Never stored. */
export const presenceChanged = event('thread.presence', z.object({ threadId, ...present.shape }));

/** Somebody writes; it holds for five seconds. Never stored. */
export const typing = event('thread.typing', z.object({ threadId, person: personSummary }));

/** Enter a thread's room. The answer's `lastSeq` tells whether something was missed. */
export const watchThread = call('thread.watch', z.strictObject({ threadId }), z.object({ lastSeq: z.int().min(0), ...present.shape }));
export const unwatchThread = call('thread.unwatch', z.strictObject({ threadId }), z.object({}));
export const startTyping = call('thread.start-typing', z.strictObject({ threadId }), z.object({}));
