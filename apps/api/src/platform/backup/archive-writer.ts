import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { partHeader, type PartHeader, type PartSeal } from './archive.schemas.ts';
import { BackupRefused } from './refused.ts';
import { Sealing } from './seal.ts';

/**
 * Writes an archive: gzip over parts. A part is a line of JSON that says what it is, its content in chunks (a line with the length,
 * then as many bytes; 0 ends it), and a line of JSON that seals it. It stands beside its place until it is whole.
 */
export class ArchiveWriter {
  private readonly gzip: Gzip;
  private readonly written: Promise<void>;

  private constructor(private readonly file: string) {
    this.gzip = createGzip({ level: 6 });
    this.written = pipeline(this.gzip, createWriteStream(`${file}.part`, { mode: 0o600 }));
    // Heard by whoever writes next, or finishes.
    this.written.catch(() => undefined);
  }

  /** @throws BackupRefused when something stands there already */
  static begin(file: string): ArchiveWriter {
    if (existsSync(file)) throw new BackupRefused(`There is a file ${file} already. Choose another name: a backup never replaces another.`);
    return new ArchiveWriter(file);
  }

  /** @returns what was written, once the stream has taken it */
  async add(header: PartHeader, content: AsyncIterable<Uint8Array> | Iterable<Uint8Array> = []): Promise<PartSeal> {
    const sealing = new Sealing();
    await this.write(`${JSON.stringify(partHeader.parse(header))}\n`);
    for await (const chunk of content) {
      if (chunk.length === 0) continue;
      sealing.add(chunk);
      await this.write(`${chunk.length}\n`);
      await this.write(chunk);
    }
    const seal = sealing.seal();
    await this.write(`0\n${JSON.stringify(seal)}\n`);
    return seal;
  }

  /** Nothing more comes; what came is on the disk. */
  async close(): Promise<void> {
    await this.add({ kind: 'end' });
    this.gzip.end();
    await this.written;
    await onDisk(`${this.file}.part`);
  }

  /** Puts a closed archive in its place. */
  async place(): Promise<void> {
    await rename(`${this.file}.part`, this.file);
    await onDisk(dirname(this.file));
  }

  /** Leaves nothing behind of one that is not in its place. */
  async abandon(): Promise<void> {
    this.gzip.destroy();
    await this.written.catch(() => undefined);
    await rm(`${this.file}.part`, { force: true });
  }

  private async write(chunk: string | Uint8Array): Promise<void> {
    if (this.gzip.write(chunk)) return;
    // When the disk is full there is no drain: the pipeline's error ends the wait.
    await Promise.race([once(this.gzip, 'drain'), this.written]);
  }
}

/** A rename is no promise before file and folder have reached the disk. */
const onDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
