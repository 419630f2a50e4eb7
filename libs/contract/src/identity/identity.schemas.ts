import { z } from 'zod';
import { signInId } from '../ids.ts';
import { personSummary } from '../people/people.schemas.ts';
import { instant } from '../primitives.ts';

export const password = z.string().min(10, 'must have at least ten characters').max(200);

/** How a person wants the product to behave for them. */
export const preferences = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  /** Single-key shortcuts; WCAG 2.2, 2.1.4 asks for an off switch. */
  hasKeys: z.boolean(),
  /** Others in the same thread see that this person is there. */
  showsPresence: z.boolean(),
});
export type Preferences = z.infer<typeof preferences>;

export const meView = z.object({
  person: personSummary,
  email: z.string(),
  isAdministrator: z.boolean(),
  preferences,
  organisation: z.object({ name: z.string(), language: z.string(), timeZone: z.string() }),
});
export type MeView = z.infer<typeof meView>;

export const signInView = z.object({
  id: signInId,
  device: z.string(),
  address: z.string(),
  signedInAt: instant,
  seenAt: instant,
  expiresAt: instant,
  isCurrent: z.boolean(),
});
export type SignInView = z.infer<typeof signInView>;

/** What a single-use link is for. */
export const linkPurpose = z.enum(['invitation', 'password-reset', 'sign-in']);
export type LinkPurpose = z.infer<typeof linkPurpose>;

export const linkToken = z.string().regex(/^[\w-]{43}$/, 'is not a complete link');
