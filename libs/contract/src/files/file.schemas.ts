import { z } from 'zod';
import { fileId } from '../ids.ts';

/** Most files on one message, issue or version of an artifact. */
export const mostFiles = 10;

/** A file as whoever may read it sees it. Width and height are those of an image, in pixels, as it is shown; null for others. */
export const fileView = z.object({
  id: fileId,
  name: z.string(),
  /** What the contents are, as the server found out; never what the sender said. */
  mediaType: z.string(),
  byteSize: z.int().min(1),
  width: z.int().min(1).nullable(),
  height: z.int().min(1).nullable(),
  isImage: z.boolean(),
});
export type FileView = z.infer<typeof fileView>;

/** Files of a message, an issue or an artifact, in the order in which they are shown. */
export const fileViews = z.array(fileView).max(mostFiles);

/** Files that were sent before and now are attached. */
export const fileIds = z
  .array(fileId)
  .max(mostFiles)
  .refine((ids) => new Set(ids).size === ids.length, 'must name each file once');

/** `preview` is an image of at most 1,600 pixels, to be shown in a conversation. */
export const fileKind = z.enum(['original', 'preview']);
export type FileKind = z.infer<typeof fileKind>;
