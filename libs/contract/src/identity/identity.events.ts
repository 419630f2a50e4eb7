import { z } from 'zod';
import { event } from '../event.ts';
import { preferences } from './identity.schemas.ts';

/** To the person's own browsers: their preferences changed in another tab. */
export const preferencesChanged = event('person.preferences-changed', z.object({ preferences }));

/** To the person's own browsers: an administrator gave them a right, or took it. */
export const rightsChanged = event('person.rights-changed', z.object({ isAdministrator: z.boolean() }));

/** To the browsers of one sign-in, just before their connection ends. */
export const signInEnded = event('sign-in.ended', z.object({}));
