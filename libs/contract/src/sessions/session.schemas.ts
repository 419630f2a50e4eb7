import { z } from 'zod';
import { communitySummary, memberRole } from '../communities/community.schemas.ts';
import { sessionId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant, line, text, version } from '../primitives.ts';

export const sessionTitle = line(160);
/** When a session begins. Kept within the years that every calendar understands. */
export const sessionAt = instant.regex(/^(19|20)\d\d-/, 'must be a time between 1900 and 2099');
export const sessionMinutes = z.int().min(5).max(1_440);
/** A room, an address or a link. */
export const sessionPlace = text(300).regex(/^[^\n\r]*$/, 'must be one line');
export const sessionNotes = text(2_000);

/** Which of their sides sessions are looked at from: those that are not over, the next first; those that are, the last first. */
export const sessionSide = z.enum(['ahead', 'past']);
export type SessionSide = z.infer<typeof sessionSide>;

/** `answer`: say whether one comes. `record`: write down who took part. */
export const sessionAbility = z.enum(['read', 'answer', 'seePeople', 'edit', 'record']);
export type SessionAbility = z.infer<typeof sessionAbility>;
export const sessionAbilitySet = z.record(sessionAbility, z.boolean());

/** What every reader of a session sees alike. `seq` grows with each change of it, `version` with what leaders change. */
export const sessionFacts = z.object({
  id: sessionId,
  community: communitySummary,
  title: z.string(),
  at: instant,
  minutes: sessionMinutes,
  place: z.string(),
  notes: z.string(),
  cancelledAt: instant.nullable(),
  version,
  seq: z.int().min(1),
  comingCount: z.int().min(0),
  notComingCount: z.int().min(0),
  tookPartCount: z.int().min(0),
});
export type SessionFacts = z.infer<typeof sessionFacts>;

/** What the reader themselves said: null while they said nothing. */
const own = z.object({ isComing: z.boolean().nullable(), tookPart: z.boolean() });

export const sessionRow = sessionFacts.extend({ ...own.shape, myRole: memberRole.nullable() });
export type SessionRow = z.infer<typeof sessionRow>;

export const sessionView = sessionRow.extend({ can: sessionAbilitySet });
export type SessionView = z.infer<typeof sessionView>;

export const sessionList = z.object({ sessions: z.array(sessionRow).max(100), nextCursor: z.string().nullable() });
export type SessionList = z.infer<typeof sessionList>;

/** Somebody who said whether they come, or took part. With `tookPart` their unit is that of the day of the session. */
export const sessionPerson = personSummary.extend(own.shape);
export type SessionPerson = z.infer<typeof sessionPerson>;
