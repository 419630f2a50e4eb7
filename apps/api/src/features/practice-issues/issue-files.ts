import { Injectable } from '@nestjs/common';
import type { FileId, IssueId, PersonId } from '@landbridge/contract';
import type { FileView } from '@landbridge/contract/files';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { Attachments } from '../files/index.ts';
import { IssueFile } from './issue-parts.entity.ts';
import { issueFilesReadable } from './practice-issue.facts.ts';

interface Change {
  /** Whose files are taken. */
  readonly ownerId: PersonId;
  readonly before: readonly FileView[];
  readonly wanted: readonly FileId[];
}

/** Files of issues. They are read by whoever reads the community; the issue is locked by whoever changes them. */
@Injectable()
export class IssueFiles {
  constructor(private readonly attachments: Attachments) {
    attachments.areReadBy(issueFilesReadable);
  }

  /** Makes these the files of an issue. @returns them */
  async put(tx: Tx, issueId: IssueId, { ownerId, before, wanted }: Change): Promise<FileView[]> {
    const { files, takenIds } = await this.attachments.replace(tx, ownerId, before, wanted);
    if (takenIds.length > 0)
      await tx.insert(
        IssueFile,
        takenIds.map((fileId) => ({ fileId, issueId })),
      );
    return files;
  }
}
