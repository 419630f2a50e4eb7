export * from './apply-community-event.ts';
export * from './community-abilities.ts';
