import { gzipSync } from 'fflate';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import { credentialsV2 } from './contexts.ts';
import { CredentialError } from './credential-error.ts';
import { inflate } from './inflate.ts';
import type { JsonObject } from './json.ts';
import { addProof, type Signer } from './proof.ts';

/** Fewest entries of a list, so that reading it tells nobody whose certificate is looked at (Bitstring Status List v1.0, §3.1). */
export const leastEntries = 131_072;
const mostEntries = leastEntries * 64;
const mostDays = 7;
const dayMs = 86_400_000;

/** One bit per certificate; bit 0 is the left one of the first byte. */
export type StatusBits = Uint8Array;

export const emptyList = (entries = leastEntries): StatusBits => {
  if (entries < leastEntries || entries > mostEntries || entries % 8 !== 0) throw new CredentialError('status.length', { entries });
  return new Uint8Array(entries / 8);
};

/** A random index that is not taken: neighbours in the list tell nothing about each other. */
export const freeIndex = (bits: StatusBits, taken: ReadonlySet<number>): number => {
  const entries = bits.length * 8;
  // Above half full, guessing gets slow and neighbours get telling: it is time for another list.
  if (taken.size >= entries / 2) throw new CredentialError('status.list-full', { entries });
  for (;;) {
    const [random = 0] = globalThis.crypto.getRandomValues(new Uint32Array(1));
    const index = random % entries;
    if (!taken.has(index)) return index;
  }
};

export const isSet = (bits: StatusBits, index: number): boolean => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0;

/** The list with one bit set; there is no way to take a revocation back. */
export const withSet = (bits: StatusBits, index: number): StatusBits => {
  if (index < 0 || index >= bits.length * 8) throw new CredentialError('status.index', { index });
  const next = Uint8Array.from(bits);
  next[index >> 3] = (next[index >> 3] ?? 0) | (0x80 >> (index & 7));
  return next;
};

export const encodeBits = (bits: StatusBits): string => `u${toBase64Url(gzipSync(bits, { mtime: 0 }))}`;

/** @throws CredentialError `status.list-unreadable`, `packed.too-large`, `packed.unreadable` */
export const decodeBits = (encoded: string): StatusBits => {
  const packed = encoded.startsWith('u') ? fromBase64Url(encoded.slice(1)) : undefined;
  if (!packed || packed.length === 0) throw new CredentialError('status.list-unreadable');
  return inflate('gzip', packed, mostEntries / 8);
};

/** The signed list (BitstringStatusListCredential), to be signed anew by a job before `validUntil`. */
export const signStatusList = async (
  { id, issuer, bits, now, days = mostDays }: { id: string; issuer: string; bits: StatusBits; now: Date; days?: number },
  signer: Signer,
): Promise<JsonObject> => {
  if (days <= 0 || days > mostDays) throw new CredentialError('status.days', { days, most: mostDays });
  const at = secondsOf(now);
  const list = {
    '@context': [credentialsV2],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    validFrom: at,
    validUntil: secondsOf(new Date(now.getTime() + days * dayMs)),
    credentialSubject: { id: `${id}#list`, type: 'BitstringStatusList', statusPurpose: 'revocation', encodedList: encodeBits(bits) },
  };
  return addProof(list, at, signer);
};

/** An instant as credentials write it: whole seconds, UTC. */
export const secondsOf = (instant: Date): string => `${instant.toISOString().slice(0, 19)}Z`;
