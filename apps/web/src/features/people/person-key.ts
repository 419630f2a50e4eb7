import type { PersonId } from '@landbridge/contract';

/** Where a profile stands in the cache. */
export const personKey = (id: PersonId) => ['person', id];
