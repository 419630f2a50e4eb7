import { Injectable } from '@nestjs/common';
import { importId, type ImportId } from '@landbridge/contract';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { ImportFiles } from './import-files.ts';
import { ImportRun } from './import-run.entity.ts';
import { importForChange } from './import-views.queries.ts';
import { tellImport } from './import-views.ts';

const about = z.object({ importId });
const waitsMs = 24 * 3_600_000;

/** A file waits for a day from now on. @returns until when */
export const keepForADay = async (tx: Tx, id: ImportId, now: Date): Promise<Date> => {
  const until = new Date(now.getTime() + waitsMs);
  await tx.addJob('import.tidy', { importId: id }, { key: `tidy import ${id}`, runAt: until });
  return until;
};

/** Removes a file that waited in vain. Again is harmless. */
@Injectable()
export class TidyImports {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFiles,
    jobs: Jobs,
  ) {
    jobs.handle('import.tidy', about, (payload) => this.run(payload.importId));
  }

  private async run(id: ImportId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.one(importForChange, [id]);
      const now = this.clock.now();
      if (found?.state === 'running') return void (await keepForADay(tx, id, now));
      if (found?.keptUntil && new Date(found.keptUntil) > now) return;
      if (found?.keptUntil) {
        await tx.update(ImportRun, { id }, { keptUntil: null });
        await tellImport(tx, id);
      }
      await this.files.remove(id);
    });
  }
}
