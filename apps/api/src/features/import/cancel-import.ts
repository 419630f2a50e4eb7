import { Injectable } from '@nestjs/common';
import type { ImportId } from '@landbridge/contract';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ImportFiles } from './import-files.ts';
import { ImportRun } from './import-run.entity.ts';
import { importForChange } from './import-views.queries.ts';
import { tellImport } from './import-views.ts';
import { runAskedImport } from './run-import.ts';

/** Stops a run after its present lines, or gives up a file that waits. */
@Injectable()
export class CancelImport {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly files: ImportFiles,
  ) {}

  async run({ personId }: Actor, id: ImportId): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const found = await tx.one(importForChange, [id]);
      if (!found?.broughtBy) throw problem('import.not-found');
      if (!found.hasFile || found.isCancelling) return;
      if (found.state === 'running') {
        await tx.update(ImportRun, { id }, { cancelledBy: personId });
        // A run whose job is lost, after a restore for instance, ends by this one.
        await runAskedImport(tx, id);
      } else {
        const now = this.clock.now();
        await tx.update(ImportRun, { id }, { state: 'cancelled', cancelledBy: personId, keptUntil: null, changedAt: now, endedAt: now });
        tx.afterCommit(() => this.files.remove(id));
      }
      await tellImport(tx, id);
    });
  }
}
