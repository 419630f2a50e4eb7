import { Injectable } from '@nestjs/common';
import type { FileId, MessageId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { Attachments } from '../files/index.ts';
import { MessageFile } from './message-parts.entity.ts';
import { filesReadable } from './thread.facts.ts';

interface Holder {
  readonly id: MessageId;
  readonly authorId: PersonId;
  readonly files: readonly FileView[];
}

/** Files of messages. They are read by whoever reads the thread; the thread is locked by whoever changes them. */
@Injectable()
export class MessageFiles {
  constructor(private readonly attachments: Attachments) {
    attachments.areReadBy(filesReadable);
  }

  /** Makes these the files of a message. @returns them */
  async put(tx: Tx, { id, authorId, files: before }: Holder, wanted: readonly FileId[]): Promise<FileView[]> {
    const { files, takenIds } = await this.attachments.replace(tx, authorId, before, wanted);
    if (takenIds.length > 0)
      await tx.insert(
        MessageFile,
        takenIds.map((fileId) => ({ fileId, messageId: id })),
      );
    return files;
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
