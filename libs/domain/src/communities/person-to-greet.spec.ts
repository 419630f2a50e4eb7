import { personId, type PersonId } from '@landbridge/contract';
import { describe, expect, it } from 'vitest';
import { personToGreet } from './person-to-greet.ts';

const person = (number: number) => ({
  id: personId.parse(`0190a6f0-0000-7000-8000-00000000000${number}`),
  name: `Person ${number}`,
  unit: null,
});
const [convener, keeper, newcomer] = [person(1), person(2), person(3)];

const greeted = (viewerId: PersonId, hasKeeper: boolean) =>
  personToGreet(
    {
      leaders: [
        { ...newcomer, role: 'sponsor' },
        { ...convener, role: 'convener' },
      ],
      carriers: [
        { ...newcomer, leadership: 'social-reporter' },
        ...(hasKeeper ? [{ ...keeper, leadership: 'community-keeper' as const }] : []),
      ],
    },
    viewerId,
  )?.name ?? null;

describe('the person to greet', () => {
  it('is the community keeper', () => {
    expect(greeted(newcomer.id, true)).toBe('Person 2');
  });

  it('is a convener where there is no keeper, or the keeper is the newcomer', () => {
    expect(greeted(newcomer.id, false)).toBe('Person 1');
    expect(greeted(keeper.id, true)).toBe('Person 1');
  });

  it('is nobody for whoever convenes it alone', () => {
    expect(greeted(convener.id, false)).toBeNull();
  });
});
