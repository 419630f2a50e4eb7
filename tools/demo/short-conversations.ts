import { firstDayOf, later, liveliness, someTimeOn, wallDay, type Day, type Gap, type Wall } from './calendar.ts';
import { reachedState, type Conversation, type Issue, type Message } from './conversation.ts';
import type { IssueKind, IssueState } from './import-format.ts';
import { unitAt, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { topics } from './texts/topics.ts';
import { closedQuarters, type World } from './world.ts';
import type { Topic } from './written.ts';

/** How much was written in each of the eight quarters, oldest first, and in the one that is running. */
const growth = [34, 39, 44, 50, 56, 62, 68, 75];
const running = 80;

/** Every opening of every topic becomes one conversation; the same topic comes back a quarter or two later in other words. */
export function shortConversations(world: World): Conversation[] {
  const random = world.random.fork('short');
  const asks = spreadOut(random);
  const days = openingDays(world, asks.length, random);
  const pens = new Map(topics.map((topic) => [topic, createPen(topic)]));
  return asks.flatMap(({ topic, index }, place) => {
    const pen = pens.get(topic);
    const day = days[place];
    const ask = topic.asks[index];
    return pen && ask && day !== undefined
      ? [converse(world, random, { id: `short-${place + 1}`, topic, pen, ask, day, isFirst: index === 0 })]
      : [];
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

/** Gives out the texts of a topic: one with details that vary at most twice, any other once. */
interface Pen {
  reply(random: Random): string | undefined;
  turn(random: Random): string | undefined;
  readonly repliesLeft: () => number;
}

function createPen(topic: Topic): Pen {
  const written = new Set<string>();
  const stock = (texts: readonly string[]): string[] => [...texts, ...texts.filter((text) => slot.test(text))];
  const replies = stock(topic.replies);
  const turns = stock(topic.turns);
  const take = (from: string[], random: Random): string | undefined => {
    const text = from.shift();
    if (text === undefined) return undefined;
    const body = fill(text, random);
    if (written.has(body))
      return slot.test(text) && !exhausted(text, written) ? take([text, ...from.splice(0)], random) : take(from, random);
    written.add(body);
    return body;
  };
  return { reply: (random) => take(replies, random), turn: (random) => take(turns, random), repliesLeft: () => replies.length };
}

const slot = /\{([^{}]+)\}/;

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
  readonly pen: Pen;
  readonly ask: Topic['asks'][number];
  readonly day: Day;
  readonly isFirst: boolean;
}

function converse(world: World, random: Random, { id, topic, pen, ask: [title, opening], day, isFirst }: Opening): Conversation {
  const { balance } = world;
  const community = topic.community;
  const at = someTimeOn(day, random);
  const units = world.writingUnits(community, day);
  const askingUnit = balance.unitToAsk(units, at, random);
  const opener = balance.person(world.writers(community, askingUnit, day), null, at, random);
  balance.recordAsked(opener, at);

  const isIssue = isFirst || title.endsWith('?') ? random.isLucky(0.8) : random.isLucky(0.35);
  const first: Message = { id: `${id}-1`, author: opener, at, body: fill(opening, random), mentions: [] };
  const messages: Message[] = isIssue ? [] : [first];
  const gapBefore = scheduleOf(random);
  let clock = at;
  const post = (author: DemoPerson, body: string, replyTo: Message | undefined, gap: Gap): Message | undefined => {
    const next = later(clock, gap, random);
    if (next >= world.now) return undefined;
    clock = next;
    const helpedAt =
      author !== opener && isIssue && random.isLucky(messages.length === 0 ? 0.8 : 0.4) ? later(clock, '3h', random) : undefined;
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
    if (author !== opener) balance.record(author, helped, clock);
    return message;
  };

  const wanted = Math.min(random.pick([1, 2, 2, 3, 3]), Math.max(1, pen.repliesLeft() - 1));
  let previous: Message | undefined;
  for (let index = 0; index < wanted; index += 1) {
    const answersPrevious = previous !== undefined && previous.author !== opener && random.isLucky(0.35);
    const target = answersPrevious ? previous : isIssue ? undefined : first;
    const helped = target?.author ?? opener;
    const author = helperOf(world, random, community, helped, clock, [opener, ...messages.map((message) => message.author)]);
    const body = author ? pen.reply(random) : undefined;
    if (!author || body === undefined) break;
    const reply = post(author, body, target, gapBefore(index));
    if (!reply) break;
    previous = reply;
    if (index !== 1 && random.isLucky(0.6)) {
      const turn = pen.turn(random);
      if (turn !== undefined) post(opener, turn, reply, random.pick(['40m', '2h', '1d']));
    }
  }
  return {
    id,
    title,
    at,
    opener,
    community,
    messages,
    ...(isIssue ? { issue: issueOf(world, random, topic, first.body, messages, isFirst) } : {}),
  };
}

/** The first answer comes the same or the next day, others follow when somebody finds the time. */
const scheduleOf =
  (random: Random) =>
  (index: number): Gap =>
    index === 0 ? random.pick(['40m', '2h', '3h', '5h', '1d']) : random.pick(['1h', '3h', '1d', '1d', '2d', '4d']);

function helperOf(
  world: World,
  random: Random,
  community: Topic['community'],
  helped: DemoPerson,
  at: Wall,
  present: readonly DemoPerson[],
): DemoPerson | undefined {
  const day = wallDay(at);
  const other = unitAt(helped, day);
  const free = (unit: Parameters<typeof world.writers>[1]): readonly DemoPerson[] =>
    world.writers(community, unit, day).filter((person) => !present.includes(person));
  const units = world.writingUnits(community, day).filter((unit) => free(unit).length > 0);
  if (units.length === 0) return undefined;
  return world.balance.person(free(world.balance.unitToHelp(helped, units, at, random)), other, at, random);
}

const kinds: readonly IssueKind[] = [
  'problem-solving',
  'information',
  'experience',
  'reuse',
  'coordination',
  'mapping',
  'confidence',
  'documentation',
  'visit',
  'developments',
];

function issueOf(world: World, random: Random, topic: Topic, situation: string, messages: readonly Message[], isFirst: boolean): Issue {
  const last = messages.at(-1)?.at;
  const outcomeAt = isFirst && topic.outcome && last !== undefined ? later(last, random.pick(['3w', '4w', '6w']), random) : world.now;
  const hasOutcome = outcomeAt < world.now;
  const isOld = last !== undefined && wallDay(last) < world.today - 150;
  const wanted: IssueState =
    isFirst && topic.outcome
      ? 'outcome-told'
      : random.pick(isOld ? ['answered', 'tried', 'archived', 'answered'] : ['answered', 'answered', 'tried']);
  const state = reachedState(wanted, messages, hasOutcome);
  return {
    kind: random.pick(kinds),
    situation,
    tags: topic.tags,
    state,
    ...(topic.outcome && state === 'outcome-told' ? { outcome: { text: topic.outcome, at: outcomeAt } } : {}),
  };
}

/** Whether a text with details has nothing new to offer; only small sets of words can run out. */
function exhausted(text: string, written: ReadonlySet<string>): boolean {
  const choices = [...text.matchAll(/\{([^{}]+)\}/g)].reduce((product, [, inside = '']) => {
    const [least, most] = inside.split('..').map(Number);
    return (
      product * (least !== undefined && most !== undefined && !Number.isNaN(least + most) ? most - least + 1 : inside.split('|').length)
    );
  }, 1);
  return choices <= [...written].length;
}
