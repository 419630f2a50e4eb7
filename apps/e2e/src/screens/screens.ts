import { globSync, readFileSync } from 'node:fs';
import {
  threadId,
  type ArtifactId,
  type CommunityId,
  type ImportId,
  type IssueId,
  type MessageId,
  type PersonId,
  type SessionId,
  type ThreadId,
} from '@landbridge/contract';
import { askToJoin, takeLeadership } from '@landbridge/contract/communities';
import { getImport, startImport, uploadHistory } from '@landbridge/contract/import';
import { keepArtifact } from '@landbridge/contract/library';
import { editProfile } from '@landbridge/contract/people';
import { answerSession, planSession, recordPart } from '@landbridge/contract/sessions';
import { react } from '@landbridge/contract/threads';
import { markHelped, takeIssueStep, tellOutcome } from '@landbridge/contract/practice-issues';
import { askForLink } from '@landbridge/contract/identity';
import { expect, vi } from 'vitest';
import { callRoute, type Member } from '../support/member.ts';
import {
  askIssue,
  bring,
  foundCommunity,
  join,
  linkIn,
  newClientId,
  newestMailTo,
  say,
  startThread,
  type World,
} from '../support/world.ts';

/** A populated organisation, so that every screen has something to show. */
export interface Scene {
  readonly viewer: Member;
  readonly newcomer: Member;
  readonly communityId: CommunityId;
  /** The viewer may ask to join it; somebody waits for its leader's answer. */
  readonly closedCommunityId: CommunityId;
  readonly leaderOfClosed: Member;
  readonly threadId: ThreadId;
  readonly messageId: MessageId;
  readonly personId: PersonId;
  /** It ended with what changed. */
  readonly issueId: IssueId;
  /** Urgent, and nobody has answered. */
  readonly openIssueId: IssueId;
  readonly sessionId: SessionId;
  readonly artifactId: ArtifactId;
  /** A history that was looked at, with a line that cannot be used. */
  readonly importId: ImportId;
  readonly link: string;
}

export interface Screen {
  /** As the router writes it. */
  readonly route: string;
  readonly path: (scene: Scene) => string;
  /** Words that are there once the screen is complete. */
  readonly shows: string;
  readonly isPublic?: boolean;
}

/** One visit for each path of the router. */
export const screens: readonly Screen[] = [
  { route: '/sign-in', path: () => '/sign-in', shows: 'Send me a link instead', isPublic: true },
  { route: '/link/$token', path: ({ link }) => new URL(link).pathname, shows: 'Choose a new password', isPublic: true },
  { route: '/mailbox', path: () => '/mailbox', shows: 'Mail that would have been sent.', isPublic: true },
  { route: '/', path: () => '/', shows: 'That is everything new.' },
  { route: '/notices', path: () => '/notices', shows: 'mentioned you' },
  { route: '/threads', path: () => '/threads?show=following', shows: 'That is everything.' },
  { route: '/threads/new-across-units', path: () => '/threads/new-across-units', shows: 'Rotor blades' },
  { route: '/threads/$threadId', path: ({ threadId }) => `/threads/${threadId}`, shows: 'Torque in newton metres' },
  { route: '/messages/$messageId', path: ({ messageId }) => `/messages/${messageId}`, shows: 'Torque in newton metres' },
  { route: '/communities', path: () => '/communities', shows: 'Crane planning' },
  { route: '/communities/new', path: () => '/communities/new', shows: 'What do we do and share?' },
  { route: '/communities/$communityId', path: ({ communityId }) => `/communities/${communityId}`, shows: 'Preload falls' },
  { route: '/issues', path: () => '/issues', shows: 'Preload falls' },
  { route: '/issues/new', path: ({ communityId }) => `/issues/new?community=${communityId}`, shows: 'This is urgent' },
  { route: '/issues/$issueId', path: ({ issueId }) => `/issues/${issueId}`, shows: 'The paint creeps' },
  { route: '/people', path: () => '/people', shows: 'Benedikta Brandt-Bertelsen' },
  { route: '/people/$personId', path: ({ personId }) => `/people/${personId}`, shows: 'Rotor blades' },
  { route: '/profile/edit', path: () => '/profile/edit', shows: 'Worlds I have moved between' },
  { route: '/library', path: () => '/library', shows: 'Marks on a half-tightened flange' },
  { route: '/library/new', path: () => '/library/new', shows: 'Where is it at home?' },
  { route: '/library/$artifactId', path: ({ artifactId }) => `/library/${artifactId}`, shows: 'Torque in newton metres' },
  { route: '/library/$artifactId/edit', path: ({ artifactId }) => `/library/${artifactId}/edit`, shows: 'Where is it at home?' },
  { route: '/calendar', path: () => '/calendar', shows: 'Case clinic on bolts' },
  { route: '/sessions/new', path: () => '/sessions/new', shows: 'What is it about?' },
  { route: '/sessions/$sessionId', path: ({ sessionId }) => `/sessions/${sessionId}`, shows: 'Who took part?' },
  { route: '/admin', path: () => '/admin', shows: 'Benedikta Brandt-Bertelsen' },
  { route: '/admin/organisation', path: () => '/admin/organisation', shows: 'Working days' },
  { route: '/welcome', path: () => '/welcome?step=units', shows: 'Go on to people' },
  { route: '/admin/import', path: () => '/admin/import', shows: 'As others will read it.' },
  { route: '/admin/history', path: () => '/admin/history', shows: 'What was brought so far' },
  { route: '/admin/history/$importId', path: ({ importId }) => `/admin/history/${importId}`, shows: 'This file would bring 4 lines' },
  { route: '/admin/audit', path: () => '/admin/audit', shows: 'Benedikta Brandt-Bertelsen' },
  { route: '/settings', path: () => '/settings', shows: 'This browser' },
];

/** Every path that the browser application knows, read from where they are written. */
export const routerPaths = (): string[] => {
  const folder = new URL('../../../web/src/app/routes/', import.meta.url);
  const sources = globSync('*.tsx', { cwd: folder }).map((file) => readFileSync(new URL(file, folder), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/\bpath: '(\/[^']*)'/g)].map(([, path = '']) => path));
};

const richMessage = `What we agreed in **March**:

1. Tighten in a star, never in a circle.
2. Mark bolt *and* flange with one stripe.

| Bolt | Torque in newton metres |
|---|---|
| M30 | 1350 |
| M36 | 2350 |

- [x] Log before leaving the platform
- [ ] Photograph of each stripe

\`\`\`ts
const isTight = (log: TorqueLog): boolean => log.readings.every((reading) => reading.newtonMetres >= log.target);
\`\`\`

> A half-tightened flange looks tight.

See \`docs/handover.md\` and https://norrgard.example/a/very/long/address/that/does/not/break/by/itself/on/a/phone/screen.`;

export const setScene = async (world: World): Promise<Scene> => {
  const viewer = world.administrator;
  const ben = await world.person('Benedikta Brandt-Bertelsen', 'Rotor blades');
  const rui = await world.person('Rui Rocha', 'Tower assembly');
  const newcomer = await world.person('Nina Neu', 'Grid');
  const community = await foundCommunity(viewer);
  const secret = await foundCommunity(viewer, { name: 'Crane planning', visibility: 'private' });
  await join(ben, community.id);
  await join(rui, community.id);
  await bring(viewer, ben, secret.id);
  const closed = await foundCommunity(ben, { name: 'Supplier audits', visibility: 'closed' });
  await rui.do(askToJoin, { params: { communityId: closed.id }, body: { words: 'I buy what you audit.' } });
  await ben.do(takeLeadership, { params: { communityId: community.id, leadership: 'community-keeper' } });
  const topics = ['preload', 'hydraulic tensioners'];
  await ben.do(editProfile, {
    body: { version: 1, title: 'Fitter', place: 'Aalvik', languages: ['English'], topics, about: 'I *fit*.', worlds: '' },
  });
  const thread = await startThread(ben, community.id, {
    markdown: 'Last night a flange was left with half of its bolts tight. How does the next crew know?',
  });
  const said = await say(viewer, thread.id, 'We had this in May: the stripe was painted before the second pass.');
  await rui.do(react, { params: { messageId: said.id, emoji: '👍' } });
  const rich = await say(rui, thread.id, richMessage, { replyToId: said.id });
  await say(
    ben,
    thread.id,
    `> [Rui Rocha](message:${rich.id})\n> Tighten in a star, never in a circle.\n\n[@Ada Administrator](person:${viewer.id}) can you bring this to the crews?`,
  );
  await startThread(rui, community.id, {
    title: 'Which grease for bolts that stand in salt water?',
    markdown: 'Ours washes off within a winter.',
  });
  const issues = await setIssues(viewer, ben, community.id);
  // It is on: who comes and who took part are both there.
  const session = await viewer.do(planSession, {
    params: { communityId: community.id },
    body: {
      clientId: newClientId(),
      title: 'Case clinic on bolts',
      at: new Date(Date.now() - 60_000).toISOString(),
      place: 'https://meet.norrgard.example/a/very/long/room/that/does/not/break/by/itself',
      notes: 'Bring one flange that you do not trust.',
    },
  });
  await ben.do(answerSession, { params: { sessionId: session.id }, body: { isComing: true } });
  await viewer.do(recordPart, { params: { sessionId: session.id, personId: ben.id } });
  const artifact = await ben.do(keepArtifact, {
    body: { clientId: newClientId(), title: 'Marks on a half-tightened flange', markdown: richMessage, communityIds: [community.id] },
  });
  const importId = await lookAtHistory(viewer);
  const link = await askForReset(world.url, rui.email);
  const places = { communityId: community.id, closedCommunityId: closed.id, leaderOfClosed: ben };
  const things = { threadId: thread.id, messageId: rich.id, personId: ben.id, sessionId: session.id, artifactId: artifact.id };
  return { viewer, newcomer, ...places, ...things, ...issues, importId, link };
};

const setIssues = async (asker: Member, helper: Member, communityId: CommunityId) => {
  const told = await askIssue(asker, communityId, {
    tried: 'Re-torqued twice; the loss comes back.',
    stakes: 'Forty-one towers leave before Easter.',
    tags: ['preload'],
  });
  const params = { issueId: told.id };
  const answer = await say(helper, threadId.parse(told.id), 'The paint creeps, the bolt does not: mask a ring round each hole.');
  await asker.do(markHelped, { params: { ...params, messageId: answer.id } });
  const { version } = await asker.do(takeIssueStep, { params, body: { step: 'try' } });
  const outcome = { markdown: 'The work instruction masks the seat now.', before: '10 % mean loss', after: '3 % 288 bolts' };
  await asker.do(tellOutcome, { params, body: { version, ...outcome } });
  const urgent = { title: 'The tensioner reads low below 5 °C', stakes: 'Nine towers were closed with it.', isUrgent: true };
  const open = await askIssue(asker, communityId, urgent);
  return { issueId: told.id, openIssueId: open.id };
};

const lookAtHistory = async (administrator: Member): Promise<ImportId> => {
  const lines = [
    { type: 'header', format: 'landbridge', version: 1, source: 'old-forum' },
    { type: 'person', id: 'p', name: 'Ines Moreau' },
    { type: 'community', id: 'c', name: 'Joints of old' },
    { type: 'thread', id: 't', title: 'Torque', community: 'c', at: '2025-03-03T09:00:00Z' },
    { type: 'message', id: 'm', thread: 't', author: 'p', at: '2025-03-03T09:00:00Z', body: 'Two marks.', colour: 'red' },
    { type: 'message', id: 'w', thread: 'nowhere', author: 'p', at: '2025-03-03T09:01:00Z', body: `A wrench ${'and a mark '.repeat(40)}` },
  ];
  const { id, version } = await administrator.do(uploadHistory, {
    params: { clientId: newClientId() },
    query: { name: 'the-history-of-our-old-forum-as-it-was-exported-in-march.ndjson' },
    body: lines.map((line) => JSON.stringify(line)).join('\n'),
  });
  const params = { importId: id };
  await administrator.do(startImport, { params, body: { version, isDry: true } });
  await vi.waitFor(async () => expect((await administrator.do(getImport, { params })).state).toBe('finished'), 10_000);
  return id;
};

const askForReset = async (url: string, email: string): Promise<string> => {
  await callRoute(url, askForLink, { body: { email, purpose: 'password-reset' } });
  return linkIn(await newestMailTo(url, email, 'Choose a new password'));
};
