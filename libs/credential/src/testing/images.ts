import { zlibSync } from 'fflate';
import { crc32 } from 'node:zlib';
import { concat, utf8 } from '../bytes.ts';

const chunk = (type: string, body: Uint8Array): Uint8Array => {
  const typed = concat(utf8(type), body);
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, body.length);
  const sum = new Uint8Array(4);
  new DataView(sum.buffer).setUint32(0, crc32(typed));
  return concat(length, typed, sum);
};

/** One green point, with a comment of its own. */
export const pngImage = concat(
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0])),
  chunk('tEXt', utf8('Comment\0A point')),
  chunk('IDAT', zlibSync(Uint8Array.from([0, 0, 128, 0]))),
  chunk('IEND', new Uint8Array()),
);

export const svgImage = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a circle > a square -->
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" aria-label="1 > 0"><circle cx="5" cy="5" r="4"/></svg>
`;
