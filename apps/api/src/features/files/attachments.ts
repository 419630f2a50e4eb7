import { Injectable } from '@nestjs/common';
import { fileId, type FileId, type PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import type { NamedQuery } from '../../platform/database/query.ts';
import type { Reader } from '../../platform/database/reader.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { copyFiles, fileFacts, hashesOf, lockHashes, removeFiles, takeFiles } from './files.queries.ts';
import { hashSpace, tidyFile } from './tidy-files.ts';

interface Replaced {
  readonly files: FileView[];
  /** Of those, the ones that hung on nothing before. */
  readonly takenIds: FileId[];
}

interface Hung {
  readonly file: FileView;
  /** What it is a copy of; null when it was sent for this. */
  readonly sourceId: FileId | null;
}

/** $1 files, $2 viewer: those that hang on a thing of the feature that the viewer may read. */
type FilesReadable = NamedQuery<z.ZodObject<{ id: typeof fileId }>>;

/** Where files hang. Features that let people attach files keep the link, and say who may read what it hangs on. */
@Injectable()
export class Attachments {
  private readonly holders: FilesReadable[] = [];

  constructor(private readonly clock: Clock) {}

  areReadBy(holder: FilesReadable): void {
    this.holders.push(holder);
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

  /**
   * Hangs files on a thing, in this order: those that `ownerId` sent are taken; those that hang elsewhere, where they may read them, are
   * copied, and stay when the other one goes. Whoever calls this links them. @throws file.not-attachable
   */
  async hang(tx: Tx, ownerId: PersonId, wanted: readonly FileId[]): Promise<Hung[]> {
    const taken = await this.takeWaiting(tx, ownerId, wanted);
    const elsewhere = wanted.filter((id) => taken.every((file) => file.id !== id));
    const copies = await this.copy(tx, ownerId, elsewhere);
    const hung = [...taken.map((file) => ({ file, sourceId: null })), ...copies];
    const placeOf = ({ file, sourceId }: Hung) => wanted.indexOf(sourceId ?? file.id);
    return hung.toSorted((one, other) => placeOf(one) - placeOf(other));
  }

  /** Takes files that `ownerId` sent and that hang on nothing. Whoever calls this links them. @throws file.not-attachable */
  async take(tx: Tx, ownerId: PersonId, ids: readonly FileId[]): Promise<FileView[]> {
    const taken = await this.takeWaiting(tx, ownerId, ids);
    if (taken.length < ids.length) throw problem('file.not-attachable');
    return taken;
  }

  private async takeWaiting(tx: Tx, ownerId: PersonId, ids: readonly FileId[]): Promise<FileView[]> {
    if (ids.length === 0) return [];
    const taken = await tx.rows(takeFiles, [ids, ownerId, this.clock.now()]);
    return taken.map(({ file }) => file);
  }

  private async copy(tx: Tx, ownerId: PersonId, sourceIds: readonly FileId[]): Promise<Hung[]> {
    if (sourceIds.length === 0) return [];
    const readable = await this.readableAmong(tx, ownerId, sourceIds);
    if (!sourceIds.every((id) => readable.has(id))) throw problem('file.not-attachable');
    const hashes = await tx.rows(hashesOf, [sourceIds]);
    // From here on nobody removes these bytes; a file that went meanwhile is found missing by the copying.
    await tx.one(lockHashes, [hashSpace, hashes.map(({ hash }) => hash).toSorted()]);
    const sources = new Map(sourceIds.map((sourceId): [FileId, FileId] => [fileId.parse(uuid()), sourceId]));
    const copied = await tx.rows(copyFiles, [[...sources.values()], [...sources.keys()], ownerId, this.clock.now()]);
    if (copied.length < sourceIds.length) throw problem('file.not-attachable');
    return copied.map(({ file }) => ({ file, sourceId: sources.get(file.id) ?? null }));
  }

  private async readableAmong(reader: Reader, viewerId: PersonId, ids: readonly FileId[]): Promise<ReadonlySet<FileId>> {
    const readable = new Set<FileId>();
    for (const holder of this.holders) for (const { id } of await reader.rows(holder, [ids, viewerId])) readable.add(id);
    return readable;
  }

  /** A file that the viewer may read: what it hangs on, or, while it waits, what they sent. @throws file.not-found */
  async readable(reader: Reader, viewerId: PersonId, id: FileId) {
    const file = await reader.one(fileFacts, [id]);
    if (!file) throw problem('file.not-found');
    if (file.isWaiting && file.ownerId === viewerId) return file;
    if (file.isWaiting || !(await this.readableAmong(reader, viewerId, [id])).has(id)) throw problem('file.not-found');
    return file;
  }
}
