export * from './apply-thread-changes.ts';
export * from './apply-thread-event.ts';
export * from './message-abilities.ts';
export * from './thread-abilities.ts';
export * from './thread-list.ts';
export * from './unread.ts';
