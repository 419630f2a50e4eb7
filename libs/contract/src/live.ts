import { z } from 'zod';
import { event } from './event.ts';

/** Socket.IO's path: the same port as everything else. */
export const livePath = '/api/live';

/** To everybody: the server is about to stop. Come back after `retryAfterMs`, each at a moment of its own. */
export const serverStopping = event('server.stopping', z.object({ retryAfterMs: z.int() }));
