import { dayOf, isoDay, isoInstant, later, someTimeOn, wallDay, wallOn, workingDaysFrom, type Day, type Wall } from './calendar.ts';
import { communities, communityOf, type CommunityKey } from './communities.ts';
import { participantsOf, type Conversation, type Message } from './conversation.ts';
import { followsOf } from './follows.ts';
import { leadershipRoles, type ImportLine, type LineOf } from '@landbridge/contract/import';
import { issueConversations } from './issues.ts';
import { castId, emailOf, unitAt, type DemoPerson } from './people.ts';
import { sessionsOf, type Session } from './sessions.ts';
import { shortConversations } from './short-conversations.ts';
import { artifacts } from './texts/artifacts.ts';
import { roles } from './texts/roles.ts';
import { crossUnitConversations } from './threads.ts';
import { company, divisions, formerGenerators, units, type UnitKey } from './units.ts';
import { createWorld, type World } from './world.ts';

export interface DemoOptions {
  readonly seed: number;
  /** The day on which the demo is opened, such as 2026-11-25, in the organisation's time zone. */
  readonly today: string;
}

/** The seed of the demo that everybody sees; another one gives other people and other hours to the same conversations. */
export const demoSeed = 7;

/** The demo organisation as lines of the import format: the same seed and day give the same lines to the byte. */
export function* generateDemo({ seed, today }: DemoOptions): Generator<ImportLine> {
  const world = createWorld(seed, dayOf(today));
  const written = [...issueConversations(world), ...crossUnitConversations(world)];
  const sessions = sessionsOf(world);
  const conversations = [...written, ...shortConversations(world)].toSorted((a, b) => a.at - b.at);
  for (const { community, ...conversation } of conversations) {
    if (community) for (const person of participantsOf({ community, ...conversation })) world.join(community, person);
  }
  for (const { community, attendees } of sessions) for (const person of attendees) world.join(community, person);

  yield { type: 'header', format: 'landbridge', version: 1, source: 'demo' };
  yield* unitLines(world);
  yield* world.people.flatMap((person) => personLines(world, person));
  yield* roles.map(({ who, role, unit, isSinceReorganisation }): ImportLine => ({
    type: 'role',
    person: castId(who),
    role,
    ...(unit ? { unit } : {}),
    from: isoDay(isSinceReorganisation ? world.reorganisedOn : world.from - 30),
  }));
  yield* communityLines(world);
  yield* membershipLines(world, conversations, sessions);
  yield* conversationLines(world, conversations);
  yield* sessions.map(({ id, community, title, at, minutes, attendees }): ImportLine => ({
    type: 'session',
    id,
    community,
    title,
    at: isoInstant(at),
    minutes,
    ...(attendees.length > 0 ? { attendees: attendees.map((person) => person.id) } : {}),
  }));
}

function* unitLines({ reorganisedOn }: World): Generator<ImportLine> {
  yield { type: 'unit', id: company.id, name: company.name, code: company.code };
  for (const { id, name, code } of divisions) yield { type: 'unit', id, name, code, parent: company.id };
  const { id, name, code, division } = formerGenerators;
  yield { type: 'unit', id, name, code, parent: division, to: isoDay(reorganisedOn) };
  for (const unit of units) {
    yield {
      type: 'unit',
      id: unit.id,
      name: unit.name,
      code: unit.code,
      parent: unit.division,
      ...(unit.id === 'ge' ? { from: isoDay(reorganisedOn) } : {}),
    };
  }
}

/** Generators did not exist before the reorganisation: its people were in the works of Rail Vehicles. */
const unitIdOn = (world: World, unit: UnitKey, day: Day): string =>
  unit === 'ge' && day < world.reorganisedOn ? formerGenerators.id : unit;

function personLines(world: World, person: DemoPerson): ImportLine[] {
  const moves = [...new Set([person.before?.until, person.unit === 'ge' ? world.reorganisedOn : undefined])]
    .filter((day) => day !== undefined)
    .filter((day) => day > person.since);
  const line: LineOf<'person'> = {
    type: 'person',
    id: person.id,
    name: person.name,
    ...(person.hasEmail ? { email: emailOf(person) } : {}),
    unit: unitIdOn(world, unitAt(person, person.since), person.since),
    since: isoDay(person.since),
    title: person.title,
    place: person.place,
    languages: [...person.languages],
    topics: [...person.topics],
    ...(person.about ? { about: person.about } : {}),
    ...(person.isActive ? {} : { active: false }),
  };
  return [
    line,
    ...moves.map((day): ImportLine => ({
      type: 'unit-change',
      person: person.id,
      unit: unitIdOn(world, unitAt(person, day), day),
      at: isoDay(day),
    })),
  ];
}

const foundedAt = (world: World, id: CommunityKey): Wall => {
  const place = communities.findIndex((community) => community.id === id);
  return wallOn(workingDaysFrom(world.from - 20 - place * 45, 0), 9 * 60 + 30 + place);
};

const communityLines = (world: World): ImportLine[] =>
  communities.map(({ id }) => {
    const { name, domain, people, practice, visibility, languages, rhythm, stage } = communityOf(id);
    return {
      type: 'community',
      id,
      name,
      domain,
      people,
      practice,
      visibility,
      languages: [...languages],
      rhythm,
      stage,
      at: isoInstant(foundedAt(world, id)),
    };
  });

/** People joined some time before they first took part; the others at any time in these two years. */
function membershipLines(world: World, conversations: readonly Conversation[], sessions: readonly Session[]): ImportLine[] {
  const random = world.random.fork('joining');
  const firstAt = new Map<string, Wall>();
  const see = (community: CommunityKey, person: DemoPerson, at: Wall): void => {
    const key = `${community}/${person.id}`;
    firstAt.set(key, Math.min(at, firstAt.get(key) ?? at));
  };
  for (const { community, opener, at, messages } of conversations) {
    if (!community) continue;
    see(community, opener, at);
    for (const message of messages) see(community, message.author, message.at);
  }
  for (const { community, attendees, at } of sessions)
    for (const person of attendees) see(community, person, Math.min(at, world.now - 86_400_000));

  return communities.flatMap(({ id }) => {
    const community = communityOf(id);
    const founded = foundedAt(world, id);
    const founders = new Set([community.convener, ...community.stewards].map(castId));
    return world.members(id).map((person): ImportLine => {
      const earliest = Math.max(founded, wallOn(person.since, 0));
      const latest = Math.max(earliest + 86_400_000, firstAt.get(`${id}/${person.id}`) ?? world.now);
      const drawn = someTimeOn(workingDaysFrom(wallDay(earliest + random.next() ** 0.8 * (latest - earliest)), -0), random);
      const at = founders.has(person.id) || drawn < earliest ? earliest : Math.min(drawn, latest - 60_000, world.now - 86_400_000);
      const leadership = leadershipRoles.filter(
        (role) => community.leadership[role] !== undefined && castIdOf(community.leadership[role]) === person.id,
      );
      return {
        type: 'membership',
        community: id,
        person: person.id,
        ...roleIn(community, person),
        ...(leadership.length > 0 ? { leadership } : {}),
        at: isoInstant(at),
      };
    });
  });
}

const castIdOf = (key: Parameters<typeof castId>[0] | undefined): string | undefined => (key ? castId(key) : undefined);

function roleIn(community: ReturnType<typeof communityOf>, person: DemoPerson): Pick<LineOf<'membership'>, 'role'> {
  if (castId(community.convener) === person.id) return { role: 'convener' };
  if (community.stewards.some((steward) => castId(steward) === person.id)) return { role: 'steward' };
  return castIdOf(community.sponsor) === person.id ? { role: 'sponsor' } : {};
}

function* conversationLines(world: World, conversations: readonly Conversation[]): Generator<ImportLine> {
  const follows = followsOf(world, conversations);
  for (const conversation of conversations) {
    yield* openingLines(conversation);
    yield* conversation.messages.map((message) => messageLine(conversation, message));
    yield* reactionLines(world, conversation);
    if (conversation.issue) {
      for (const { id, helpedAt } of conversation.messages) {
        if (helpedAt !== undefined) yield { type: 'answer', issue: conversation.id, message: id, at: isoInstant(helpedAt) };
      }
    }
    yield* artifactLines(world, conversation);
    yield* follows(conversation).map(({ person, read }): ImportLine => ({
      type: 'follow',
      thread: conversation.id,
      person: person.id,
      ...(read === undefined ? {} : { read }),
    }));
  }
}

function openingLines({ id, title, at, opener, community, issue, acrossUnits }: Conversation): ImportLine[] {
  const thread = { type: 'thread' as const, id, title, at: isoInstant(at) };
  if (acrossUnits) {
    const { units, people, question, closed } = acrossUnits;
    return [
      {
        ...thread,
        units: [...units],
        ...(people.length > 0 ? { people: people.map((person) => person.id) } : {}),
        question,
        convener: opener.id,
        ...(closed ? { closedAt: isoInstant(closed.at), closedAs: closed.as } : {}),
      },
    ];
  }
  if (!community) return [];
  if (!issue) return [{ ...thread, community }];
  const { outcome, kind, situation, tried, stakes, urgent, tags, state } = issue;
  return [
    {
      type: 'issue',
      id,
      community,
      author: opener.id,
      title,
      situation,
      ...(tried ? { tried } : {}),
      ...(stakes ? { stakes } : {}),
      ...(urgent && state === 'open' ? { urgent } : {}),
      kind,
      state,
      ...(outcome ? { outcome: outcome.text, outcomeAt: isoInstant(outcome.at) } : {}),
      ...(outcome?.before ? { before: outcome.before } : {}),
      ...(outcome?.after ? { after: outcome.after } : {}),
      tags: [...tags],
      at: isoInstant(at),
    },
    { ...thread, issue: id },
  ];
}

const messageLine = ({ id: thread }: Conversation, { id, author, at, body, replyTo, quotes, mentions, editedAt }: Message): ImportLine => ({
  type: 'message',
  id,
  thread,
  author: author.id,
  at: isoInstant(at),
  body,
  ...(replyTo ? { replyTo: replyTo.id } : {}),
  ...(quotes ? { quotes: [quotes.id] } : {}),
  ...(mentions.length > 0 ? { mentions: mentions.map((person) => person.id) } : {}),
  ...(editedAt === undefined ? {} : { editedAt: isoInstant(editedAt) }),
});

const emojis = ['👍', '🔧', '💡', '❤️', '🙏', '👀'] as const;

/** What helped is liked by several, other messages now and then. Only those react who may read. */
function reactionLines(world: World, conversation: Conversation): ImportLine[] {
  const random = world.random.fork(`reactions/${conversation.id}`);
  const readers = conversation.community
    ? world.members(conversation.community).filter((person) => person.isActive)
    : participantsOf(conversation);
  return conversation.messages.flatMap((message) => {
    const many = message.helpedAt === undefined ? 0.12 : 0.6;
    const count = random.isLucky(many) ? random.between(1, message.helpedAt === undefined ? 2 : 4) : 0;
    const favourite = random.pick(emojis);
    const people = random
      .shuffle(readers.filter((person) => person !== message.author && wallOn(person.since, 0) < message.at))
      .slice(0, count);
    return people.flatMap((person): ImportLine[] => {
      const at = later(message.at, random.pick(['20m', '2h', '5h', '1d']), random);
      return at < world.now
        ? [
            {
              type: 'reaction',
              message: message.id,
              person: person.id,
              emoji: random.isLucky(0.7) ? favourite : random.pick(emojis),
              at: isoInstant(at),
            },
          ]
        : [];
    });
  });
}

function artifactLines(world: World, conversation: Conversation): ImportLine[] {
  return artifacts
    .filter(({ from }) => from === conversation.id)
    .flatMap(({ id, title, body, communities, from, author, after }): ImportLine[] => {
      const random = world.random.fork(`artifact/${id}`);
      const at = someTimeOn(workingDaysFrom(wallDay(conversation.at), after), random);
      const kept = at < world.now ? at : (conversation.messages.at(-1)?.at ?? conversation.at) + 60_000;
      return [{ type: 'artifact', id, title, body, communities: [...communities], from, author: castId(author), at: isoInstant(kept) }];
    });
}
