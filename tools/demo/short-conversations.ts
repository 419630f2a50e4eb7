import { firstDayOf, later, liveliness, someTimeOn, wallDay, type Day, type Gap, type Wall } from './calendar.ts';
import { reachedState, type Conversation, type Issue, type Message } from './conversation.ts';
import type { CommunityKey } from './communities.ts';
import type { ImportedIssueState as IssueState } from '@landbridge/contract/import';
import type { IssueKind } from '@landbridge/contract/practice-issues';
import { unitAt, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { topics } from './texts/topics.ts';
import { closedQuarters, type World } from './world.ts';
import type { UnitKey } from './units.ts';
import type { Topic } from './written.ts';

/** How much was written in each of the eight quarters, oldest first, and in the one that is running. */
const growth = [34, 39, 44, 50, 56, 62, 68, 75];
const running = 80;

/** Every opening of every topic becomes one conversation; the same topic comes back a quarter or two later in other words. */
export function shortConversations(world: World): Conversation[] {
  const random = world.random.fork('short');
  const asks = spreadOut(random);
  const days = openingDays(world, asks.length, random);
  const word = wordedAnew(random);
  return asks.flatMap(({ topic, index }, place) => {
    const day = days[place];
    const ask = topic.asks[index];
    return ask && day !== undefined ? [converse(world, random, { id: `short-${place + 1}`, topic, ask, index, day, word })] : [];
  });
}

interface Ask {
  readonly topic: Topic;
  readonly index: number;
}

/** First openings of all topics come first, then the second ones: so nobody asks the same thing twice in a month. */
function spreadOut(random: Random): Ask[] {
  const rounds = Math.max(...topics.map(({ asks }) => asks.length));
  return Array.from({ length: rounds }, (_, index) =>
    random.shuffle(topics.filter(({ asks }) => index < asks.length)).map((topic) => ({ topic, index })),
  ).flat();
}

function openingDays(world: World, count: number, random: Random): Day[] {
  const quarters = Array.from({ length: closedQuarters + 1 }, (_, index) => world.thisQuarter - closedQuarters + index);
  const weights = quarters.flatMap((quarter, index) => {
    const whole = daysBetween(firstDayOf(quarter), firstDayOf(quarter + 1));
    const total = whole.reduce((sum, day) => sum + liveliness(day), 0);
    return whole.map((day) => ({ day, weight: day < world.today ? ((growth[index] ?? running) * liveliness(day)) / total : 0 }));
  });
  const sum = weights.reduce((all, { weight }) => all + weight, 0);
  let passed = 0;
  const upTo = weights.map(({ day, weight }) => ({ day, upTo: (passed += weight / sum) }));
  // One drawn place in each of `count` equal parts: growth is as planned in every seed, days still vary.
  return Array.from({ length: count }, (_, index) => {
    const drawn = (index + random.next()) / count;
    return upTo.find(({ upTo }) => drawn < upTo)?.day ?? world.today - 1;
  }).map((day) => (liveliness(day) > 0 ? day : day - 3));
}

const daysBetween = (from: Day, until: Day): Day[] => Array.from({ length: until - from }, (_, index) => from + index);

interface Answer {
  readonly reply: string;
  readonly turn?: string;
}

/** The answers to one opening of a topic, each with what the asker writes back. */
export const answersTo = (topic: Topic, index: number): readonly Answer[] =>
  (topic.answers[index] ?? '').split(' ').map((token) => {
    const [reply, turn] = token.split('>').map(Number);
    const text = topic.replies[reply ?? -1];
    const back = turn === undefined ? undefined : topic.turns[turn];
    if (text === undefined || (turn !== undefined && back === undefined))
      throw new Error(`${topic.tags.join(', ')}: ${token} names nothing.`);
    return { reply: text, ...(back === undefined ? {} : { turn: back }) };
  });

/** Fills in the details of a text so that nobody has said exactly that before; `undefined` when there are no other details. */
function wordedAnew(random: Random): (text: string) => string | undefined {
  const said = new Set<string>();
  return (text) => {
    const variants = Array.from({ length: 12 }, () => fill(text, random));
    const fresh = variants.find((variant) => !said.has(variant));
    if (fresh !== undefined) said.add(fresh);
    return fresh;
  };
}

/** `{8..14}` becomes a number, `{a|b}` one of the words. */
export const fill = (text: string, random: Random): string =>
  text.replace(/\{([^{}]+)\}/g, (_, inside: string) => {
    const [least, most] = inside.split('..').map(Number);
    return least !== undefined && most !== undefined && !Number.isNaN(least + most)
      ? String(random.between(least, most))
      : random.pick(inside.split('|'));
  });

interface Opening {
  readonly id: string;
  readonly topic: Topic;
  readonly ask: Topic['asks'][number];
  /** Which of the topic's openings it is. */
  readonly index: number;
  readonly day: Day;
  readonly word: (text: string) => string | undefined;
}

function converse(world: World, random: Random, { id, topic, ask: [title, opening], index, day, word }: Opening): Conversation {
  const community = topic.community;
  const at = someTimeOn(day, random);
  const opener = openerOf(world, random, community, at);
  const tellsOutcome = topic.outcome !== undefined && index === (topic.outcomeOf ?? 0);
  const isIssue = tellsOutcome || random.isLucky(title.endsWith('?') ? 0.75 : 0.45);
  const first: Message = { id: `${id}-1`, author: opener, at, body: fill(opening, random), mentions: [] };
  const messages: Message[] = isIssue ? [] : [first];
  const gapBefore = scheduleOf(random);
  let clock = at;
  const post = (author: DemoPerson, body: string, replyTo: Message | undefined, gap: Gap): Message | undefined => {
    const next = later(clock, gap, random);
    if (next >= world.now) return undefined;
    clock = next;
    const helpedAt =
      author !== opener && isIssue && (tellsOutcome || random.isLucky(messages.length === 0 ? 0.8 : 0.4))
        ? later(clock, '3h', random)
        : undefined;
    const message: Message = {
      id: `${id}-${messages.length + 1}`,
      author,
      at: clock,
      body,
      mentions: [],
      ...(replyTo ? { replyTo } : {}),
      ...(helpedAt && helpedAt < world.now ? { helpedAt } : {}),
    };
    messages.push(message);
    const helped = replyTo?.author ?? opener;
    if (author !== opener) world.balance.record(author, helped, clock);
    return message;
  };

  let previous: Message | undefined;
  for (const [place, { reply, turn }] of answersTo(topic, index).entries()) {
    const target = previous !== undefined && random.isLucky(0.25) ? previous : isIssue ? undefined : first;
    const present = [opener, ...messages.map((message) => message.author)];
    const author = helperOf(world, random, { community, helped: target?.author ?? opener, at: clock, present });
    const answer = word(reply);
    if (answer === undefined) continue;
    previous = author && post(author, answer, target, gapBefore(place));
    if (!previous) break;
    const back = turn !== undefined && random.isLucky(0.9) ? word(turn) : undefined;
    if (back !== undefined) post(opener, back, previous, random.pick(['40m', '2h', '1d']));
  }
  return {
    id,
    title: fill(title, random),
    at,
    opener,
    community,
    messages,
    ...(isIssue ? { issue: issueOf(world, random, { topic, title, situation: first.body, messages, tellsOutcome }) } : {}),
  };
}

function openerOf(world: World, random: Random, community: CommunityKey, at: Wall): DemoPerson {
  const day = wallDay(at);
  const unit = world.balance.unitToAsk(world.writingUnits(community, day), at, random);
  const opener = world.balance.person(world.writers(community, unit, day), null, at, random);
  world.balance.recordAsked(opener, at);
  return opener;
}

/** The first answer comes the same or the next day, others follow when somebody finds the time. */
const scheduleOf =
  (random: Random) =>
  (index: number): Gap =>
    index === 0 ? random.pick(['40m', '2h', '3h', '5h', '1d']) : random.pick(['1h', '3h', '1d', '1d', '2d', '4d']);

interface Wanted {
  readonly community: CommunityKey;
  readonly helped: DemoPerson;
  readonly at: Wall;
  /** Who has spoken already. */
  readonly present: readonly DemoPerson[];
}

function helperOf(world: World, random: Random, { community, helped, at, present }: Wanted): DemoPerson | undefined {
  const day = wallDay(at);
  const other = unitAt(helped, day);
  const free = (unit: UnitKey): readonly DemoPerson[] => world.writers(community, unit, day).filter((person) => !present.includes(person));
  const units = world.writingUnits(community, day).filter((unit) => free(unit).length > 0);
  if (units.length === 0) return undefined;
  return world.balance.person(free(world.balance.unitToHelp(helped, units, at, random)), other, at, random);
}

/** Who asks wants to know; who only tells has a problem. */
const kindOf = (title: string, random: Random): IssueKind =>
  random.pick(
    title.endsWith('?')
      ? ['information', 'experience', 'experience']
      : ['problem-solving', 'problem-solving', 'problem-solving', 'experience'],
  );

interface Told {
  readonly topic: Topic;
  readonly title: string;
  readonly situation: string;
  readonly messages: readonly Message[];
  readonly tellsOutcome: boolean;
}

function issueOf(world: World, random: Random, { topic, title, situation, messages, tellsOutcome }: Told): Issue {
  const last = messages.at(-1)?.at;
  const outcomeAt = tellsOutcome && last !== undefined ? later(last, random.pick(['3w', '4w', '6w']), random) : world.now;
  const isOld = last !== undefined && wallDay(last) < world.today - 150;
  const endings = isOld ? (['answered', 'tried', 'archived', 'answered'] as const) : (['answered', 'answered', 'tried'] as const);
  const state = reachedState(tellsOutcome ? 'outcome-told' : random.pick<IssueState>(endings), messages, outcomeAt < world.now);
  return {
    kind: kindOf(title, random),
    situation,
    tags: topic.tags,
    state,
    ...(topic.outcome && state === 'outcome-told' ? { outcome: { text: topic.outcome, at: outcomeAt } } : {}),
  };
}
