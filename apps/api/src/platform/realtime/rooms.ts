/** Socket rooms of the platform. A feature names its own beside its events. */
export const everybodyRoom = 'everybody';
export const personRoom = (id: string): string => `person:${id}`;
export const signInRoom = (id: string): string => `sign-in:${id}`;
