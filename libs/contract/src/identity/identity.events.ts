import { z } from 'zod';
import { event } from '../event.ts';
import { preferences } from './identity.schemas.ts';

/** To the person's own browsers: their preferences changed in another tab. */
export const preferencesChanged = event('person.preferences-changed', z.object({ preferences }));

/** To the browsers of one sign-in, just before their connection ends. */
export const signInEnded = event('sign-in.ended', z.object({}));
