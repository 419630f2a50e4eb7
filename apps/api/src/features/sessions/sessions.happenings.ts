import { personId, sessionId } from '@landbridge/contract';
import { z } from 'zod';
import { fact } from '../../platform/outbox/consequences.ts';

/** Leaders planned a session, changed it (also: it takes place after all), or cancelled it. */
export const sessionMoved = fact(
  'sessions.moved',
  z.object({ sessionId, byId: personId, what: z.enum(['planned', 'changed', 'cancelled']) }),
);
