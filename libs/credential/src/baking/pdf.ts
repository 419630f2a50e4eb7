import { fromUtf8 } from '../bytes.ts';
import { CredentialError } from '../credential-error.ts';
import { inflate } from '../inflate.ts';

const maxFiles = 50;
const mostDictionary = 4_096;
const mostBytes = 2_097_152;

export const isPdf = (bytes: Uint8Array): boolean => fromUtf8(bytes.subarray(0, 5)) === '%PDF-';

/**
 * The credential that is attached to a PDF. Attached files are streams, and streams are never packed into others (ISO 32000-2, 7.5.7),
 * so that looking through the file finds them without reading its tables.
 * @param isCredential whether a text is one; other attachments are left alone
 * @throws CredentialError `badge.none`, `badge.several`
 */
export const readPdf = (bytes: Uint8Array, isCredential: (text: string) => boolean): string => {
  const texts = embeddedFiles(bytes).flatMap((file) => fromUtf8(file) ?? []);
  const found = [...new Set(texts.filter(isCredential))];
  if (found.length > 1) throw new CredentialError('badge.several', { count: found.length });
  const [only] = found;
  if (only === undefined) throw new CredentialError('badge.none');
  return only;
};

const embeddedFiles = (bytes: Uint8Array): readonly Uint8Array[] => {
  // One character per byte, so that places in the text are places in the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  const files: Uint8Array[] = [];
  for (const { 0: opening, index } of text.matchAll(/\bobj\s*<</g)) {
    const near = text.slice(index, index + opening.length + mostDictionary);
    const dictionary = near.slice(0, Math.max(0, near.indexOf('stream')));
    if (dictionary.includes('endobj') || !/\/EmbeddedFile\b/.test(dictionary)) continue;
    const file = unpacked(streamAt(bytes, text, index + dictionary.length + 'stream'.length, dictionary), dictionary);
    if (file) files.push(file);
    if (files.length > maxFiles) break;
  }
  return files;
};

const streamAt = (bytes: Uint8Array, text: string, after: number, dictionary: string): Uint8Array => {
  const begin = after + (text.startsWith('\r\n', after) ? 2 : 1);
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
  const isRight = Number.isSafeInteger(length) && /^\s*endstream/.test(text.slice(begin + length, begin + length + 12));
  const end = isRight ? begin + length : text.indexOf('endstream', begin);
  return bytes.subarray(begin, end === -1 ? begin : end);
};

const unpacked = (stream: Uint8Array, dictionary: string): Uint8Array | undefined => {
  if (stream.length > mostBytes) return undefined;
  if (!/\/Filter/.test(dictionary)) return stream;
  return /\/Filter\s*(\[\s*)?\/FlateDecode\s*[\]/>]?/.test(dictionary) ? inflated(stream) : undefined;
};

const inflated = (stream: Uint8Array): Uint8Array | undefined => {
  try {
    return inflate('zlib', stream, mostBytes);
  } catch {
    // A file that cannot be unpacked is no credential.
    return undefined;
  }
};
