import { Injectable } from '@nestjs/common';
import { fileId } from '@landbridge/contract';
import { z } from 'zod';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { FileStore } from '../../platform/files/file-store.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { lockHashes, removeWaitingFile, unusedHashes } from './files.queries.ts';

const about = z.object({ fileId, hashes: z.array(z.string()) });
type About = z.output<typeof about>;

/** Tells the locks on hashes from other advisory locks. */
export const hashSpace = 77_120_515;

/** Looks later, or at once, whether a file was attached and its bytes are still needed. */
export const tidyFile = (tx: Tx, file: About, runAt?: Date): Promise<void> =>
  tx.addJob('files.tidy', file, { key: `file ${file.fileId}`, ...(runAt ? { runAt } : {}) });

/** Removes a file that nobody attached, and bytes that no file has any more. Again is harmless. */
@Injectable()
export class TidyFiles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    jobs: Jobs,
  ) {
    jobs.handle('files.tidy', about, (file) => this.run(file));
  }

  private run({ fileId: id, hashes }: About): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      await tx.one(removeWaitingFile, [id]);
      await tx.one(lockHashes, [hashSpace, hashes.toSorted()]);
      for (const { hash } of await tx.rows(unusedHashes, [hashes])) await this.store.remove(hash);
    });
  }
}
