import { memberRole } from '@landbridge/contract/communities';
import { issueState, type IssueAbility, type IssueStep } from '@landbridge/contract/practice-issues';
import { assert, boolean, constantFrom, nat, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueAbilities } from './issue-abilities.ts';
import { nextIssueState } from './next-issue-state.ts';

const standing = record({
  visibility: constantFrom('open' as const, 'private' as const),
  role: option(constantFrom(...memberRole.options)),
  isAsker: boolean(),
  isAskerDeactivated: boolean(),
  state: constantFrom(...issueState.options),
  hasStakes: boolean(),
  isEnded: boolean(),
});
const unarchived = issueState.exclude(['archived']);
const steps: readonly (readonly [IssueAbility, IssueStep])[] = [
  ['markHelped', 'mark-helped'],
  ['try', 'try'],
  ['tellOutcome', 'tell-outcome'],
  ['notUse', 'not-use'],
  ['reopen', 'reopen'],
  ['archive', 'archive'],
  ['bringBack', 'bring-back'],
];

describe('a practice issue', () => {
  it('does not exist for those outside a private community, its asker included', () => {
    assert(
      property(standing, (given) => {
        const can = issueAbilities({ ...given, visibility: 'private', role: null });

        expect(Object.values(can).every((may) => !may)).toBe(true);
      }),
    );
  });

  it('is read alone in a community that was closed down', () => {
    assert(
      property(standing, (given) => {
        const { read: _, ...others } = issueAbilities({ ...given, isEnded: true });

        expect(Object.values(others).every((may) => !may)).toBe(true);
      }),
    );
  });

  it('offers its asker exactly the steps that lead on', () => {
    assert(
      property(
        standing,
        constantFrom(...unarchived.options),
        nat(3),
        constantFrom(...steps),
        (given, before, helpedCount, [ability, step]) => {
          const can = issueAbilities({ ...given, visibility: 'open', isAsker: true, isEnded: false });
          const stateBeforeArchive = given.state === 'archived' ? before : null;

          const next = nextIssueState({ state: given.state, helpedCount, stateBeforeArchive }, step);

          expect(can[ability]).toBe(next !== null);
        },
      ),
    );
  });

  it('comes back from the archive to where it was', () => {
    assert(
      property(constantFrom(...unarchived.options), nat(3), (state, helpedCount) => {
        expect(nextIssueState({ state, helpedCount, stateBeforeArchive: null }, 'archive')).toBe('archived');
        expect(nextIssueState({ state: 'archived', helpedCount, stateBeforeArchive: state }, 'bring-back')).toBe(state);
      }),
    );
  });

  it('is marked urgent only while it is open and says what is at stake', () => {
    assert(
      property(standing, (given) => {
        expect(!issueAbilities(given).markUrgent || (given.state === 'open' && given.hasStakes)).toBe(true);
      }),
    );
  });

  it('is answered while a message is marked as what helped, and open again without', () => {
    const life = { state: 'open', stateBeforeArchive: null } as const;

    expect(nextIssueState({ ...life, helpedCount: 1 }, 'mark-helped')).toBe('answered');
    expect(nextIssueState({ ...life, state: 'answered', helpedCount: 0 }, 'unmark-helped')).toBe('open');
  });

  it('is tried and told about by a leader only once its asker is deactivated', () => {
    assert(
      property(standing, (given) => {
        const leader = { ...given, isEnded: false, role: 'steward' as const, isAsker: false, state: 'tried' as const };

        expect(issueAbilities(leader).tellOutcome).toBe(given.isAskerDeactivated);
      }),
    );
  });
});
