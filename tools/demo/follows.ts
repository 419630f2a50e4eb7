import { lastAt, participantsOf, type Conversation } from './conversation.ts';
import { demoPeople, type DemoPerson } from './people.ts';
import type { World } from './world.ts';

export interface Follow {
  readonly person: DemoPerson;
  /** Messages read; everything when left out. */
  readonly read?: number;
}

/** What waits for those who can be signed in as: conversations of which they have not read the end. */
const unread: Readonly<Record<keyof typeof demoPeople, Readonly<Record<string, number>>>> = {
  member: { 'yaw-bearing-winter': 2, 'which-pass': 3, 'tag-line-ice': 2, 'crack-map': 1, 'edge-low-light': 1 },
  leader: { 'which-pass': 3, 'side-bend-gas': 2, 'honest-audit-questions': 2, 'stretched-bolts-reuse': 3, 'tensioner-recertify': 0 },
  manager: { 'which-pass': 4, 'honest-audit-questions': 1, 'side-bend-gas': 1, 'stretched-bolts-reuse': 2 },
  administrator: { 'torque-tool-offline': 2, 'stretched-bolts-reuse': 1, 'which-pass': 0 },
};

const recentDays = 14;
const mostRecent = 3;

/** Participants follow what they wrote in; the four also follow a few recent conversations of their communities. */
export function followsOf(world: World, conversations: readonly Conversation[]): (conversation: Conversation) => readonly Follow[] {
  const recent = new Map(Object.values(demoPeople).map((id) => [id, new Set(recentOf(world, conversations, id))]));
  return (conversation) => {
    const people = new Set(participantsOf(conversation));
    const follows = [...people].map((person) => followOf(conversation, person));
    const others = world.people.filter(
      (person) => !people.has(person) && (recent.get(person.id)?.has(conversation) || waits(conversation, person.id) !== undefined),
    );
    return [...follows, ...others.filter((person) => mayRead(world, conversation, person)).map((person) => followOf(conversation, person))];
  };
}

function followOf({ id, messages }: Conversation, person: DemoPerson): Follow {
  const waiting =
    waits({ id }, person.id) ?? (demoIds.has(person.id) && id.startsWith('short-') ? lastOwnGap(messages, person) : undefined);
  return waiting === undefined ? { person } : { person, read: Math.max(0, messages.length - waiting) };
}

const demoIds: ReadonlySet<string> = new Set(Object.values(demoPeople));

const waits = ({ id }: Pick<Conversation, 'id'>, person: string): number | undefined => {
  for (const [who, waiting] of Object.entries(unread)) {
    if (Object.entries(demoPeople).some(([key, demoId]) => key === who && demoId === person)) return waiting[id];
  }
  return undefined;
};

/** Somebody has read up to what they wrote; who wrote nothing has one message to read. */
function lastOwnGap(messages: Conversation['messages'], person: DemoPerson): number | undefined {
  const own = messages.findLastIndex(({ author }) => author === person);
  return own === -1 ? Math.min(1, messages.length) : undefined;
}

const recentOf = (world: World, conversations: readonly Conversation[], id: string): Conversation[] =>
  conversations
    .filter((conversation) => conversation.id.startsWith('short-') && lastAt(conversation) >= world.now - recentDays * 86_400_000)
    .filter((conversation) => world.people.some((person) => person.id === id && mayRead(world, conversation, person)))
    .toSorted((a, b) => lastAt(b) - lastAt(a))
    .slice(0, mostRecent);

const mayRead = (world: World, conversation: Conversation, person: DemoPerson): boolean =>
  conversation.community === null
    ? (conversation.acrossUnits?.units.includes(person.unit) ?? false)
    : world.isMember(conversation.community, person);
