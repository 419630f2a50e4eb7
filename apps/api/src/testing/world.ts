import { allEvents, clientId, type CommunityId, type ThreadId } from '@landbridge/contract';
import { appointMember, createCommunity, type CommunityView, type MemberRole, type Visibility } from '@landbridge/contract/communities';
import { uploadFile, type FileView } from '@landbridge/contract/files';
import { keepArtifact, type ArtifactView } from '@landbridge/contract/library';
import { markHelped, postIssue, takeIssueStep, type IssueView } from '@landbridge/contract/practice-issues';
import { planSession, type SessionView } from '@landbridge/contract/sessions';
import {
  followThread,
  markRead,
  openCrossUnitThread,
  openThread,
  postMessage,
  type Follows,
  type MessageView,
  type ThreadPage,
} from '@landbridge/contract/threads';
import { v4 as uuid } from 'uuid';
import type { TestPerson } from './test-person.ts';

export const newClientId = () => clientId.parse(uuid());

/** Worlds are built by the product's own verbs, so that impossible ones cannot be built. */
export const foundCommunity = (
  convener: TestPerson,
  texts: { name?: string; visibility?: Visibility; domain?: string } = {},
): Promise<CommunityView> =>
  convener.do(createCommunity, {
    body: {
      clientId: newClientId(),
      name: `Bolted joints ${uuid().slice(0, 8)}`,
      visibility: 'open',
      domain: 'Joints that hold.',
      people: '',
      practice: '',
      ...texts,
    },
  });

export const startThread = (
  person: TestPerson,
  communityId: CommunityId,
  texts: { title?: string; markdown?: string } = {},
): Promise<ThreadPage> =>
  person.do(openThread, {
    params: { communityId },
    body: {
      clientId: newClientId(),
      title: 'When a shift hands over a half-tightened flange',
      markdown: 'How does the next crew know?',
      ...texts,
    },
  });

/** A thread across units, convened by this person. */
export const startAcrossUnits = (
  convener: TestPerson,
  unitIds: readonly string[],
  more: { personIds?: string[]; markdown?: string; title?: string } = {},
): Promise<ThreadPage> =>
  convener.do(openCrossUnitThread, {
    body: {
      clientId: newClientId(),
      title: 'When a shift hands over a half-tightened flange',
      question: 'How does the next crew know, without asking, which pass a flange is on?',
      markdown: 'So the rule is not the problem, the slot is.',
      unitIds: [...unitIds],
      ...more,
    },
  });

export const say = (
  person: TestPerson,
  threadId: ThreadId,
  markdown: string,
  more: { replyToId?: string; fileIds?: string[] } = {},
): Promise<MessageView> => person.do(postMessage, { params: { threadId }, body: { clientId: newClientId(), markdown, ...more } });

/** Sends a file that can be attached then. */
export const upload = (person: TestPerson, name: string, body: string | Uint8Array): Promise<FileView> =>
  person.do(uploadFile, { params: { clientId: newClientId() }, query: { name }, body });

/** A practice issue, with a conversation of its own that nobody has spoken in yet. */
export const ask = (
  asker: TestPerson,
  communityId: CommunityId,
  texts: {
    title?: string;
    situation?: string;
    tried?: string;
    stakes?: string;
    tags?: string[];
    isUrgent?: boolean;
    fileIds?: string[];
  } = {},
): Promise<IssueView> =>
  asker.do(postIssue, {
    params: { communityId },
    body: {
      clientId: newClientId(),
      title: 'Preload falls on M36 flange bolts after 500 hours',
      situation: 'On three towers in a row the upper third has lost its preload.',
      ...texts,
    },
  });

/** The asker says that a message helped. */
export const thank = (asker: TestPerson, { id: issueId }: IssueView, { id: messageId }: MessageView): Promise<IssueView> =>
  asker.do(markHelped, { params: { issueId, messageId } });

export const step = (
  person: TestPerson,
  { id: issueId }: IssueView,
  name: 'try' | 'not-use' | 'reopen' | 'archive' | 'bring-back',
): Promise<IssueView> => person.do(takeIssueStep, { params: { issueId }, body: { step: name } });

/** A session of a community, tomorrow unless it is told otherwise; `inMinutes` counts from now, back when it is negative. */
export const plan = (
  leader: TestPerson,
  communityId: CommunityId,
  { inMinutes = 24 * 60, ...texts }: { inMinutes?: number; title?: string; minutes?: number; place?: string; notes?: string } = {},
): Promise<SessionView> =>
  leader.do(planSession, {
    params: { communityId },
    body: {
      clientId: newClientId(),
      title: 'Case clinic: preload in the cold',
      at: new Date(Date.now() + inMinutes * 60_000).toISOString(),
      ...texts,
    },
  });

/** An artifact at home in these communities. */
export const keep = (
  author: TestPerson,
  communityIds: readonly CommunityId[],
  texts: { title?: string; markdown?: string; fromIssueId?: string; fromMessageId?: string; fileIds?: string[] } = {},
): Promise<ArtifactView> =>
  author.do(keepArtifact, {
    body: {
      clientId: newClientId(),
      title: 'Masking the seat before topcoat',
      markdown: 'Mask a ring round each hole.',
      communityIds: [...communityIds],
      ...texts,
    },
  });

/** A leader brings somebody in, which is the only way into a private community. */
export const bring = (leader: TestPerson, person: TestPerson, communityId: CommunityId, role: MemberRole = 'member') =>
  leader.do(appointMember, { params: { communityId, personId: person.id }, body: { role } });

export const follow = (person: TestPerson, threadId: ThreadId, follows: Follows) =>
  person.do(followThread, { params: { threadId }, body: { follows } });

export const read = (person: TestPerson, threadId: ThreadId, position: number) =>
  person.do(markRead, { params: { threadId }, body: { kind: 'read', position } });

/** Names of the events that a noun of the contract describes. */
export const eventsIn = (described: object): string[] =>
  allEvents.filter((event) => Object.values(described).includes(event)).map((event) => event.name);
