/** The part of tar-stream that is used here; the package brings no types. */
declare module 'tar-stream' {
  import type { Readable, Writable } from 'node:stream';

  interface Header {
    readonly name: string;
    readonly type: 'file' | 'directory' | 'symlink' | 'link';
    readonly mode: number;
    readonly linkname: string | null;
  }
  type Entry = Readable & { readonly header: Header };
  export function extract(): Writable & AsyncIterable<Entry>;
}
