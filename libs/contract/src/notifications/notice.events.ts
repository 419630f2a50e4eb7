import { event } from '../event.ts';
import { unreadNotices } from './notice.schemas.ts';

/** To the person's own browsers: a notice came, changed or was read. Lists of them are read again. */
export const noticesChanged = event('person.notices-changed', unreadNotices);
