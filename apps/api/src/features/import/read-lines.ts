import { isUtf8 } from 'node:buffer';
import { importLineLimit } from '@landbridge/contract/import';

/** A line of a file, or why it cannot be read. `end` is where the next one begins, in bytes of the uncompressed file. */
export interface FileLine {
  readonly number: number;
  readonly text: string;
  readonly fault: 'too-long' | 'not-utf-8' | null;
  readonly end: number;
}

export interface FilePlace {
  readonly offset: number;
  readonly line: number;
}

const lineFeed = 10;
const mark = '\uFEFF';

/** Lines one after the other from a place in the file on; memory holds one line at most. Empty ones are passed over. */
export async function* readLines(bytes: AsyncIterable<Uint8Array>, from: FilePlace = { offset: 0, line: 0 }): AsyncGenerator<FileLine> {
  let { line: number } = from;
  let place = 0;
  const open = new OpenLine();
  for await (const chunk of bytes) {
    const skipped = Math.min(chunk.length, Math.max(0, from.offset - place));
    place += skipped;
    let start = skipped;
    for (let end = chunk.indexOf(lineFeed, start); end !== -1; end = chunk.indexOf(lineFeed, start)) {
      place += end + 1 - start;
      number += 1;
      const line = open.close(chunk.subarray(start, end), { number, end: place });
      if (line.fault || line.text !== '') yield line;
      start = end + 1;
    }
    place += chunk.length - start;
    open.add(chunk.subarray(start));
  }
  const last = open.close(new Uint8Array(), { number: number + 1, end: place });
  if (last.fault || last.text !== '') yield last;
}

/** Pieces of a line that is not complete yet; what goes beyond the limit is counted and dropped. */
class OpenLine {
  private pieces: Uint8Array[] = [];
  private length = 0;

  add(piece: Uint8Array): void {
    this.length += piece.length;
    if (this.length > importLineLimit) this.pieces = [];
    else if (piece.length > 0) this.pieces.push(Uint8Array.from(piece));
  }

  close(last: Uint8Array, { number, end }: { readonly number: number; readonly end: number }): FileLine {
    const isTooLong = this.length + last.length > importLineLimit;
    const whole = isTooLong ? Buffer.alloc(0) : Buffer.concat([...this.pieces, last]);
    this.pieces = [];
    this.length = 0;
    if (isTooLong) return { number, end, text: '', fault: 'too-long' };
    if (!isUtf8(whole)) return { number, end, text: whole.toString('utf8'), fault: 'not-utf-8' };
    const text = whole.toString('utf8').trim();
    return { number, end, text: text.startsWith(mark) ? text.slice(1) : text, fault: null };
  }
}
