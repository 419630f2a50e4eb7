import { Gunzip, Unzlib } from 'fflate';
import { concat, type Bytes } from './bytes.ts';
import { CredentialError } from './credential-error.ts';

const stepBytes = 4_096;

/**
 * Unpacks what may come from anybody: few bytes can hold gigabytes.
 * @throws CredentialError `packed.too-large`, `packed.unreadable`
 */
export const inflate = (format: 'gzip' | 'zlib', packed: Uint8Array, mostBytes: number): Bytes => {
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  const take = (part: Uint8Array, isLast: boolean) => {
    isWhole ||= isLast;
    length += part.length;
    if (length > mostBytes) throw new CredentialError('packed.too-large', { most: mostBytes });
    parts.push(part);
  };
  const stream = format === 'gzip' ? new Gunzip(take) : new Unzlib(take);
  try {
    // In small steps: one step is unpacked whole before its length is seen.
    for (let at = 0; at < packed.length; at += stepBytes) stream.push(packed.subarray(at, at + stepBytes), at + stepBytes >= packed.length);
  } catch (error) {
    throw error instanceof CredentialError ? error : new CredentialError('packed.unreadable');
  }
  // A stream that breaks off early tells nothing.
  if (!isWhole || length === 0) throw new CredentialError('packed.unreadable');
  return concat(...parts);
};
