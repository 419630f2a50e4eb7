import sharp, { type Sharp } from 'sharp';
import { problem } from '../../platform/http/problem-error.ts';
import type { ImageType } from './image-types.ts';

/** Most pixels of an image, all frames together: what they would take unpacked, not how small they were packed. */
const mostPixels = 50_000_000;
const previewPixels = 1_600;
const timeout = { seconds: 30 };

// Memory is bounded by one image at a time, and nothing of one is kept for the next.
sharp.cache(false);
sharp.concurrency(1);

export interface WrittenImage {
  readonly width: number;
  readonly height: number;
}

interface Places {
  readonly from: string;
  readonly to: string;
  readonly preview: string;
}

/**
 * Writes an image anew: without metadata (place, device, author), turned as it was meant to be seen, and beside it a preview.
 * What hides behind an image does not survive it. @throws file.not-an-image, file.too-many-pixels
 */
export const writeImage = (type: ImageType, places: Places): Promise<WrittenImage> => {
  const written = queue.then(() => write(type, places));
  queue = written.catch(() => undefined);
  return written;
};

let queue: Promise<unknown> = Promise.resolve();

const write = async (type: ImageType, { from, to, preview }: Places): Promise<WrittenImage> => {
  try {
    const { width, height, pageHeight } = await encode[type](open(from, true)).timeout(timeout).toFile(to);
    const size = { width: previewPixels, height: previewPixels, fit: 'inside', withoutEnlargement: true } as const;
    await open(from, false).resize(size).webp({ quality: 80 }).timeout(timeout).toFile(preview);
    return { width, height: pageHeight ?? height };
  } catch (error) {
    throw problem(isTooLarge(error) ? 'file.too-many-pixels' : 'file.not-an-image');
  }
};

const open = (path: string, hasAllFrames: boolean): Sharp =>
  sharp(path, { limitInputPixels: mostPixels, failOn: 'error', animated: hasAllFrames }).autoOrient();

const encode: Readonly<Record<ImageType, (image: Sharp) => Sharp>> = {
  'image/png': (image) => image.png(),
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/gif': (image) => image.gif(),
  'image/webp': (image) => image.webp({ quality: 90 }),
  // Its encoder is slow: the least effort still makes smaller files than JPEG.
  'image/avif': (image) => image.avif({ quality: 65, effort: 0 }),
};

const isTooLarge = (error: unknown): boolean => error instanceof Error && /pixel limit/.test(error.message);
