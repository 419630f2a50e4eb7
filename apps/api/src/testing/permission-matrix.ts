import type { LiveCall, ProblemCode, RequestOf, Route } from '@landbridge/contract';
import { appointMember, type CommunityView, type Visibility } from '@landbridge/contract/communities';
import type { MessageView, ThreadPage } from '@landbridge/contract/threads';
import { v7 as uuid } from 'uuid';
import { describe, expect, it } from 'vitest';
import { servedRoutes } from './served-routes.ts';
import type { TestPerson } from './test-person.ts';
import type { TestServer } from './test-server.ts';
import { foundCommunity, say, startThread } from './world.ts';

/** The kinds of people that every route and every socket call is asked by. The administrator is no member of anything. */
const kinds = ['nobody', 'outsider', 'member', 'steward', 'sponsor', 'convener', 'administrator', 'deactivated'] as const;
export type Kind = (typeof kinds)[number];

const visibilities = ['open', 'closed', 'private'] as const;

/** `done`, or the code of the refusal. */
export type Outcome = 'done' | ProblemCode;
export type Cells = Readonly<Record<Kind, Outcome>>;

/** A community of one visibility with a person of each kind, and a thread with a message in it. */
export interface Place {
  readonly community: CommunityView;
  readonly thread: ThreadPage;
  readonly message: MessageView;
  readonly people: Readonly<Record<Kind, TestPerson>>;
  /** Somebody new, for requests that need another person. */
  newcomer(): Promise<TestPerson>;
}

interface Asked {
  readonly status: number;
  readonly document: unknown;
}

export interface Row {
  /** `GET /api/threads/:threadId`, or the name of a socket call. */
  readonly key: string;
  /** What is answered about a thing in an open, closed and private community; once, where it is in none. */
  readonly cells: Partial<Readonly<Record<Visibility, Cells>>>;
  /** Where a refusal must look the same as for a thing that does not exist. */
  readonly hiddenIn: readonly Visibility[];
  ask(place: Place, kind: Kind, about: 'this' | 'missing'): Promise<Asked>;
}

const signedIn: Cells = {
  nobody: 'sign-in.required',
  outsider: 'done',
  member: 'done',
  steward: 'done',
  sponsor: 'done',
  convener: 'done',
  administrator: 'done',
  deactivated: 'sign-in.required',
};

/** Who may: everybody signed in, with these exceptions. */
export const everybody = (except: Partial<Cells> = {}): Cells => ({ ...signedIn, ...except });
/** Public routes answer those without a sign-in too. */
export const publicly = (except: Partial<Cells> = {}): Cells => everybody({ nobody: 'done', deactivated: 'done', ...except });
export const nobodyElse = (allowed: readonly Kind[], otherwise: Outcome, except: Partial<Cells> = {}): Cells => {
  const refused = kinds.filter((kind) => signedIn[kind] === 'done' && !allowed.includes(kind));
  return everybody({ ...Object.fromEntries(refused.map((kind) => [kind, otherwise])), ...except });
};
export const administrators = nobodyElse(['administrator'], 'administrator.required');
/** A private thing does not exist for those outside. */
export const members = (missing: ProblemCode, except: Partial<Cells> = {}): Cells =>
  everybody({ outsider: missing, administrator: missing, ...except });

/** A closed community hides what is said in it as a private one does; cells of its own are for what it shows to everybody. */
type Cellular = { readonly open: Cells; readonly closed?: Cells; readonly private: Cells };
type Parts<R extends Route> = Partial<RequestOf<R>>;

/** One line of a table: what each kind of person is answered when they ask this of a thing in an open and in a private community. */
export const row = <R extends Route>(
  route: R,
  cells: Cellular | Cells,
  request: (place: Place, kind: Kind) => Parts<R> | Promise<Parts<R>> = () => ({}),
): Row => ({
  key: `${route.method} ${route.path}`,
  cells: byVisibility(cells),
  hiddenIn: route.path.includes(':') ? hiddenIn(cells) : [],
  ask: async (place, kind, about) => {
    const parts = await request(place, kind);
    const params = about === 'this' ? parts.params : missing({ ...parts.params });
    const answer = await place.people[kind].requestAnything(route, { ...parts, params });
    return { status: answer.status, document: answer.body };
  },
});

/** The same for a call over the socket. */
export const callRow = (call: LiveCall, cells: Cellular | Cells, request: (place: Place) => Record<string, string>): Row => ({
  key: call.name,
  cells: byVisibility(cells),
  hiddenIn: hiddenIn(cells),
  ask: async (place, kind, about) => {
    const person = place.people[kind];
    const refused = await person.tryToConnect();
    if (refused) return { status: refused.status, document: refused };
    const { problem, answer } = await person.askAnything(call.name, about === 'this' ? request(place) : missing(request(place)));
    person.disconnect();
    return problem ? { status: problem.status, document: problem } : { status: 200, document: answer };
  },
});

const byVisibility = (cells: Cellular | Cells): Row['cells'] =>
  'nobody' in cells ? { open: cells } : { ...cells, closed: cells.closed ?? cells.private };

const hiddenIn = (cells: Cellular | Cells): Visibility[] => {
  if ('nobody' in cells) return [];
  return cells.closed ? ['private'] : ['closed', 'private'];
};

/** The ids in a path replaced by ids of nothing; what is no id (an emoji, a token) stays. */
const missing = (given: object) =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, /^[0-9a-f-]{36}$/.test(String(value)) ? uuid() : value]));

/** Asks every row of a table as every kind of person, and fails when a served route or socket call of the noun is not in the table. */
export const testPermissions = (noun: string, table: readonly Row[], described: object, server: () => TestServer): void => {
  const cases = table.flatMap(({ cells, ...line }) =>
    visibilities.flatMap((visibility) => (cells[visibility] ? [{ ...line, visibility, expected: cells[visibility] }] : [])),
  );

  describe.each(cases)('$key about something $visibility', ({ ask, hiddenIn: hidden, visibility, expected }) => {
    let made: Promise<Place> | null = null;
    const place = () => (made ??= makePlace(server(), visibility));

    it.for(kinds)('answers %s as the table says', async (kind) => {
      const { status, document } = await ask(await place(), kind, 'this');

      expect(outcomeOf(status, document)).toBe(expected[kind]);
    });

    if (!hidden.includes(visibility)) return;

    it.for(['outsider', 'administrator'] as const)(
      'tells %s the same about what is missing and what is not theirs to see',
      async (kind) => {
        const theirs = await ask(await place(), kind, 'this');
        const nothing = await ask(await place(), kind, 'missing');

        expect(withoutRequest(theirs.document)).toEqual(withoutRequest(nothing.document));
      },
    );
  });

  it(`lists every route and socket call of ${noun} that is served`, () => {
    const { application } = server().running;
    const names = new Set(Object.values(described).flatMap(keyOf));
    const served = [...servedRoutes(application), ...server().callNames].filter((key) => names.has(key));

    expect([...new Set(table.map((line) => line.key))].toSorted()).toEqual(served.toSorted());
  });
};

/** How a table names a route or a socket call of the contract; nothing for anything else. */
export const keyOf = (described: unknown): string[] => {
  if (typeof described !== 'object' || described === null) return [];
  if ('method' in described && 'path' in described) return [`${String(described.method)} ${String(described.path)}`];
  return 'name' in described && 'request' in described ? [String(described.name)] : [];
};

const outcomeOf = (status: number, document: unknown): string => {
  if (status < 400) return 'done';
  return typeof document === 'object' && document !== null && 'code' in document ? String(document.code) : `status ${status}`;
};

const withoutRequest = (document: unknown): unknown =>
  typeof document === 'object' && document !== null ? { ...document, requestId: undefined } : document;

const makePlace = async (server: TestServer, visibility: Visibility): Promise<Place> => {
  const [outsider, member, steward, sponsor, convener, administrator, deactivated] = await Promise.all([
    server.person('Outsider Okoye', { unit: 'Towers' }),
    server.person('Member Mensah', { unit: 'Site Service North' }),
    server.person('Steward Stein', { unit: 'Site Service North' }),
    server.person('Sponsor Sato', { unit: 'Foundations' }),
    server.person('Convener Carvalho', { unit: 'Bogies' }),
    server.person('Administrator Adams', { isAdministrator: true }),
    server.person('Deactivated Dahl', { unit: 'Bogies' }),
  ]);
  const community = await foundCommunity(convener, { visibility });
  const appoint = (person: TestPerson, role: 'steward' | 'sponsor' | 'member') =>
    convener.do(appointMember, { params: { communityId: community.id, personId: person.id }, body: { role } });
  await appoint(member, 'member');
  await appoint(steward, 'steward');
  await appoint(sponsor, 'sponsor');
  await appoint(deactivated, 'member');
  await server.deactivate(deactivated);
  const thread = await startThread(convener, community.id);
  const message = await say(convener, thread.thread.id, 'Two marks, one on the nut and one on the flange.');
  return {
    community,
    thread,
    message,
    people: { nobody: server.visitor(), outsider, member, steward, sponsor, convener, administrator, deactivated },
    newcomer: () => server.person('Newcomer Nielsen', { unit: 'Towers' }),
  };
};
