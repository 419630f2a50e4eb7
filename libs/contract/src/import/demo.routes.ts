import { z } from 'zod';
import { meView } from '../identity/identity.schemas.ts';
import { route } from '../route.ts';

/** Whom one click signs in as in a demo. */
export const demoPart = z.enum(['member', 'leader', 'manager', 'administrator']);
export type DemoPart = z.infer<typeof demoPart>;

/** `share` of the demo organisation that is made, 0 to 1. */
export const demoState = z.object({ state: z.enum(['none', 'opening', 'open', 'failed']), share: z.number().min(0).max(1) });
export type DemoState = z.infer<typeof demoState>;

export const getDemo = route({
  name: 'getDemo',
  summary: 'Whether this is a demo, and how far it is made.',
  method: 'GET',
  path: '/api/demo',
  access: 'public',
  rate: 'reading',
  response: demoState,
});

export const openDemo = route({
  name: 'openDemo',
  summary: 'Make the demo organisation, in a database without people. It goes on after the answer; ask how far it is.',
  method: 'POST',
  path: '/api/demo',
  access: 'public',
  rate: 'guessing',
  body: z.strictObject({ code: z.string().max(40).optional() }),
  response: demoState,
  status: 202,
  problems: ['setup.already-done', 'setup.wrong-code', 'demo.not-public'],
});

export const signInToDemo = route({
  name: 'signInToDemo',
  summary: 'Sign in as one of the four of the demo. The answer sets the cookie.',
  method: 'POST',
  path: '/api/demo/sign-in',
  access: 'public',
  rate: 'posting',
  body: z.strictObject({ as: demoPart }),
  response: meView,
  problems: ['demo.not-found'],
});
