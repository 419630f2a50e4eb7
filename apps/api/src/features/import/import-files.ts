import { mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { ImportId } from '@landbridge/contract';
import { Config } from '../../platform/config/config.ts';

/** Histories that wait in the data folder until they are brought in: apart from attached files, so that no backup carries them. */
@Injectable()
export class ImportFiles {
  private readonly folder: string;

  constructor(config: Config) {
    this.folder = resolve(config.settings.LANDBRIDGE_DATA, 'imports');
  }

  pathOf(id: ImportId): string {
    return join(this.folder, id);
  }

  /** Moves bytes that arrived to their place: after a crash they are there whole, or not at all. */
  async keep(id: ImportId, from: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const file = await open(from, 'r');
    await file.sync().finally(() => file.close());
    await rename(from, this.pathOf(id));
  }

  /** Again is harmless. */
  async remove(id: ImportId): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** How many bytes the disk still takes. */
  async freeBytes(): Promise<number> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const { bavail, bsize } = await statfs(this.folder);
    return bavail * bsize;
  }
}
