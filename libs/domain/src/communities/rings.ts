import type { Ring, RingCounts } from '@landbridge/contract/home';

/** Weeks that are looked at; a contribution is a message, an issue, an outcome told or a session one took part in. */
export const ringWeeks = 13;

/** A member's level of participation by the number of those weeks with a contribution (after Wenger, McDermott & Snyder 2002). */
export const ringOf = (weeks: number): Ring => {
  if (weeks >= 9) return 'core';
  if (weeks >= 4) return 'active';
  return weeks >= 1 ? 'occasional' : 'peripheral';
};

/** Fewer members than that are known to their leaders by name anyway, and a count would be one of persons. */
const fewestMembers = 15;
const fewestInRing = 5;

/**
 * What leaders may see: how many members stand in each ring, null for fewer than five; null as a whole in small communities.
 * Where one ring alone would be hidden, the number of members would give it away: the next smallest is hidden with it.
 */
export const shownRings = (weeksOfMembers: readonly number[]): RingCounts | null => {
  if (weeksOfMembers.length < fewestMembers) return null;
  const counts: Record<Ring, number> = { core: 0, active: 0, occasional: 0, peripheral: 0 };
  for (const weeks of weeksOfMembers) counts[ringOf(weeks)]++;
  const bySize = rings.toSorted((one, other) => counts[one] - counts[other]);
  const tooSmall = bySize.filter((ring) => counts[ring] < fewestInRing);
  const hidden = new Set(tooSmall.length === 1 ? bySize.slice(0, 2) : tooSmall);
  const shown = (ring: Ring) => (hidden.has(ring) ? null : counts[ring]);
  return { core: shown('core'), active: shown('active'), occasional: shown('occasional'), peripheral: shown('peripheral') };
};

const rings: readonly Ring[] = ['core', 'active', 'occasional', 'peripheral'];
