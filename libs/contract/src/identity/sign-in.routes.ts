import { z } from 'zod';
import { signInId } from '../ids.ts';
import { organisationLanguage } from '../organisation/organisation.schemas.ts';
import { email, instant, line } from '../primitives.ts';
import { route } from '../route.ts';
import { linkPurpose, linkToken, meView, password, signInView } from './identity.schemas.ts';

export const setUpOrganisation = route({
  name: 'setUpOrganisation',
  summary: 'Name the organisation and make its first administrator. Works once, on a database without people.',
  method: 'POST',
  path: '/api/setup',
  access: 'public',
  rate: 'guessing',
  body: z.strictObject({
    organisation: line(120),
    language: organisationLanguage.default('en'),
    timeZone: z.string().max(60).default('UTC'),
    name: line(120),
    email,
    password,
    code: z.string().max(40).optional(),
  }),
  response: meView,
  status: 201,
  problems: ['setup.already-done', 'setup.wrong-code', 'password.too-weak'],
});

export const signIn = route({
  name: 'signIn',
  summary: 'Sign in with e-mail and password. The answer sets the cookie.',
  method: 'POST',
  path: '/api/sign-in',
  access: 'public',
  rate: 'guessing',
  body: z.strictObject({ email, password: z.string().max(200) }),
  response: meView,
  problems: ['sign-in.no-match'],
});

export const signOut = route({
  name: 'signOut',
  summary: 'End this sign-in here and now, with its live connections.',
  method: 'DELETE',
  path: '/api/sign-in',
  access: 'signed-in',
  rate: 'writing',
  response: z.undefined(),
  status: 204,
});

export const changePassword = route({
  name: 'changePassword',
  summary: 'Change your password. All your other sign-ins end.',
  method: 'PUT',
  path: '/api/me/password',
  access: 'signed-in',
  rate: 'guessing',
  body: z.strictObject({ present: z.string().max(200), password }),
  response: z.undefined(),
  status: 204,
  problems: ['password.no-match', 'password.too-weak'],
});

export const listSignIns = route({
  name: 'listSignIns',
  summary: 'Where you are signed in, newest first.',
  method: 'GET',
  path: '/api/me/sign-ins',
  access: 'signed-in',
  rate: 'reading',
  response: z.object({ signIns: z.array(signInView).max(100) }),
});

export const endSignIn = route({
  name: 'endSignIn',
  summary: 'End one of your sign-ins, with its live connections.',
  method: 'DELETE',
  path: '/api/me/sign-ins/:signInId',
  access: 'signed-in',
  rate: 'writing',
  params: z.object({ signInId }),
  response: z.undefined(),
  status: 204,
  problems: ['sign-in.not-found'],
});

export const askForLink = route({
  name: 'askForLink',
  summary: 'Ask for a single-use link by e-mail. The answer is the same whether the address is known or not.',
  method: 'POST',
  path: '/api/links',
  access: 'public',
  rate: 'guessing',
  body: z.strictObject({ email, purpose: z.enum(['password-reset', 'sign-in']) }),
  response: z.object({ isAccepted: z.literal(true) }),
  status: 202,
});

export const lookAtLink = route({
  name: 'lookAtLink',
  summary: 'What a single-use link is for. Looking does not use it up.',
  method: 'GET',
  path: '/api/links/:token',
  access: 'public',
  rate: 'guessing',
  params: z.object({ token: linkToken }),
  response: z.object({ purpose: linkPurpose, name: z.string(), email: z.string(), organisationName: z.string(), expiresAt: instant }),
  problems: ['link.not-usable'],
});

export const useLink = route({
  name: 'useLink',
  summary: 'Use a single-use link: set the password it asks for and sign in.',
  method: 'POST',
  path: '/api/links/:token',
  access: 'public',
  rate: 'guessing',
  params: z.object({ token: linkToken }),
  body: z.strictObject({ password: password.optional() }),
  response: meView,
  problems: ['link.not-usable', 'password.too-weak'],
});

export const listMailbox = route({
  name: 'listMailbox',
  summary: 'Mail that would have been sent, newest first. Only with LANDBRIDGE_MAILBOX=true.',
  method: 'GET',
  path: '/api/mailbox',
  access: 'public',
  rate: 'reading',
  response: z.object({
    mails: z.array(z.object({ id: z.uuid(), to: z.string(), subject: z.string(), text: z.string(), sentAt: instant })).max(50),
  }),
  problems: ['mailbox.not-found'],
});
