import { z } from 'zod';
import { event } from '../event.ts';
import { sessionId } from '../ids.ts';
import { sessionFacts, sessionRow } from './session.schemas.ts';

/** To the community's room: a session was planned or changed, somebody said whether they come, or it was written down who took part. */
export const sessionChanged = event('session.changed', z.object({ session: sessionFacts }));

/** To the person's own browsers: whether they come to a meeting, and whether they took part. */
export const ownPartChanged = event(
  'person.session-part-changed',
  z.object({ sessionId, seq: z.int().min(1), ...sessionRow.pick({ isComing: true, tookPart: true }).shape }),
);
