import type { UnreadNotices } from '@landbridge/contract/notifications';

/** What is unread after the server told of it: the younger of the two. */
export const applyNoticesChanged = (known: UnreadNotices, told: UnreadNotices): UnreadNotices => (told.seq > known.seq ? told : known);
