import { Injectable, Logger } from '@nestjs/common';
import { importId, type ImportId } from '@landbridge/contract';
import type { ImportFailure } from '@landbridge/contract/import';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { knownProblem } from '../../platform/http/problem.filter.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { writtenIn } from './import-counts.ts';
import { CutOff, fileAt, NoFile } from './import-file.ts';
import { ImportFiles } from './import-files.ts';
import { AnotherRuns, ImportHistory, NoHistory, type ImportProgress, type ImportResult } from './import-history.ts';
import { ImportRun } from './import-run.entity.ts';
import { keepRejections, keptRejections, reachRun } from './import.queries.ts';
import { forgetRejections, importById, importForChange, type ImportRow } from './import-views.queries.ts';
import { tellImport } from './import-views.ts';

const about = z.object({ importId });
const lookAgainMs = 2_000;
const tellEveryMs = 500;
/** Requests come in between batches: 500 lines take about 0.2 s. Fewer make a look slow, whose one transaction keeps every version of a row. */
const batchLines = 500;

/** Reads the file of a run that was asked for. The same one while it waits is one job. */
export const runAskedImport = (tx: Tx, id: ImportId, runAt?: Date): Promise<void> =>
  tx.addJob('import.run', { importId: id }, { key: `import ${id}`, ...(runAt ? { runAt } : {}) });

/** Thrown between two batches: what came in is in. */
class LeftOff extends Error {
  constructor(readonly why: 'cancelled' | 'stopping') {
    super();
  }
}

/** Runs an import that an administrator started. Killed, it goes on where it was; a look begins anew. */
@Injectable()
export class RunImport {
  private readonly logger = new Logger(RunImport.name);

  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly importHistory: ImportHistory,
    private readonly files: ImportFiles,
    private readonly jobs: Jobs,
  ) {
    jobs.handle('import.run', about, (payload) => this.run(payload.importId));
  }

  private async run(id: ImportId): Promise<void> {
    const asked = await this.database.one(importById, [id]);
    if (!asked?.broughtBy) return;
    if (asked.state === 'running') await this.read(asked, asked.broughtBy.id);
    await this.settle(id);
  }

  private async read(asked: ImportRow, by: string): Promise<void> {
    const { id, isDry, isStrict } = asked;
    try {
      if (asked.isCancelling) throw new LeftOff('cancelled');
      const file = { ...(await fileAt(this.files.pathOf(id))), name: asked.fileName };
      if (isDry) await this.unitOfWork.run((tx) => tx.rows(forgetRejections, [id]));
      const onProgress = this.progressOf(asked);
      const result = await this.importHistory.run(file, { isDry, isStrict, asked: { id, by }, batchLines, onProgress });
      if (isDry) await this.unitOfWork.run((tx) => this.endLook(tx, asked, by, result));
    } catch (error) {
      await this.endEarly(asked, by, error);
    }
  }

  /** Of a look nothing stays in the database but this; a run has written its progress with its lines. */
  private progressOf({ id, isDry }: ImportRow): (progress: ImportProgress) => Promise<void> {
    let toldAt = 0;
    return async ({ line, offset, counts, rejections }) => {
      const now = this.clock.now();
      const isDue = now.getTime() - toldAt >= tellEveryMs;
      if (isDue) toldAt = now.getTime();
      if (isDry || isDue)
        await this.unitOfWork.run(async (tx) => {
          if (isDry) await tx.rows(reachRun, [id, offset, line, JSON.stringify(counts), 'running', now]);
          if (isDry && rejections.length > 0) await tx.rows(keepRejections, keptRejections(id, rejections));
          if (isDue) await tellImport(tx, id);
        });
      if (this.jobs.isStopping) throw new LeftOff('stopping');
      if ((await this.database.one(importById, [id]))?.isCancelling) throw new LeftOff('cancelled');
    };
  }

  private async endLook(
    tx: Tx,
    { id, isStrict }: ImportRow,
    by: string,
    { line, offset, counts, firstRejection }: ImportResult,
  ): Promise<void> {
    const state = isStrict && firstRejection ? 'stopped' : 'finished';
    await tx.rows(reachRun, [id, offset, line, JSON.stringify(counts), state, this.clock.now()]);
    await this.note(tx, 'history.looked-at', by, id);
  }

  private async endEarly(asked: ImportRow, by: string, error: unknown): Promise<void> {
    const { id } = asked;
    const isLeft = error instanceof LeftOff;
    if (isLeft && error.why === 'stopping') return this.unitOfWork.run((tx) => runAskedImport(tx, id));
    if (error instanceof AnotherRuns && !asked.isCancelling) {
      const soon = new Date(this.clock.now().getTime() + lookAgainMs);
      return this.unitOfWork.run((tx) => runAskedImport(tx, id, soon));
    }
    // The database is away for a moment: the job is tried again.
    if (knownProblem(error)?.code === 'service.unavailable') throw error;
    const failure = isLeft ? null : this.failureOf(error);
    await this.unitOfWork.run(async (tx) => {
      const now = this.clock.now();
      await tx.update(ImportRun, { id }, { state: failure ? 'failed' : 'cancelled', failure, changedAt: now, endedAt: now });
      await this.note(tx, 'history.broken-off', (await tx.one(importById, [id]))?.cancelledBy ?? by, id);
    });
  }

  private failureOf(error: unknown): ImportFailure {
    if (error instanceof CutOff || error instanceof NoHistory) return 'file-unreadable';
    if (error instanceof NoFile) return 'file-gone';
    this.logger.error({ error }, 'An import failed.');
    return 'internal';
  }

  /** The file goes unless it was only looked at; again is harmless. */
  private async settle(id: ImportId): Promise<void> {
    const isOver = await this.unitOfWork.run(async (tx) => {
      const found = await tx.one(importForChange, [id]);
      if (!found || found.state === 'running') return false;
      const waits = found.isDry && (found.state === 'finished' || found.state === 'stopped');
      if (!waits) await tx.update(ImportRun, { id }, { keptUntil: null });
      await tellImport(tx, id);
      return !waits;
    });
    if (isOver) await this.files.remove(id);
  }

  private async note(tx: Tx, action: 'history.looked-at' | 'history.broken-off', actorId: string, id: ImportId): Promise<void> {
    const run = await tx.one(importById, [id]);
    if (!run) return;
    const { source, counts } = run;
    const details = { source, written: String(writtenIn(counts)), rejected: String(counts.rejected) };
    await tx.insert(AuditEntry, { id: uuid(), at: this.clock.now(), actorId, action, subjectKind: 'import', subjectId: id, details });
  }
}
