import { z } from 'zod';
import { route } from '../route.ts';
import { meView, preferences } from './identity.schemas.ts';

export const getSetup = route({
  name: 'getSetup',
  summary: 'What the first page needs to know before anybody is signed in.',
  method: 'GET',
  path: '/api/setup',
  access: 'public',
  rate: 'reading',
  response: z.object({
    isNew: z.boolean(),
    needsCode: z.boolean(),
    organisationName: z.string().nullable(),
    /** An invented organisation, which one signs in to with one click. */
    isDemo: z.boolean(),
    /** Whether a link asked for by e-mail can arrive. */
    sendsMail: z.boolean(),
    hasMailbox: z.boolean(),
  }),
});

export const getMe = route({
  name: 'getMe',
  summary: 'The person who is signed in.',
  method: 'GET',
  path: '/api/me',
  access: 'signed-in',
  rate: 'reading',
  response: meView,
});

export const changePreferences = route({
  name: 'changePreferences',
  summary: 'Change how the product behaves for you.',
  method: 'PATCH',
  path: '/api/me/preferences',
  access: 'signed-in',
  rate: 'writing',
  body: z.strictObject(preferences.partial().shape),
  response: meView,
});
