import { createHash, type Hash } from 'node:crypto';
import type { PartSeal } from './archive.schemas.ts';

const newline = 0x0a;

/** Counts and hashes what passes. */
export class Sealing {
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;
  private lines = 0;

  add(chunk: Uint8Array): void {
    this.hash.update(chunk);
    this.bytes += chunk.length;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, at + 1)) this.lines++;
  }

  /** To be asked once, at the end. */
  seal(): PartSeal {
    return { bytes: this.bytes, lines: this.lines, sha256: this.hash.digest('hex') };
  }
}
