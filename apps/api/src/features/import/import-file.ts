import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** What is imported: bytes that can be read from the beginning again, and what tells it from others. */
export interface ImportFile {
  readonly name: string;
  /** Two with the same one hold the same bytes. */
  readonly hash: string;
  /** The uncompressed bytes. @throws CutOff */
  read(): AsyncIterable<Uint8Array>;
}

/** There is none at this path that can be read. */
export class NoFile extends Error {}

/** A compressed file is damaged, or its end is missing. */
export class CutOff extends Error {}

const gzipMark = Buffer.from([0x1f, 0x8b]);

/** A file on this machine, plain or gzip. @throws NoFile */
export const fileAt = async (path: string): Promise<ImportFile> => {
  const isGzip = (await firstBytes(path)).equals(gzipMark);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  const name = basename(path);
  return { name, hash: hash.digest('hex'), read: () => (isGzip ? unpacked(path, name) : createReadStream(path)) };
};

/** Lines that a program makes; the same `hash` must give the same lines. */
export const madeFile = (name: string, hash: string, lines: () => Iterable<string>): ImportFile => ({
  name,
  hash,
  read: () => Readable.from(bytesOf(lines()), { objectMode: true }),
});

async function* unpacked(path: string, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(path).compose(createGunzip());
  } catch (error) {
    if (!isZlibError(error)) throw error;
    throw new CutOff(`${name} is damaged, or its end is missing: what came before is in. Copy it again and start once more.`, {
      cause: error,
    });
  }
}

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

const firstBytes = async (path: string): Promise<Buffer> => {
  const file = await open(path).catch(() => {
    throw new NoFile(`There is no file ${path} that can be read.`);
  });
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(gzipMark.length), 0, gzipMark.length, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
};

function* bytesOf(lines: Iterable<string>): Generator<Buffer> {
  for (const line of lines) yield Buffer.from(`${line}\n`);
}
