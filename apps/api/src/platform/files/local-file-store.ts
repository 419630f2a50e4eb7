import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { FileStore, TooManyBytes, type ByteRange, type IncomingBytes } from './file-store.ts';

/** What arrives is written to all the time; untouched for so long, its process is gone. */
const abandonedAfterMs = 3_600_000;

/** Files in the data folder: `files/aa/bb/<hash>`, and `files/incoming` for what is not whole yet. */
@Injectable()
export class LocalFileStore extends FileStore implements OnModuleInit {
  private readonly folder: string;
  private readonly incoming: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    super();
    this.folder = resolve(config.settings.LANDBRIDGE_DATA, 'files');
    this.incoming = join(this.folder, 'incoming');
  }

  /** What a killed process left half-written goes. */
  async onModuleInit(): Promise<void> {
    const names = await readdir(this.incoming).catch(() => []);
    const before = this.clock.now().getTime() - abandonedAfterMs;
    for (const path of names.map((name) => join(this.incoming, name))) {
      const found = await stat(path).catch(() => null);
      if (found && found.mtimeMs < before) await rm(path, { force: true });
    }
  }

  async receive(source: Readable, mostBytes: number): Promise<IncomingBytes> {
    const path = await this.place();
    const file = await open(path, 'wx', 0o600);
    const hash = createHash('sha256');
    let byteSize = 0;
    try {
      // The source is the connection itself: destroyed here, the refusal would reach nobody.
      for await (const chunk of source.iterator({ destroyOnReturn: false })) {
        byteSize += chunk.length;
        if (byteSize > mostBytes) throw new TooManyBytes();
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      return { path, byteSize, hash: hash.digest('hex') };
    } catch (error) {
      letRunOut(source, mostBytes);
      await this.discard([path]);
      throw error;
    } finally {
      await file.close();
    }
  }

  async place(): Promise<string> {
    await mkdir(this.incoming, { recursive: true, mode: 0o700 });
    return join(this.incoming, randomUUID());
  }

  async measure(path: string): Promise<IncomingBytes> {
    const hash = createHash('sha256');
    let byteSize = 0;
    for await (const chunk of createReadStream(path)) {
      byteSize += chunk.length;
      hash.update(chunk);
    }
    return { path, byteSize, hash: hash.digest('hex') };
  }

  async keep({ path, hash }: IncomingBytes): Promise<void> {
    const target = this.pathOf(hash);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await flush(path);
    await rename(path, target);
    // The name must be on the disk too before a row in the database relies on it.
    await flush(dirname(target));
  }

  async discard(paths: readonly string[]): Promise<void> {
    for (const path of paths) await rm(path, { force: true });
  }

  async read(hash: string, range: ByteRange | null): Promise<Readable> {
    // Opened before anything is answered: what is missing is an error, not a broken answer.
    const file = await open(this.pathOf(hash), 'r');
    return file.createReadStream(range ? { start: range.first, end: range.last } : {});
  }

  async remove(hash: string): Promise<void> {
    await rm(this.pathOf(hash), { force: true });
  }

  private pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2, 4), hash);
  }
}

/** Reads on without keeping anything, so that the sender comes to read the refusal; who goes on for too long is cut off. */
const letRunOut = (source: Readable, mostBytes: number): void => {
  let left = mostBytes;
  source.on('error', () => undefined);
  source.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) source.destroy();
  });
};

const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
