import type { SessionFacts } from '@landbridge/contract/sessions';

type Timed = Pick<SessionFacts, 'at' | 'minutes'>;

/** The instant at which a session ends: minutes pass alike on the day the clocks change. */
export const endOfSession = ({ at, minutes }: Timed): Date => new Date(new Date(at).getTime() + minutes * 60_000);

export const hasBegun = ({ at }: Timed, now: Date): boolean => new Date(at) <= now;

export const isOver = (session: Timed, now: Date): boolean => endOfSession(session) <= now;
