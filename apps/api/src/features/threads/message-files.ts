import { Injectable } from '@nestjs/common';
import type { FileId, MessageId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import { In } from 'typeorm';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { Attachments } from '../files/index.ts';
import { MessageFile } from './message-parts.entity.ts';
import { fileReadable } from './thread.facts.ts';

/** Files of messages. They are read by whoever reads the thread; the thread is locked by whoever changes them. */
@Injectable()
export class MessageFiles {
  constructor(private readonly attachments: Attachments) {
    attachments.areReadBy(async (reader, id, viewerId) => (await reader.one(fileReadable, [id, viewerId])) !== null);
  }

  /** Makes these the files of a message, in this order: new ones are taken, those left out go for good. @returns them */
  async put(
    tx: Tx,
    message: { readonly id: MessageId; readonly authorId: PersonId; readonly files: readonly FileView[] },
    wanted: readonly FileId[],
  ): Promise<FileView[]> {
    const before = new Map(message.files.map((file): [FileId, FileView] => [file.id, file]));
    const fresh = wanted.filter((id) => !before.has(id));
    const taken = await this.attachments.take(tx, message.authorId, fresh);
    if (taken.length > 0)
      await tx.insert(
        MessageFile,
        taken.map((file) => ({ fileId: file.id, messageId: message.id })),
      );
    await this.release(
      tx,
      message.files.map((file) => file.id).filter((id) => !wanted.includes(id)),
    );
    const known = new Map([...before, ...taken.map((file): [FileId, FileView] => [file.id, file])]);
    return wanted.flatMap((id) => known.get(id) ?? []);
  }

  async release(tx: Tx, ids: readonly FileId[]): Promise<void> {
    if (ids.length === 0) return;
    await tx.delete(MessageFile, { fileId: In([...ids]) });
    await this.attachments.release(tx, ids);
  }
}

/** The first line of a message: of its text, or of files that came alone. */
export const excerptWith = (excerpt: string, files: readonly FileView[]): string =>
  excerpt === ''
    ? files
        .map((file) => file.name)
        .join(', ')
        .slice(0, 160)
    : excerpt;
