import { clientId, communityId, messageId, personId, threadId } from '@landbridge/contract';
import type { MessageView, ThreadView } from '@landbridge/contract/threads';

/** Ids for samples: the same at each run. */
export const ids = Array.from({ length: 200 }, (_, index) => `0190a6f0-0000-7000-8000-${String(index).padStart(12, '0')}`);

const at = '2026-11-24T09:00:00.000Z';
const author = { id: personId.parse(ids[1]), name: 'Adwoa Mensah', unit: null };

/** The message at a position, as it was posted. */
export const aMessage = (position: number): MessageView => ({
  id: messageId.parse(ids[100 + position]),
  threadId: threadId.parse(ids[2]),
  clientId: clientId.parse(ids[3]),
  position,
  changedSeq: position,
  version: 1,
  author,
  postedAt: at,
  editedAt: null,
  deletedAt: null,
  hidden: null,
  isReported: false,
  html: `<p>${position}</p>`,
  excerpt: String(position),
  named: [],
  replyTo: null,
  reactions: [],
  files: [],
});

/** A thread with one message. */
export const aThread = (): ThreadView => ({
  id: threadId.parse(ids[2]),
  title: 'A half-tightened flange',
  version: 1,
  community: { id: communityId.parse(ids[4]), name: 'Bolted joints', visibility: 'open' },
  issueId: null,
  crossUnit: null,
  pinned: [],
  openedBy: author,
  openedAt: at,
  importedFrom: null,
  closedAt: null,
  lastSeq: 1,
  lastPosition: 1,
  readState: { readPosition: 0, follows: 'none', revision: 0 },
  can: { read: true, post: true, rename: false, close: false, reopen: false, pin: false, invite: false, moderate: false },
});
