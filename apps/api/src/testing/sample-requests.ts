import { allRoutes, type Route } from '@landbridge/contract';
import { v4 as uuid } from 'uuid';
import type { Answer, TestPerson } from './test-person.ts';

/** What a request is about; ids of nothing stand for what is not given. */
export interface Target {
  readonly communityId?: string;
  readonly threadId?: string;
  readonly messageId?: string;
  readonly issueId?: string;
  readonly artifactId?: string;
  readonly sessionId?: string;
  readonly personId?: string;
  readonly fileId?: string;
}

const charter = { name: 'Sample', domain: 'Sample.', people: 'Sample.', practice: 'Sample.' };
const password = 'seven brown herons';

/** A body that fits, for every route that takes one. */
const bodies: Readonly<Record<string, () => object>> = {
  setUpOrganisation: () => ({ organisation: 'Sample', name: 'Sample', email: 'sample@norrgard.example', password }),
  signIn: () => ({ email: 'sample@norrgard.example', password }),
  openDemo: () => ({}),
  signInToDemo: () => ({ as: 'member' }),
  changePreferences: () => ({ theme: 'light' }),
  changePassword: () => ({ present: 'unknown to all', password }),
  askForLink: () => ({ email: 'sample@norrgard.example', purpose: 'sign-in' }),
  useLink: () => ({ password }),
  changeOrganisation: () => ({ version: 1, name: 'Sample', language: 'en', timeZone: 'UTC', workingDays: [1], holidays: [] }),
  createUnit: () => ({ clientId: uuid(), name: `Sample ${uuid()}` }),
  changeUnit: () => ({ name: `Sample ${uuid()}` }),
  mergeUnit: () => ({ intoId: uuid() }),
  invitePerson: () => ({ clientId: uuid(), name: 'Sample', email: `${uuid()}@norrgard.example` }),
  editProfile: () => ({ version: 1, title: 'Sample', place: '', languages: [], topics: ['samples'], about: 'Sample.', worlds: '' }),
  showMilestone: () => ({ isPrivate: true }),
  readPeopleFile: () => ({ content: '' }),
  importPeople: () => ({ people: [{ name: 'Sample', email: `${uuid()}@norrgard.example`, unit: '', roles: [] }] }),
  moveToUnit: () => ({ unitId: uuid() }),
  createCommunity: () => ({ clientId: uuid(), visibility: 'open', ...charter, name: `Sample ${uuid()}` }),
  editCommunity: () => ({ version: 1, ...charter }),
  nameImperative: () => ({ clientId: uuid(), name: `Sample ${uuid()}` }),
  changeImperative: () => ({ version: 1, name: `Sample ${uuid()}`, ownerId: null }),
  askToJoin: () => ({ words: 'Sample.' }),
  decideRequest: () => ({ decision: 'declined', reply: 'Sample.' }),
  mergeCommunity: () => ({ intoId: uuid() }),
  appointMember: () => ({ role: 'steward' }),
  openThread: () => ({ clientId: uuid(), title: 'Sample', markdown: 'Sample.' }),
  openCrossUnitThread: () => ({ clientId: uuid(), title: 'Sample', question: 'Sample?', markdown: 'Sample.', unitIds: [uuid()] }),
  changeParticipants: () => ({ version: 1, unitIds: [uuid()] }),
  changeThread: () => ({ version: 1, title: 'Sample' }),
  postMessage: () => ({ clientId: uuid(), markdown: 'Sample.' }),
  editMessage: () => ({ version: 1, markdown: 'Sample.' }),
  reportMessage: () => ({ kind: 'other', note: 'Sample.' }),
  answerReports: () => ({ isLeft: true }),
  hideMessage: () => ({ reason: 'Sample.' }),
  markRead: () => ({ kind: 'read', position: 1 }),
  followThread: () => ({ follows: 'muted' }),
  previewMarkdown: () => ({ markdown: 'Sample.' }),
  uploadFile: () => Buffer.from('Sample.'),
  postIssue: () => ({ clientId: uuid(), title: 'Sample', situation: 'Sample.' }),
  editIssue: () => ({ version: 1, title: 'Sample' }),
  takeIssueStep: () => ({ step: 'try' }),
  tellOutcome: () => ({ version: 1, markdown: 'Sample.' }),
  setNeedDone: () => ({ kind: 'mentioned', threadId: uuid(), isDone: true }),
  keepArtifact: () => ({ clientId: uuid(), title: 'Sample', markdown: 'Sample.', communityIds: [uuid()] }),
  editArtifact: () => ({ version: 1, title: 'Sample' }),
  planSession: () => ({ clientId: uuid(), title: 'Sample', at: '2026-11-26T09:00:00.000Z' }),
  editSession: () => ({ version: 1, title: 'Sample' }),
  answerSession: () => ({ isComing: true }),
  uploadHistory: () => Buffer.from('{"type":"header","format":"landbridge","version":1,"source":"sample"}'),
  startImport: () => ({ version: 1, isDry: true }),
  readNotices: () => ({ upTo: '2026-11-26T09:00:00.000Z' }),
  setNoticeKind: () => ({ isOn: false }),
  saveIssueView: () => ({ name: 'Sample', filters: { state: 'open' } }),
};

/** Queries that a route cannot be asked without, or that ask it for the most. */
const queries: Readonly<Record<string, object>> = {
  uploadFile: { name: 'sample.txt' },
  uploadHistory: { name: 'sample.ndjson' },
  listPeople: { by: 'knowledge' },
  listMessages: { after: 0 },
  getThreadChanges: { after: 0 },
};

export const sampleBody = ({ name }: Route): object | undefined => bodies[name]?.();

export const sampleParams = (route: Route, target: Target = {}): Record<string, string> => {
  const known: Record<string, string | undefined> = {
    token: 'A'.repeat(43),
    emoji: '👍',
    kind: 'original',
    role: 'observer',
    version: '1',
    leadership: 'social-reporter',
    noticeKind: 'archived',
    ...target,
  };
  return Object.fromEntries(Object.keys(route.params.shape).map((name) => [name, known[name] ?? uuid()]));
};

/** Asks a route about something, with a body that fits; where the route searches, for these words. */
export const askSample = (person: TestPerson, route: Route, target: Target, words: string): Promise<Answer> =>
  person.requestAnything(route, {
    params: sampleParams(route, target),
    query: { ...queries[route.name], ...('q' in route.query.shape ? { q: words } : {}) },
    body: sampleBody(route),
  });

/** Every route, the one that ends the sign-in last. */
export const routesSignOutLast = (): readonly Route[] => [
  ...allRoutes.filter(({ name }) => name !== 'signOut'),
  ...allRoutes.filter(({ name }) => name === 'signOut'),
];
