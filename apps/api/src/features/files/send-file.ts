import { Injectable } from '@nestjs/common';
import type { FileId } from '@landbridge/contract';
import type { FileKind } from '@landbridge/contract/files';
import { Database } from '../../platform/database/database.ts';
import { FileStore, type ByteRange } from '../../platform/files/file-store.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Attachments } from './attachments.ts';
import { isImageType } from './image-types.ts';

/** Types whose name says enough and which no browser runs; everything else is just bytes to it. */
const sentTypes: Readonly<Record<string, string>> = { 'text/plain': 'text/plain; charset=utf-8', 'application/pdf': 'application/pdf' };

/** Sends a file to whoever may read it now. Browsers keep it, and ask each time whether they still may. */
@Injectable()
export class SendFile {
  constructor(
    private readonly database: Database,
    private readonly attachments: Attachments,
    private readonly store: FileStore,
  ) {}

  async run(actor: Actor, { fileId, kind }: { fileId: FileId; kind: FileKind }, exchange: Exchange): Promise<void> {
    const file = await this.attachments.readable(this.database, actor.personId, fileId);
    const hash = kind === 'preview' ? file.previewSha256 : file.sha256;
    if (hash === null) throw problem('file.not-found');
    const headers = headersOf(file, kind, hash);
    if (isKnown(exchange.header('if-none-match'), hash)) return exchange.send({ status: 304, headers, stream: null });
    if (kind === 'preview') return exchange.send({ status: 200, headers, stream: await this.store.read(hash, null) });
    const range = rangeIn(exchange.header('range'), file.byteSize);
    if (range === 'outside')
      return exchange.send({ status: 416, headers: { ...headers, 'content-range': `bytes */${file.byteSize}` }, stream: null });
    const { first, last } = range ?? { first: 0, last: file.byteSize - 1 };
    const sized = { ...headers, 'content-length': String(last - first + 1), 'accept-ranges': 'bytes' };
    const partly: Record<string, string> = range ? { 'content-range': `bytes ${first}-${last}/${file.byteSize}` } : {};
    exchange.send({ status: range ? 206 : 200, headers: { ...sized, ...partly }, stream: await this.store.read(hash, range) });
  }
}

const headersOf = ({ name, mediaType }: { name: string; mediaType: string }, kind: FileKind, hash: string) => {
  const isShown = isImageType(mediaType);
  const type = isShown ? mediaType : (sentTypes[mediaType] ?? 'application/octet-stream');
  return {
    'content-type': kind === 'preview' ? 'image/webp' : type,
    'content-disposition': `${isShown ? 'inline' : 'attachment'}; ${namedAs(name)}`,
    // Whatever it is, it runs nothing, loads nothing and knows nothing of who is signed in.
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
    etag: tagOf(hash),
  };
};

/** RFC 6266 and RFC 8187: the name in letters that every client reads, and as it is. */
const namedAs = (name: string): string => {
  const plain = name.replace(/[^\w .()-]/g, '_');
  const exact = encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return `filename="${plain}"; filename*=UTF-8''${exact}`;
};

const tagOf = (hash: string): string => `"${hash.slice(0, 32)}"`;

const isKnown = (tags: string | null, hash: string): boolean =>
  tags !== null && tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === tagOf(hash));

/** One range of bytes (RFC 9110, 14.1.2); null for the whole, also where several are wanted. */
const rangeIn = (header: string | null, byteSize: number): ByteRange | 'outside' | null => {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  const [, from = '', to = ''] = parts ?? [];
  if (from === '' && to === '') return null;
  const first = from === '' ? Math.max(byteSize - Number(to), 0) : Number(from);
  const last = from === '' || to === '' ? byteSize - 1 : Math.min(Number(to), byteSize - 1);
  return first > last || first >= byteSize ? 'outside' : { first, last };
};
