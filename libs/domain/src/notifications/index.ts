export * from './apply-notice-event.ts';
export * from './fold-causes.ts';
