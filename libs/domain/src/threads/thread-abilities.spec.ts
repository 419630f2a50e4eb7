import { memberRole, visibility } from '@landbridge/contract/communities';
import { assert, boolean, constant, constantFrom, oneof, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abilitiesWhen, threadAbilities, type CrossUnitThreadStanding } from './thread-abilities.ts';

const inCommunity = record({
  place: constant('community' as const),
  visibility: constantFrom(...visibility.options),
  role: option(constantFrom(...memberRole.options)),
  isOpener: boolean(),
  isOfIssue: boolean(),
  isClosed: boolean(),
});
const acrossUnits = record({ place: constant('units' as const), isConvener: boolean(), isInvited: boolean(), isClosed: boolean() });
const standing = oneof(inCommunity, acrossUnits);

describe('closing or reopening a thread', () => {
  it('leaves everybody with the abilities that a fresh look gives them', () => {
    assert(
      property(standing, boolean(), (before, isClosed) => {
        expect(abilitiesWhen(isClosed, threadAbilities(before))).toEqual(threadAbilities({ ...before, isClosed }));
      }),
    );
  });
});

describe('the conversation of a practice issue', () => {
  it('is named, closed and reopened with its issue, never by itself', () => {
    assert(
      property(inCommunity, (given) => {
        expect(threadAbilities({ ...given, isOfIssue: true })).toMatchObject({ rename: false, close: false, reopen: false });
      }),
    );
  });
});

describe('a thread across units', () => {
  const standingOf = (change: Partial<CrossUnitThreadStanding>): CrossUnitThreadStanding => ({
    place: 'units',
    isConvener: false,
    isInvited: false,
    isClosed: false,
    ...change,
  });

  it('does not exist for those who are not invited', () => {
    expect(Object.values(threadAbilities(standingOf({}))).every((may) => !may)).toBe(true);
  });

  it('is read and written by those who are', () => {
    expect(threadAbilities(standingOf({ isInvited: true }))).toMatchObject({
      read: true,
      post: true,
      close: false,
      invite: false,
      pin: false,
    });
  });

  it('is looked after by its convener, who need not be in an invited unit', () => {
    expect(threadAbilities(standingOf({ isConvener: true }))).toMatchObject({
      read: true,
      post: true,
      close: true,
      invite: true,
      pin: true,
    });
  });
});
