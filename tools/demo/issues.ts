import { later, someTimeOn, wallOn, workingDaysFrom, type Wall } from './calendar.ts';
import { reachedState, type Conversation, type Issue, type Message } from './conversation.ts';
import { fabricationIssues } from './issues/fabrication.ts';
import { jointIssues } from './issues/joints.ts';
import { peopleAndQualityIssues } from './issues/people-and-quality.ts';
import { siteIssues } from './issues/sites.ts';
import { voicedBladesAndAudits } from './issues/voiced-blades-and-audits.ts';
import { voicedJointsAndWelds } from './issues/voiced-joints-and-welds.ts';
import { voicedPeopleAndTools } from './issues/voiced-people-and-tools.ts';
import { voicedSites } from './issues/voiced-sites.ts';
import { unitAt, type DemoPerson } from './people.ts';
import type { Random } from './random.ts';
import { cast, type CastKey } from './texts/cast.ts';
import type { World } from './world.ts';
import type { Said, VoicedIssue, Voice, WrittenIssue } from './written.ts';

/** The twenty that are written for named people. */
export const mainIssues: readonly WrittenIssue[] = [...jointIssues, ...fabricationIssues, ...siteIssues, ...peopleAndQualityIssues];

export const voicedIssues: readonly VoicedIssue[] = [
  ...voicedJointsAndWelds,
  ...voicedSites,
  ...voicedBladesAndAudits,
  ...voicedPeopleAndTools,
];

export function issueConversations(world: World): Conversation[] {
  const main = mainIssues.map((written) => toConversation(world, written, (who) => world.cast(who)));
  const voiced = voicedIssues.map((written) => toConversation(world, written, castingOf(world, written)));
  return [...main, ...voiced];
}

function toConversation<Who extends string>(world: World, written: WrittenIssue<Who>, personOf: (who: Who) => DemoPerson): Conversation {
  const random = world.random.fork(written.id);
  const at = someTimeOn(workingDaysFrom(world.today, -written.daysAgo), random);
  const opener = personOf(written.asker);
  world.balance.recordAsked(opener, at);
  const messages = speak(world, random, { id: written.id, at, opener, said: written.conversation, personOf });
  return {
    id: written.id,
    title: written.title,
    at,
    opener,
    community: written.community,
    issue: issueOf(world, written, messages, random),
    messages,
  };
}

interface Spoken<Who extends string> {
  readonly id: string;
  readonly at: Wall;
  readonly opener: DemoPerson | null;
  readonly said: readonly Said<Who>[];
  readonly personOf: (who: Who) => DemoPerson;
}

/** Turns what was written into messages with times, people and links; what would be said after the day of the demo is left out. */
export function speak<Who extends string>(world: World, random: Random, { id, at, opener, said, personOf }: Spoken<Who>): Message[] {
  const messages: Message[] = [];
  let clock = at;
  for (const [index, one] of said.entries()) {
    clock = later(clock, one.after, random);
    if (clock >= world.now) break;
    const author = personOf(one.who);
    const quoted = one.quote ? messages[one.quote.of - 1] : undefined;
    const replyTo = one.to ? messages[one.to - 1] : undefined;
    const words = withMentions(world, one.body);
    const helpedAt = one.helped ? later(clock, '2h', random) : undefined;
    messages.push({
      id: `${id}-${index + 1}`,
      author,
      at: clock,
      body: quoted && one.quote ? `> [${quoted.author.name}](message:${quoted.id})\n> ${one.quote.words}\n\n${words.body}` : words.body,
      mentions: words.mentions,
      ...(replyTo ? { replyTo } : {}),
      ...(quoted ? { quotes: quoted } : {}),
      ...(one.edited ? { editedAt: clock + 7 * 60_000 } : {}),
      ...(helpedAt && helpedAt < world.now ? { helpedAt } : {}),
    });
    for (const helped of [replyTo?.author ?? (quoted ? undefined : opener), quoted?.author]) {
      if (helped && (helped === replyTo?.author || author !== opener)) world.balance.record(author, helped, clock);
    }
  }
  return messages;
}

const isCastKey = (key: string): key is CastKey => Object.hasOwn(cast, key);

/** `@{amara}` becomes a link to the person, as the composer writes it. */
function withMentions(world: World, text: string): { readonly body: string; readonly mentions: readonly DemoPerson[] } {
  const mentions: DemoPerson[] = [];
  const body = text.replace(/@\{(\w+)\}/g, (whole, key: string) => {
    if (!isCastKey(key)) return whole;
    const person = world.cast(key);
    mentions.push(person);
    return `[@${person.name}](person:${person.id})`;
  });
  return { body, mentions };
}

function issueOf<Who extends string>(world: World, written: WrittenIssue<Who>, messages: readonly Message[], random: Random): Issue {
  const last = messages.at(-1);
  const outcomeAt =
    written.outcome && last && messages.length === written.conversation.length ? later(last.at, written.outcome.after, random) : world.now;
  const hasOutcome = outcomeAt < world.now;
  return {
    kind: written.kind,
    situation: written.situation,
    tags: written.tags,
    state: reachedState(written.state, messages, hasOutcome),
    ...(written.tried ? { tried: written.tried } : {}),
    ...(written.stakes ? { stakes: written.stakes } : {}),
    ...(written.urgent ? { urgent: true } : {}),
    ...(written.outcome && hasOutcome
      ? {
          outcome: {
            text: written.outcome.text,
            at: outcomeAt,
            ...(written.outcome.from ? { before: written.outcome.from } : {}),
            ...(written.outcome.to ? { after: written.outcome.to } : {}),
          },
        }
      : {}),
  };
}

/** Finds somebody for each voice: a member of the community from the unit that would know. */
function castingOf(world: World, written: VoicedIssue): (who: Voice) => DemoPerson {
  const random = world.random.fork(`casting/${written.id}`);
  const day = workingDaysFrom(world.today, -written.daysAgo);
  const at = wallOn(day, 0);
  const chosen = new Map<Voice, DemoPerson>();
  const taken = new Set<DemoPerson>();
  return (who) => {
    const known = chosen.get(who);
    if (known) return known;
    const asker = chosen.get('A');
    const unit =
      written.units[who] ?? world.balance.unitToHelp(asker ?? world.cast('amara'), world.writingUnits(written.community, day), at, random);
    const candidates = world.writers(written.community, unit, day).filter((person) => !taken.has(person));
    const person = world.balance.person(candidates, asker ? unitAt(asker, day) : null, at, random);
    chosen.set(who, person);
    taken.add(person);
    return person;
  };
}
