/** What is unread, and the lists of notices, in the query cache. */
export const unreadKey = ['unread-notices'];
export const noticesKey = ['notices'];

export const shows = ['all', 'unread'] as const;
export type Show = (typeof shows)[number];
