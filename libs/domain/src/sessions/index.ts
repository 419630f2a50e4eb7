export * from './apply-session-event.ts';
export * from './session-abilities.ts';
export * from './session-time.ts';
