import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, opendir, rename } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Part } from './archive-reader.ts';
import type { ArchiveWriter } from './archive-writer.ts';

/** Uploaded files of a data folder. */
export const filesFolder = (dataFolder: string): string => join(dataFolder, 'files');
export const secretsFolder = (dataFolder: string): string => join(dataFolder, 'secrets');

/** Adds every file below a folder, one after the other. @returns how many */
export const addFolder = async (archive: ArchiveWriter, kind: 'file' | 'secret', folder: string): Promise<number> => {
  let count = 0;
  for await (const path of filesBelow(folder)) if (await addFile(archive, kind, folder, path)) count++;
  return count;
};

/** Whether there is any file below a folder. */
export const holdsFiles = async (folder: string): Promise<boolean> => {
  for await (const path of filesBelow(folder)) if (path) return true;
  return false;
};

/** Writes a part to its place below a folder; what stands there already is kept only when asked. */
export const writeFile = async (part: Part, path: string, { keepsOther }: { keepsOther: boolean }): Promise<boolean> => {
  if (keepsOther && existsSync(path)) {
    for await (const chunk of part.content) void chunk;
    return false;
  }
  await mkdir(dirname(path), { recursive: true, mode: keepsOther ? 0o700 : 0o755 });
  await pipeline(part.content, createWriteStream(`${path}.part`, { mode: 0o600, flush: true }));
  await rename(`${path}.part`, path);
  return true;
};

async function* filesBelow(folder: string): AsyncGenerator<string> {
  if (!existsSync(folder)) return;
  for await (const entry of await opendir(folder, { recursive: true })) if (entry.isFile()) yield join(entry.parentPath, entry.name);
}

/** @returns false when it was deleted meanwhile: what it belonged to is deleted, too */
const addFile = async (archive: ArchiveWriter, kind: 'file' | 'secret', folder: string, path: string): Promise<boolean> => {
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (!handle) return false;
  await archive.add({ kind, path: relative(folder, path).split(sep).join('/') }, handle.createReadStream());
  return true;
};
