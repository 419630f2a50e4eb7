export * from './apply-community-event.ts';
export * from './community-abilities.ts';
export * from './person-to-greet.ts';
export * from './rings.ts';
