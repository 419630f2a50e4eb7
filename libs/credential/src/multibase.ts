import { concat, fromBase58, toBase58, type Bytes } from './bytes.ts';

const ed25519Prefix = Uint8Array.from([0xed, 0x01]);

/** An Ed25519 public key as Multikey writes it: `z6Mk…`. */
export const multibaseOf = (publicKey: Uint8Array): string => `z${toBase58(concat(ed25519Prefix, publicKey))}`;

/** The 32 bytes of an Ed25519 public key; undefined when the text is none. */
export const publicKeyFrom = (multibase: string): Bytes | undefined => {
  const bytes = multibase.startsWith('z') ? fromBase58(multibase.slice(1)) : undefined;
  return bytes?.length === 34 && bytes[0] === 0xed && bytes[1] === 0x01 ? bytes.slice(2) : undefined;
};
