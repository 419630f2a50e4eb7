import { watchCommunity } from '@landbridge/contract/communities';
import type { LiveEvent } from '@landbridge/contract';
import * as sessions from '@landbridge/contract/sessions';
import { applyOwnPart, applySessionChanged } from '@landbridge/domain/sessions';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, eventsIn, foundCommunity, plan } from '../../testing/world.ts';

const { sessionChanged, ownPartChanged } = sessions;

interface World {
  readonly convener: TestPerson;
  readonly member: TestPerson;
  readonly visitor: TestPerson;
  readonly session: sessions.SessionView;
}

interface Case {
  readonly event: LiveEvent;
  readonly when: string;
  act(world: World): Promise<unknown>;
}

const inSession = ({ session }: World) => ({ params: { sessionId: session.id } });
const memberPart = ({ session, member }: World) => ({ params: { sessionId: session.id, personId: member.id } });

const cases: readonly Case[] = [
  {
    event: sessionChanged,
    when: 'it is edited',
    act: (world) =>
      world.convener.do(sessions.editSession, { ...inSession(world), body: { version: 1, title: 'Peer assist', minutes: 90 } }),
  },
  {
    event: sessionChanged,
    when: 'it is cancelled and resumed',
    act: async (world) => {
      await world.convener.do(sessions.cancelSession, inSession(world));
      await world.convener.do(sessions.resumeSession, inSession(world));
    },
  },
  {
    event: ownPartChanged,
    when: 'members say whether they come',
    act: async (world) => {
      await world.member.do(sessions.answerSession, { ...inSession(world), body: { isComing: true } });
      await world.convener.do(sessions.answerSession, { ...inSession(world), body: { isComing: false } });
    },
  },
  {
    event: ownPartChanged,
    when: 'it is written down who took part, and one is taken back',
    act: async (world) => {
      await world.convener.do(sessions.recordPart, memberPart(world));
      await world.convener.do(sessions.erasePart, memberPart(world));
      await world.convener.do(sessions.recordPart, { params: { sessionId: world.session.id, personId: world.convener.id } });
    },
  },
];

describe('sessions, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makeWorld = async (): Promise<World> => {
    const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    const member = await server.person('Priya Raghunathan', { unit: 'Foundations' });
    const visitor = await server.person('Visitor Vogel');
    const { id: communityId } = await foundCommunity(convener);
    await bring(convener, member, communityId);
    const session = await plan(convener, communityId, { inMinutes: -5 });
    for (const person of [convener, member, visitor]) {
      await person.connect();
      await person.ask(watchCommunity, { communityId });
    }
    return { convener, member, visitor, session };
  };

  const read = (person: TestPerson, sessionId: sessions.SessionView['id']) => person.do(sessions.getSession, { params: { sessionId } });

  /** After every event heard, through the reducers that the web uses. */
  const kept = (person: TestPerson, opened: sessions.SessionView) =>
    person.heard.reduce((view, { name, payload }) => {
      if (name === sessionChanged.name) return applySessionChanged(view, sessionChanged.payload.parse(payload));
      if (name === ownPartChanged.name) return applyOwnPart(view, ownPartChanged.payload.parse(payload));
      return view;
    }, opened);

  it.for(cases)('$event.name: screens equal a fresh look when $when', async ({ act, event }) => {
    const world = await makeWorld();
    const people = [world.convener, world.member, world.visitor];
    const opened = new Map<TestPerson, sessions.SessionView>();
    for (const person of people) opened.set(person, await read(person, world.session.id));

    await act(world);

    for (const [person, before] of opened) {
      const fresh = await read(person, world.session.id);
      await expect.poll(() => kept(person, before), { interval: 5, message: person.name }).toEqual(fresh);
    }
    expect(people.some(({ heard }) => heard.some(({ name }) => name === event.name))).toBe(true);
    for (const person of people) person.disconnect();
  });

  it('tells nobody else what somebody said of coming', async () => {
    const world = await makeWorld();

    await world.member.do(sessions.answerSession, { ...inSession(world), body: { isComing: true } });

    await world.visitor.hears(sessionChanged, ({ session }) => session.comingCount === 1);
    expect(JSON.stringify(world.visitor.heard)).not.toContain(world.member.id);
    for (const person of [world.convener, world.member, world.visitor]) person.disconnect();
  });

  it('has a case for every event of sessions', () => {
    const proved = new Set(cases.map(({ event }) => event.name));

    expect(eventsIn(sessions).filter((name) => !proved.has(name))).toEqual([]);
  });
});
