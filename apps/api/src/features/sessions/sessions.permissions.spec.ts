import * as sessions from '@landbridge/contract/sessions';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, nobodyElse, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId, plan } from '../../testing/world.ts';

const leaders = ['steward', 'convener'] as const;
const belonging = ['member', 'steward', 'sponsor', 'convener'] as const;
const unseen = { outsider: 'session.not-found', administrator: 'session.not-found' } as const;

const readers = { open: everybody(), private: members('session.not-found') };
const onlyMembers = { open: nobodyElse(belonging, 'session.members-only'), private: nobodyElse(belonging, 'session.members-only', unseen) };
const onlyLeaders = { open: nobodyElse(leaders, 'session.not-allowed'), private: nobodyElse(leaders, 'session.not-allowed', unseen) };

const about = async ({ people, community }: Place) => ({ params: { sessionId: (await plan(people.convener, community.id)).id } });
const aPart = async ({ people, community }: Place) => ({
  params: { sessionId: (await plan(people.convener, community.id, { inMinutes: -5 })).id, personId: people.member.id },
});

const table = [
  row(sessions.listSessions, everybody()),
  row(sessions.findSessions, everybody(), () => ({ query: { q: 'clinic' } })),
  row(
    sessions.planSession,
    {
      open: nobodyElse(leaders, 'community.not-allowed'),
      closed: nobodyElse(leaders, 'community.not-allowed', { outsider: 'community.ask-first', administrator: 'community.ask-first' }),
      private: nobodyElse(leaders, 'community.not-allowed', { outsider: 'community.not-found', administrator: 'community.not-found' }),
    },
    ({ community }, kind) => ({
      params: { communityId: community.id },
      body: { clientId: newClientId(), title: `Case clinic of ${kind}`, at: '2026-12-01T09:00:00.000Z' },
    }),
  ),
  row(sessions.getSession, readers, about),
  row(sessions.getSessionCalendar, readers, about),
  row(sessions.editSession, onlyLeaders, async (place) => ({ ...(await about(place)), body: { version: 1, title: 'Peer assist' } })),
  row(sessions.cancelSession, onlyLeaders, about),
  row(sessions.resumeSession, onlyLeaders, about),
  row(sessions.answerSession, onlyMembers, async (place) => ({ ...(await about(place)), body: { isComing: true } })),
  row(sessions.listSessionPeople, onlyMembers, about),
  row(sessions.recordPart, onlyLeaders, aPart),
  row(sessions.erasePart, onlyLeaders, aPart),
];

describe('permissions in sessions', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('sessions', table, sessions, () => server);
});
