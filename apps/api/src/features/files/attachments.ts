import { Injectable } from '@nestjs/common';
import type { FileId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { Clock } from '../../platform/clock/clock.ts';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { fileFacts, removeFiles, takeFiles } from './files.queries.ts';
import { tidyFile } from './tidy-files.ts';

interface Replaced {
  readonly files: FileView[];
  /** Of those, the ones that hung on nothing before. */
  readonly takenIds: FileId[];
}

type MayRead = (reader: Reader, id: FileId, viewerId: PersonId) => Promise<boolean>;

/** Where files hang. Features that let people attach files keep the link, and say who may read what it hangs on. */
@Injectable()
export class Attachments {
  private readonly holders: MayRead[] = [];

  constructor(private readonly clock: Clock) {}

  /** `mayRead` answers whether the viewer may read the thing of this feature that the file hangs on; false when it hangs on none. */
  areReadBy(mayRead: MayRead): void {
    this.holders.push(mayRead);
  }

  /**
   * Makes `wanted` the files of one thing, in this order: new ones are taken from those that `ownerId` sent, and hang on nothing else
   * then; those left out go for good. Whoever calls this has locked the thing, and links what was taken to it. @throws file.not-attachable
   */
  async replace(tx: Tx, ownerId: PersonId, before: readonly FileView[], wanted: readonly FileId[]): Promise<Replaced> {
    const present = new Set(before.map((file) => file.id));
    const taken = await this.take(
      tx,
      ownerId,
      wanted.filter((id) => !present.has(id)),
    );
    await this.release(
      tx,
      before.map((file) => file.id).filter((id) => !wanted.includes(id)),
    );
    const known = new Map([...before, ...taken].map((file): [FileId, FileView] => [file.id, file]));
    return { files: wanted.flatMap((id) => known.get(id) ?? []), takenIds: taken.map((file) => file.id) };
  }

  /** Files that hang on nothing any more go for good, with their links: at once for everybody, their bytes by a job. */
  async release(tx: Tx, ids: readonly FileId[]): Promise<void> {
    if (ids.length === 0) return;
    for (const { id, hashes } of await tx.rows(removeFiles, [ids])) await tidyFile(tx, { fileId: id, hashes });
  }

  private async take(tx: Tx, ownerId: PersonId, ids: readonly FileId[]): Promise<FileView[]> {
    if (ids.length === 0) return [];
    const taken = await tx.rows(takeFiles, [ids, ownerId, this.clock.now()]);
    if (taken.length < ids.length) throw problem('file.not-attachable');
    return taken.map(({ file }) => file);
  }

  /** A file that the viewer may read: what it hangs on, or, while it waits, what they sent. @throws file.not-found */
  async readable(reader: Reader, viewerId: PersonId, id: FileId) {
    const file = await reader.one(fileFacts, [id]);
    if (!file) throw problem('file.not-found');
    if (file.isWaiting && file.ownerId === viewerId) return file;
    const answers = file.isWaiting ? [] : await Promise.all(this.holders.map((mayRead) => mayRead(reader, id, viewerId)));
    if (!answers.includes(true)) throw problem('file.not-found');
    return file;
  }
}
