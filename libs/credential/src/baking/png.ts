import { concat, fromUtf8, utf8, type Bytes } from '../bytes.ts';
import { CredentialError } from '../credential-error.ts';
import { inflate } from '../inflate.ts';

const signature = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const keyword = 'openbadgecredential';
const mostBytes = 2_097_152;

interface Chunk {
  readonly type: string;
  readonly body: Uint8Array;
  /** With length and checksum, as it stood. */
  readonly whole: Uint8Array;
}

export const isPng = (bytes: Uint8Array): boolean => signature.every((byte, index) => bytes[index] === byte);

/** Puts a credential into a PNG as one uncompressed `iTXt` chunk (Open Badges 3.0, §5.3.1), in place of one that is there. */
export const bakePng = (image: Uint8Array, credential: string): Bytes => {
  const kept = chunksOf(image).filter((chunk) => !isCredential(chunk));
  const [header, ...rest] = kept.map(({ whole }) => whole);
  if (!header) throw new CredentialError('png.malformed');
  return concat(signature, header, chunk('iTXt', concat(utf8(`${keyword}\0\0\0\0\0`), utf8(credential))), ...rest);
};

/** @throws CredentialError `png.malformed`, `badge.none`, `badge.several` */
export const readPng = (image: Uint8Array): string => {
  const found = chunksOf(image).filter(isCredential);
  if (found.length > 1) throw new CredentialError('badge.several', { count: found.length });
  const [only] = found;
  if (!only) throw new CredentialError('badge.none');
  return textOfChunk(only.body);
};

const chunksOf = (image: Uint8Array): readonly Chunk[] => {
  if (!isPng(image)) throw new CredentialError('png.malformed');
  const view = new DataView(image.buffer, image.byteOffset, image.byteLength);
  const chunks: Chunk[] = [];
  for (let at = signature.length; at + 12 <= image.length;) {
    const end = at + 12 + view.getUint32(at);
    if (end > image.length) throw new CredentialError('png.malformed');
    const type = String.fromCharCode(...image.subarray(at + 4, at + 8));
    if (crc(image.subarray(at + 4, end - 4)) !== view.getUint32(end - 4)) throw new CredentialError('png.malformed');
    chunks.push({ type, body: image.subarray(at + 8, end - 4), whole: image.subarray(at, end) });
    if (type === 'IEND') return chunks;
    at = end;
  }
  throw new CredentialError('png.malformed');
};

const isCredential = ({ type, body }: Chunk): boolean =>
  type === 'iTXt' && fromUtf8(body.subarray(0, keyword.length)) === keyword && body[keyword.length] === 0;

/** keyword 0 · compressed? · method · language 0 · translated keyword 0 · text (PNG, §11.3.3.4) */
const textOfChunk = (body: Uint8Array): string => {
  const isCompressed = body[keyword.length + 1] === 1;
  const language = body.indexOf(0, keyword.length + 3);
  const translated = body.indexOf(0, language + 1);
  if (language === -1 || translated === -1) throw new CredentialError('png.malformed');
  // Some bakers compress, although they must not.
  const raw = body.subarray(translated + 1);
  const text = fromUtf8(isCompressed ? inflate('zlib', raw, mostBytes) : raw);
  if (text === undefined) throw new CredentialError('document.not-utf8');
  return text;
};

const chunk = (type: string, body: Uint8Array): Bytes => {
  const typed = concat(utf8(type), body);
  return concat(bigEndian(body.length), typed, bigEndian(crc(typed)));
};

const bigEndian = (value: number): Bytes => Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

const crc = (bytes: Uint8Array): number => {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcTable[(value ^ byte) & 255] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
};
