import { decodeList } from '@digitalbazaar/vc-bitstring-status-list';
import { assert, nat, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBits, emptyList, encodeBits, freeIndex, isSet, leastEntries, signStatusList, withSet } from './status-list.ts';
import { makeParty, now } from './testing/world.ts';

describe('a status list', () => {
  it('says set for what was set, and for nothing else', () => {
    assert(
      property(uniqueArray(nat({ max: leastEntries - 1 }), { maxLength: 20 }), nat({ max: leastEntries - 1 }), (set, asked) => {
        const bits = set.reduce(withSet, emptyList());

        expect(isSet(bits, asked)).toBe(set.includes(asked));
        expect(set.every((index) => isSet(bits, index))).toBe(true);
      }),
      { numRuns: 30 },
    );
  });

  it('is read by other software, bit by bit', async () => {
    const set = [0, 1, 7, 8, 94_567, leastEntries - 1];
    const theirs = await decodeList({ encodedList: encodeBits(set.reduce(withSet, emptyList())) });

    expect(Array.from({ length: leastEntries }, (_, index) => index).filter((index) => theirs.getStatus(index))).toEqual(set);
  });

  it('comes back as it was', () => {
    const bits = withSet(emptyList(), 4_711);

    expect(decodeBits(encodeBits(bits))).toEqual(bits);
  });

  it('gives random free indexes, and says when it is full', () => {
    const taken = new Set<number>();
    for (let count = 0; count < 1_000; count++) taken.add(freeIndex(emptyList(), taken));

    expect(taken.size).toBe(1_000);
    expect(Math.max(...taken)).toBeGreaterThan(leastEntries / 2);
    expect(() => freeIndex(emptyList(), new Set(Array.from({ length: leastEntries / 2 }, (_, index) => index)))).toThrow(
      'status.list-full',
    );
  });

  it('is refused shorter than the specification wants, and for longer than seven days', async () => {
    const issuer = await makeParty('did:web:landbridge.example');
    const signing = signStatusList(
      { id: 'https://landbridge.example/status/1', issuer: issuer.id, bits: emptyList(), now, days: 8 },
      issuer.signer,
    );

    expect(() => emptyList(1_024)).toThrow('status.length');
    await expect(signing).rejects.toMatchObject({ code: 'status.days' });
  });

  it.each(['', 'u', 'uAAAA', 'zH4sI', 'u***', 'uH4sIAAAAAAAA'])('is refused as %j', (text) => {
    expect(() => decodeBits(text)).toThrow(/status\.list-unreadable|packed\.unreadable/);
  });
});
