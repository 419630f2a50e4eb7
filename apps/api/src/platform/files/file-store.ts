import type { Readable } from 'node:stream';

/** A part of a file, in bytes, both ends included. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/** Bytes that arrived and are not kept yet, at a path that only this process knows. */
export interface IncomingBytes {
  readonly path: string;
  readonly byteSize: number;
  /** SHA-256 of the contents, in hexadecimal: the name under which they are kept. */
  readonly hash: string;
}

/** Somebody sent more bytes than are taken. */
export class TooManyBytes extends Error {}

/**
 * Keeps bytes under the hash of their contents. Who may read them, and when they may go, is not its business: the same contents
 * may belong to several files, so whoever keeps or removes them holds a lock on the hash.
 */
export abstract class FileStore {
  /** Writes what arrives to a new place, never more than a chunk of it in memory. @throws TooManyBytes, or what the source throws */
  abstract receive(source: Readable, mostBytes: number): Promise<IncomingBytes>;
  /** A new path to write something to that is measured then. */
  abstract place(): Promise<string>;
  abstract measure(path: string): Promise<IncomingBytes>;
  /** Keeps them for good: after a crash they are there whole, or not at all. */
  abstract keep(bytes: IncomingBytes): Promise<void>;
  /** Forgets what arrived and was not kept. */
  abstract discard(paths: readonly string[]): Promise<void>;
  abstract read(hash: string, range: ByteRange | null): Promise<Readable>;
  /** Again is harmless. */
  abstract remove(hash: string): Promise<void>;
}
