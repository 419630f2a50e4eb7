export { useLiveLists, useUnread } from './use-unread.ts';
