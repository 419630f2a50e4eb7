import { createReadStream, existsSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { pipeline } from 'node:stream';
import { z } from 'zod';
import { partHeader, partSeal, type PartHeader, type PartSeal } from './archive.schemas.ts';
import { BackupRefused } from './refused.ts';
import { Sealing } from './seal.ts';

export interface Part {
  readonly header: PartHeader;
  /** To be read to its end before the next part; its seal is checked there. @throws BackupRefused when it is damaged */
  readonly content: AsyncIterable<Uint8Array>;
  /** After the content was read. */
  seal(): PartSeal;
}

const longestLine = 1_048_576;
const newline = 0x0a;

/** The parts of an archive, one after the other, without the end. @throws BackupRefused when it is missing, foreign, damaged or cut off */
export async function* readArchive(file: string): AsyncGenerator<Part> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`);
  // Given a callback, the pipeline tells an error of the file to the stream that is read.
  const unpacked = pipeline(createReadStream(file), createGunzip(), () => undefined);
  const bytes = new Bytes(unpacked, file);
  try {
    for (;;) {
      const header = await bytes.json(partHeader);
      const part = readPart(header, bytes);
      if (header.kind === 'end') {
        for await (const chunk of part.content) void chunk;
        return await bytes.end();
      }
      yield part;
    }
  } finally {
    unpacked.destroy();
  }
}

/** Reads an archive to its end, looking at each part first. @throws BackupRefused as `readArchive` does */
export const checkArchive = async (file: string, look: (header: PartHeader, place: number) => void): Promise<void> => {
  let place = 0;
  for await (const part of readArchive(file)) {
    look(part.header, place++);
    for await (const chunk of part.content) void chunk;
  }
};

const readPart = (header: PartHeader, bytes: Bytes): Part => {
  let seal: PartSeal | null = null;
  const content = async function* () {
    const sealing = new Sealing();
    for (let length = await bytes.length(); length > 0; length = await bytes.length())
      for await (const chunk of bytes.take(length)) {
        sealing.add(chunk);
        yield chunk;
      }
    seal = await bytes.json(partSeal);
    const found = sealing.seal();
    if (found.sha256 !== seal.sha256 || found.bytes !== seal.bytes || found.lines !== seal.lines) throw bytes.damaged();
  };
  return {
    header,
    content: content(),
    seal: () => {
      if (!seal) throw new Error('A part is sealed at its end.');
      return seal;
    },
  };
};

/** A stream of bytes, read by lines and by lengths. */
class Bytes {
  private rest: Buffer = Buffer.alloc(0);
  private readonly chunks: AsyncIterator<Buffer>;

  constructor(
    source: AsyncIterable<Buffer>,
    private readonly file: string,
  ) {
    this.chunks = source[Symbol.asyncIterator]();
  }

  damaged(): BackupRefused {
    return new BackupRefused(
      `${this.file} is not a whole backup of Landbridge: it was cut off, damaged, or is something else. Nothing was restored.`,
    );
  }

  async json<Schema extends z.ZodType>(schema: Schema): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(parseJson(await this.line()));
    if (!parsed.success) throw this.damaged();
    return parsed.data;
  }

  async length(): Promise<number> {
    const line = await this.line();
    if (!/^\d{1,12}$/.test(line)) throw this.damaged();
    return Number(line);
  }

  /** The sum that gzip keeps of everything is checked here, too. */
  async end(): Promise<void> {
    if (this.rest.length > 0 || !(await this.read()).done) throw this.damaged();
  }

  async *take(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0;) {
      if (this.rest.length === 0) this.rest = await this.next();
      const chunk = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(chunk.length);
      left -= chunk.length;
      yield chunk;
    }
  }

  private async line(): Promise<string> {
    for (let searched = 0; ;) {
      const end = this.rest.indexOf(newline, searched);
      if (end >= 0) {
        const line = this.rest.subarray(0, end).toString();
        this.rest = this.rest.subarray(end + 1);
        return line;
      }
      searched = this.rest.length;
      if (searched > longestLine) throw this.damaged();
      this.rest = Buffer.concat([this.rest, await this.next()]);
    }
  }

  private async next(): Promise<Buffer> {
    const read = await this.read();
    if (read.done) throw this.damaged();
    return read.value;
  }

  private async read(): Promise<IteratorResult<Buffer>> {
    try {
      return await this.chunks.next();
    } catch (error) {
      // What zlib says of a file that ends early or was changed.
      if (error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_')) throw this.damaged();
      throw error;
    }
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
