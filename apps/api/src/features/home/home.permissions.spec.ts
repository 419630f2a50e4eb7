import * as home from '@landbridge/contract/home';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, nobodyElse, row, testPermissions, type Kind, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

const leaders = ['steward', 'convener'] as const;
const everyMember = ['member', 'steward', 'sponsor', 'convener'] as const;
const inCommunity = ({ community }: Place) => ({ params: { communityId: community.id } });
const outside = (code: 'community.ask-first' | 'community.not-found') => ({ outsider: code, administrator: code });
const alone = (allowed: readonly Kind[]) => ({
  open: nobodyElse(allowed, 'community.not-allowed'),
  closed: nobodyElse(allowed, 'community.not-allowed', outside('community.ask-first')),
  private: nobodyElse(allowed, 'community.not-allowed', outside('community.not-found')),
});

const table = [
  row(home.getLeading, alone(leaders), inCommunity),
  row(home.getOwnRing, alone(everyMember), inCommunity),
  row(home.getHome, everybody()),
  row(home.seeHome, everybody()),
  row(home.setNeedDone, { open: everybody(), private: members('thread.not-found') }, ({ thread }) => ({
    body: { kind: 'mentioned' as const, threadId: thread.thread.id, isDone: true },
  })),
];

describe('permissions on home', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('home', table, home, () => server);
});
