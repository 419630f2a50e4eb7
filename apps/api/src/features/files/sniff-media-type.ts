import { imageTypes, type ImageType } from './image-types.ts';

/** How many bytes at the beginning tell what a file is. */
export const headSize = 4_096;

/** What a file is, by its first bytes. What cannot be told, or could be run by a browser (HTML, SVG), is text or just bytes. */
export const sniffMediaType = (head: Buffer): string => {
  const image = imageTypes.find((type) => isImage[type](head));
  if (image) return image;
  if (startsWith(head, '%PDF-')) return 'application/pdf';
  if (startsWith(head, 'PK\u0003\u0004')) return 'application/zip';
  return isText(head) ? 'text/plain' : 'application/octet-stream';
};

const startsWith = (head: Buffer, letters: string, at = 0): boolean => head.toString('latin1', at, at + letters.length) === letters;

const isImage: Readonly<Record<ImageType, (head: Buffer) => boolean>> = {
  'image/png': (head) => startsWith(head, '\u0089PNG\r\n\u001A\n'),
  'image/jpeg': (head) => startsWith(head, '\u00FF\u00D8\u00FF'),
  'image/gif': (head) => startsWith(head, 'GIF87a') || startsWith(head, 'GIF89a'),
  'image/webp': (head) => startsWith(head, 'RIFF') && startsWith(head, 'WEBP', 8),
  'image/avif': (head) => startsWith(head, 'ftyp', 4) && /avi[fs]/.test(head.toString('latin1', 8, 64)),
};

/** UTF-8 without null characters; the last letter may be cut in two. */
const isText = (head: Buffer): boolean => {
  if (head.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
};
