import type { Readable } from 'node:stream';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { FileStore, TooManyBytes, type IncomingBytes } from '../../platform/files/file-store.ts';
import { problem, type ProblemError } from '../../platform/http/problem-error.ts';

export interface SentBytes {
  readonly bytes: Readable;
  /** How many the sender says are coming, null when they do not say. */
  readonly byteSize: number | null;
}

/** Takes the bytes of a request to a place of their own; whoever asked for them keeps or discards them. */
@Injectable()
export class ReceiveBytes implements OnModuleDestroy {
  private readonly underway = new Set<Readable>();

  constructor(private readonly store: FileStore) {}

  /** What is half-way is cut off, and sent again by its sender: a server that stops waits for no large file. */
  onModuleDestroy(): void {
    for (const bytes of this.underway) bytes.destroy();
  }

  /** @throws `tooLarge`, file.empty, file.incomplete */
  async run({ bytes, byteSize }: SentBytes, mostMegabytes: number, tooLarge: () => ProblemError): Promise<IncomingBytes> {
    this.underway.add(bytes);
    bytes.once('close', () => this.underway.delete(bytes));
    const mostBytes = mostMegabytes * 1_000_000;
    if (byteSize !== null && byteSize > mostBytes) throw tooLarge();
    try {
      const arrived = await this.store.receive(bytes, mostBytes);
      if (arrived.byteSize > 0) return arrived;
      await this.store.discard([arrived.path]);
    } catch (error) {
      if (error instanceof TooManyBytes) throw tooLarge();
      // The connection was cut, or fewer bytes came than were announced.
      if (bytes.destroyed && !bytes.readableEnded) throw problem('file.incomplete');
      throw error;
    }
    throw problem('file.empty');
  }
}
