import { memberRole, visibility } from '@landbridge/contract/communities';
import { assert, boolean, constantFrom, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { communityAbilities, type CommunityStanding } from './community-abilities.ts';

const standing = record({
  visibility: constantFrom(...visibility.options),
  role: option(constantFrom(...memberRole.options)),
  isEnded: boolean(),
});

const outsideOf = (change: Partial<CommunityStanding>) => communityAbilities({ visibility: 'open', role: null, ...change });

describe('community abilities', () => {
  it('let nobody do anything in what they do not see, nor read what they do not see', () => {
    assert(
      property(standing, (each) => {
        const can = communityAbilities(each);

        expect(can.see || Object.values(can).every((may) => !may)).toBe(true);
        expect(can.see || !can.read).toBe(true);
        expect(can.read || !can.openThread).toBe(true);
      }),
    );
  });

  it('offer one way in at most, and none to members', () => {
    assert(
      property(standing, (each) => {
        const { join, ask, leave } = communityAbilities(each);

        expect([join, ask, leave].filter(Boolean).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('take nothing new in a community that ended, which stays readable for the same people', () => {
    assert(
      property(standing, (each) => {
        const ended = communityAbilities({ ...each, isEnded: true });

        expect(ended.read).toBe(communityAbilities({ ...each, isEnded: false }).read);
        expect([ended.join, ended.ask, ended.openThread, ended.volunteer, ended.edit, ended.decide, ended.close]).not.toContain(true);
      }),
    );
  });

  it('show a closed community to those outside it, who ask to join and do not read', () => {
    expect(outsideOf({ visibility: 'closed' })).toMatchObject({ see: true, read: false, ask: true, join: false });
    expect(outsideOf({ visibility: 'open' })).toMatchObject({ read: true, ask: false, join: true });
  });
});
