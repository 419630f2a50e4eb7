export { useLiveNotices, useReadWhenVisited, useUnreadNotices } from './use-unread-notices.ts';
