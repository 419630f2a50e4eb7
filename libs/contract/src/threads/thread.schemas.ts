import { z } from 'zod';
import { communitySummary } from '../communities/community.schemas.ts';
import { fileViews } from '../files/file.schemas.ts';
import { clientId, communityId, issueId, messageId, personId, threadId, unitId } from '../ids.ts';
import { unitSummary } from '../organisation/organisation.schemas.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant, line, text, version } from '../primitives.ts';

/** Most characters of Markdown in one message. */
export const messageLimit = 20_000;

export const threadTitle = line(160);

const onePictograph = /^(?:\p{RGI_Emoji})$/v;

/** One emoji, as Unicode recommends it for general interchange (UTS #51, RGI). */
export const emoji = z.string().max(40).regex(onePictograph, 'must be one emoji');

/** Following tells of everything new; muted never does; `none` is the state of who only reads. */
export const follows = z.enum(['following', 'none', 'muted']);
export type Follows = z.infer<typeof follows>;

/**
 * How far somebody has read: `readPosition` is the position of the last message read. Where there is no mark it is 0,
 * and joining a community sets marks at the end of everything said before.
 * `revision` grows with each change, so that a late event never undoes a newer one.
 */
export const readState = z.object({ readPosition: z.int().min(0), follows, revision: z.int().min(0) });
export type ReadState = z.infer<typeof readState>;

export const threadAbility = z.enum(['read', 'post', 'rename', 'close', 'reopen', 'pin', 'invite', 'moderate']);
export type ThreadAbility = z.infer<typeof threadAbility>;
export const threadAbilitySet = z.record(threadAbility, z.boolean());

/** What a cross-unit thread was, in the words of Akkerman & Bakker (2011); its convener says so when closing it. */
export const closingTag = z.enum(['identification', 'coordination', 'reflection', 'transformation']);
export type ClosingTag = z.infer<typeof closingTag>;

export const threadQuestion = text(400);
/** Units that one thread may invite. */
export const mostUnits = 24;
const mostPeople = 50;

/** A unit invited as an equal; `firstSpokeAt` is when somebody of it, or of a unit below it, first spoke. */
export const invitedUnit = z.object({ unit: unitSummary, firstSpokeAt: instant.nullable() });

/** What only a cross-unit thread has: it is owned by no community. Units in the order of their first word, then by name. */
export const crossUnitView = z.object({
  question: z.string(),
  convener: personSummary,
  units: z.array(invitedUnit).max(mostUnits),
  /** People added by name, whatever their unit. */
  people: z.array(personSummary).max(mostPeople),
  closedAs: closingTag.nullable(),
});
export type CrossUnitView = z.infer<typeof crossUnitView>;

/** Whom a cross-unit thread is for. */
export const participants = z.strictObject({
  unitIds: z.array(unitId).min(1).max(mostUnits),
  personIds: z.array(personId).max(mostPeople).default([]),
});

/** A message kept in sight, with its first line. */
export const pinnedMessage = z.object({
  messageId,
  position: z.int().min(1),
  author: z.object({ id: personId, name: z.string() }),
  excerpt: z.string(),
});
export const mostPins = 10;

/** What every reader of a thread sees alike. `seq` counts events, `position` counts messages. */
export const threadFacts = z.object({
  id: threadId,
  title: z.string(),
  version,
  /** Null for a cross-unit thread. */
  community: communitySummary.nullable(),
  /** The practice issue that the thread is about. */
  issueId: issueId.nullable(),
  crossUnit: crossUnitView.nullable(),
  pinned: z.array(pinnedMessage).max(mostPins),
  openedBy: personSummary,
  openedAt: instant,
  /** Name of the source of an imported thread; null for one that began here. */
  importedFrom: z.string().nullable(),
  closedAt: instant.nullable(),
  lastSeq: z.int().min(0),
  lastPosition: z.int().min(0),
});

export const threadView = threadFacts.extend({ readState, can: threadAbilitySet });
export type ThreadView = z.infer<typeof threadView>;

/** The message a reply names. `excerpt` is its first line; null once it was deleted, and while it is hidden. */
export const replyTarget = z.object({
  id: messageId,
  position: z.int().min(1),
  author: z.object({ id: personId, name: z.string() }),
  excerpt: z.string().nullable(),
});

export const reaction = z.object({ emoji: z.string(), count: z.int().min(1), isMine: z.boolean() });
export type Reaction = z.infer<typeof reaction>;

/** Somebody mentioned or quoted in a message, with today's name. The HTML holds ids only. */
export const namedPerson = z.object({ id: personId, name: z.string() });

/**
 * One message. `html` is rendered and sanitised by the server; empty when deleted or hidden.
 * `changedSeq` is the number of the last event that touched it.
 */
export const messageView = z.object({
  id: messageId,
  threadId,
  clientId,
  position: z.int().min(1),
  changedSeq: z.int().min(1),
  version,
  author: personSummary,
  postedAt: instant,
  editedAt: instant.nullable(),
  deletedAt: instant.nullable(),
  /** Since when it is hidden, and why; its author and those who look after the thread can ask what it says. */
  hidden: z.object({ since: instant, reason: z.string() }).nullable(),
  /** Whether the reader reported it. */
  isReported: z.boolean(),
  html: z.string(),
  excerpt: z.string(),
  named: z.array(namedPerson).max(100),
  replyTo: replyTarget.nullable(),
  reactions: z.array(reaction).max(40),
  files: fileViews,
});
export type MessageView = z.infer<typeof messageView>;

/** A stretch of a thread without holes. */
export const messageWindow = z.object({ messages: z.array(messageView).max(200), hasOlder: z.boolean(), hasNewer: z.boolean() });
export type MessageWindow = z.infer<typeof messageWindow>;

export const threadPage = z.object({ thread: threadView, ...messageWindow.shape });
export type ThreadPage = z.infer<typeof threadPage>;

/** Everything that changed after a `seq`, as it is now. `throughSeq` is where to go on; the last page says `isComplete`. */
export const threadChanges = z.object({
  thread: threadView,
  messages: z.array(messageView).max(200),
  throughSeq: z.int().min(0),
  isComplete: z.boolean(),
});
export type ThreadChanges = z.infer<typeof threadChanges>;

/** A thread in a list, as every reader sees it. */
export const threadHeadline = z.object({
  id: threadId,
  title: z.string(),
  community: communitySummary.nullable(),
  issueId: issueId.nullable(),
  /** Units that a cross-unit thread invites; none for others. */
  units: z.array(unitSummary).max(mostUnits),
  openedBy: personSummary,
  openedAt: instant,
  closedAt: instant.nullable(),
  /** Number of the event after which the thread looked like this: of two headlines the one with the higher is younger. */
  lastSeq: z.int().min(0),
  lastPosition: z.int().min(0),
  lastMessageAt: instant,
  lastAuthor: personSummary,
  lastExcerpt: z.string(),
});

/** A thread in a list, for one reader. */
export const threadRow = threadHeadline.extend({ readState });
export type ThreadRow = z.infer<typeof threadRow>;

export const threadList = z.object({ threads: z.array(threadRow).max(100), nextCursor: z.string().nullable() });
export type ThreadList = z.infer<typeof threadList>;

/**
 * One line of the unread overview: `lastPosition − readPosition` messages are unread.
 * `isOwn` says that the reader spoke last: their own words are no news to them.
 */
export const unreadThread = z.object({
  threadId,
  communityId: communityId.nullable(),
  lastPosition: z.int().min(0),
  lastMessageAt: instant,
  isOwn: z.boolean(),
  readState,
});
export type UnreadThread = z.infer<typeof unreadThread>;

export const unreadOverview = z.object({
  /** Followed and muted threads, and those spoken in since their community was looked at; newest first. */
  threads: z.array(unreadThread).max(2_000),
  /** The communities one is a member of, and when one last looked at what is new in each. */
  communities: z.array(z.object({ communityId, seenAt: instant })).max(1_000),
  /** Communities in which something is new outside followed and muted threads: the rail shows a dot. */
  communitiesWithNews: z.array(communityId).max(1_000),
});
export type UnreadOverview = z.infer<typeof unreadOverview>;

export const messageSource = z.object({ messageId, threadId, version, markdown: z.string(), files: fileViews });
export const messageVersion = z.object({ version, markdown: z.string(), html: z.string(), writtenAt: instant });

/** A thread in which somebody wrote. */
export const writing = z.object({
  threadId,
  title: z.string(),
  community: z.object({ id: communityId, name: z.string() }).nullable(),
  wroteAt: instant,
});
export type Writing = z.infer<typeof writing>;
