import { memberRole } from '@landbridge/contract/communities';
import { assert, boolean, constantFrom, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abilitiesWhen, threadAbilities } from './thread-abilities.ts';

const standing = record({
  visibility: constantFrom('open' as const, 'private' as const),
  role: option(constantFrom(...memberRole.options)),
  isOpener: boolean(),
  isClosed: boolean(),
});

describe('closing or reopening a thread', () => {
  it('leaves everybody with the abilities that a fresh look gives them', () => {
    assert(
      property(standing, boolean(), (before, isClosed) => {
        expect(abilitiesWhen(isClosed, threadAbilities(before))).toEqual(threadAbilities({ ...before, isClosed }));
      }),
    );
  });
});
