import { Injectable } from '@nestjs/common';
import type { ImportId, InputOf } from '@landbridge/contract';
import type { startImport } from '@landbridge/contract/import';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ImportRun } from './import-run.entity.ts';
import { forgetRejections, importForChange, otherImportRuns } from './import-views.queries.ts';
import { importViewFor, tellImport } from './import-views.ts';
import { runAskedImport } from './run-import.ts';
import { keepForADay } from './tidy-imports.ts';

/** Asks for the reading of a file that waits: to look, or to bring it in. It happens by a job. */
@Injectable()
export class StartImport {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async run(actor: Actor, id: ImportId, asked: InputOf<typeof startImport>['body']): Promise<void> {
    try {
      await this.unitOfWork.run(async (tx) => {
        const found = await tx.one(importForChange, [id]);
        if (!found || found.broughtBy?.id !== actor.personId) throw problem('import.not-found');
        const isRepeated = found.version === asked.version + 1 && found.isDry === asked.isDry && found.isStrict === asked.isStrict;
        if (isRepeated) return;
        if (found.version !== asked.version) throw problem('version.stale', { current: importViewFor(actor.personId, found) });
        if (!found.hasFile) throw problem('import.file-gone');
        if (found.state === 'running' || (await tx.one(otherImportRuns, [id]))?.runs) throw problem('import.already-running');
        const now = this.clock.now();
        const { isDry, isStrict, version } = asked;
        const fresh = { byteOffset: '0', line: 0, counts: {}, failure: null, cancelledBy: null, endedAt: null };
        const keptUntil = await keepForADay(tx, id, now);
        await tx.update(
          ImportRun,
          { id },
          { ...fresh, state: 'running', version: version + 1, isDry, isStrict, keptUntil, startedAt: now, changedAt: now },
        );
        await tx.rows(forgetRejections, [id]);
        await runAskedImport(tx, id);
        await tellImport(tx, id);
      });
    } catch (error) {
      throw violates(error, 'import_runs_one_at_a_time') ? problem('import.already-running') : error;
    }
  }
}
