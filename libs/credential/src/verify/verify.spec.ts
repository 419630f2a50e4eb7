import { describe, expect, it } from 'vitest';
import { makeWorld, now } from '../testing/world.ts';
import { verifyCredential } from './verify.ts';

describe('verify a certificate', () => {
  it('holds in every check', async () => {
    const { credential, resolver } = await makeWorld();

    const { verdict, checks } = await verifyCredential(credential, { resolver, now });

    expect(checks.filter(({ outcome }) => outcome !== 'holds')).toEqual([]);
    expect(verdict).toBe('valid');
  });
});
