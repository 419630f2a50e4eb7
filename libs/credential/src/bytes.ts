import { sha256, sha384 } from '@noble/hashes/sha2.js';
import canonicalize from 'canonicalize';
import type { Json } from './json.ts';

// JavaScript hashes instead of WebCrypto: it is missing on plain http, and for texts of this size nothing is gained by it.

export type Bytes = Uint8Array<ArrayBuffer>;

export const utf8 = (text: string): Bytes => new TextEncoder().encode(text);

/** @returns undefined when the bytes are no UTF-8 */
export const fromUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

export const concat = (...parts: readonly Uint8Array[]): Bytes => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
};

export const sha256Of = (bytes: Uint8Array): Bytes => new Uint8Array(sha256(bytes));

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** RFC 8785 (JSON Canonicalization Scheme). */
export const jcs = (value: Json): string => canonicalize(value) ?? 'null';

/** Subresource Integrity with SHA-384, over the JCS of a JSON value. */
export const digestSri = (value: Json): string => `sha384-${toBase64(sha384(utf8(jcs(value))))}`;

export const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));

export const toBase64Url = (bytes: Uint8Array): string => toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** @returns undefined when the text is no base64url */
export const fromBase64Url = (text: string): Bytes | undefined => {
  if (!/^[\w-]*$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
};

const base58Letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Base58 with the letters of Bitcoin, as multibase `z` has it. */
export const toBase58 = (bytes: Uint8Array): string => {
  let number = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (; number > 0n; number /= 58n) text = base58Letters.charAt(Number(number % 58n)) + text;
  const zeros = bytes.findIndex((byte) => byte !== 0);
  return '1'.repeat(zeros === -1 ? bytes.length : zeros) + text;
};

/** @returns undefined when the text is no base58, or longer than any key or signature */
export const fromBase58 = (text: string): Bytes | undefined => {
  if (text.length > 128) return undefined;
  let number = 0n;
  for (const letter of text) {
    const digit = base58Letters.indexOf(letter);
    if (digit === -1) return undefined;
    number = number * 58n + BigInt(digit);
  }
  const bytes: number[] = [];
  for (; number > 0n; number /= 256n) bytes.unshift(Number(number % 256n));
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...bytes]);
};
