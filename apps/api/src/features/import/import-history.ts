import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '@landbridge/contract/import';
import { v7 as uuid } from 'uuid';
import { AuditEntry } from '../../platform/audit/audit-entry.entity.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { askForOutcomeJob } from '../practice-issues/index.ts';
import { renderPendingJob } from '../threads/index.ts';
import { countsFrom, writtenIn } from './import-counts.ts';
import type { ImportFile } from './import-file.ts';
import { ImportRun } from './import-run.entity.ts';
import {
  adoptInstallation,
  askForOutcomes,
  askForOutcomesLater,
  madeOrganisation,
  reachRun,
  runById,
  runOfFile,
} from './import.queries.ts';
import { importLock } from './import-views.queries.ts';
import { parseLine, type ParsedLine, type Rejection } from './parse-line.ts';
import { readLines, type FilePlace } from './read-lines.ts';
import { WriteBatch, type Written } from './write-batch.ts';

export interface ImportOptions {
  /** Stops at the first line that cannot be used. */
  readonly isStrict?: boolean;
  /** Does everything and takes it back. */
  readonly isDry?: boolean;
  /** Makes the organisation a demo, when there is none yet. */
  readonly demo?: { readonly timeZone: string };
  /** A run that an administrator asked for: it goes on where it is. Else a new one begins, or the one of this file that was killed. */
  readonly asked?: { readonly id: string; readonly by: string };
  /** Fewer lines at once let others in between more often. */
  readonly batchLines?: number;
  /** Waited for after each batch; what it throws ends the run there. */
  readonly onProgress?: (progress: ImportProgress) => void | Promise<void>;
}

export interface ImportProgress {
  readonly line: number;
  /** In bytes of the uncompressed file. */
  readonly offset: number;
  readonly counts: ImportCounts;
  /** Those of the last batch. */
  readonly rejections: readonly Rejection[];
}

export interface ImportResult extends Omit<ImportProgress, 'rejections'> {
  readonly runId: string | null;
  readonly source: string;
  /** Whether it went on where an earlier run was killed. */
  readonly isResumed: boolean;
  readonly firstRejection: Rejection | null;
}

interface Run {
  readonly id: string;
  readonly source: string;
  readonly offset: number;
  readonly line: number;
  readonly counts: ImportCounts;
  readonly isResumed: boolean;
}

const mostBatchLines = 2_000;
const batchBytes = 4_194_304;

/** The first line is not that of the import format. */
export class NoHistory extends Error {}

class TakenBack extends Error {}

/** Only one import can run. */
export class AnotherRuns extends Error {}

/** Brings a file of the import format in, batch by batch. One import runs at a time. */
@Injectable()
export class ImportHistory {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly writeBatch: WriteBatch,
  ) {}

  /** @throws with a sentence when the file is none, or another import runs */
  async run(file: ImportFile, options: ImportOptions = {}): Promise<ImportResult> {
    const client = await this.database.pool.connect();
    try {
      const { rows } = await client.query('select pg_try_advisory_lock($1) as free', [importLock]);
      if (rows[0]?.free !== true) throw new AnotherRuns('Another import is running. Wait until it has ended, then start this one again.');
      return await this.locked(file, options);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [importLock]).catch(() => undefined);
      client.release();
    }
  }

  private async locked(file: ImportFile, options: ImportOptions): Promise<ImportResult> {
    const source = await sourceOf(file);
    if (!options.isDry) return this.all(file, await this.begin(file, source, options), options, (work) => this.unitOfWork.run(work));
    let result: ImportResult | null = null;
    try {
      await this.unitOfWork.run(async (tx) => {
        const run = await this.open(tx, file, source, options);
        result = await this.all(file, run, options, (work) => this.writeBatch.within(tx, work));
        throw new TakenBack();
      });
    } catch (error) {
      if (!(error instanceof TakenBack) || result === null) throw error;
    }
    if (result === null) throw new Error('Nothing was read.');
    return result;
  }

  private async begin(file: ImportFile, source: string, options: ImportOptions): Promise<Run> {
    const before = options.asked
      ? await this.database.one(runById, [options.asked.id])
      : await this.database.one(runOfFile, [file.hash, source]);
    if (before?.state === 'running') return { ...before, counts: countsFrom(before.counts), source, isResumed: before.offset > 0 };
    return this.unitOfWork.run((tx) => this.open(tx, file, source, options));
  }

  private async open(tx: Tx, file: ImportFile, source: string, { demo }: ImportOptions): Promise<Run> {
    const id = uuid();
    const now = this.clock.now();
    const rows = [source, demo !== undefined, demo?.timeZone ?? 'UTC', now];
    await tx.rows(madeOrganisation, rows);
    const installation = /^landbridge:([0-9a-f-]{36})$/.exec(source)?.[1];
    if (installation !== undefined) await tx.rows(adoptInstallation, [installation]);
    await tx.insert(ImportRun, { id, source, fileName: file.name, fileHash: file.hash, state: 'running', startedAt: now, changedAt: now });
    return { id, source, offset: 0, line: 0, counts: countsFrom({}), isResumed: false };
  }

  private async all(
    file: ImportFile,
    run: Run,
    options: ImportOptions,
    transaction: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>,
  ): Promise<ImportResult> {
    let reached: Written = { counts: run.counts, rejections: [] };
    let first: Rejection | null = null;
    let [line, offset] = [run.line, run.offset];
    for await (const lines of batchesOf(file, run, options.batchLines ?? mostBatchLines)) {
      const last = lines.at(-1);
      if (!last) continue;
      const batch = { runId: run.id, source: run.source, lines: lines.map(({ parsed }) => parsed), counts: reached.counts };
      reached = await this.writeBatch.run(transaction, batch, options.isStrict ?? false, {
        endOf: (place) => lines[place]?.end ?? last.end,
      });
      first ??= reached.rejections[0] ?? null;
      const stop = options.isStrict && first ? lines.find(({ parsed }) => parsed.number === first?.number) : last;
      [line, offset] = [stop?.parsed.number ?? line, stop?.end ?? offset];
      await options.onProgress?.({ line, offset, counts: reached.counts, rejections: reached.rejections });
      if (options.isStrict && first) break;
    }
    await transaction((tx) =>
      this.end(
        tx,
        run,
        { line, offset, counts: reached.counts, isStopped: options.isStrict === true && first !== null },
        options.asked?.by,
      ),
    );
    const runId = options.isDry ? null : run.id;
    return { runId, source: run.source, isResumed: run.isResumed, line, offset, counts: reached.counts, firstRejection: first };
  }

  private async end(
    tx: Tx,
    run: Run,
    { line, offset, counts, isStopped }: { line: number; offset: number; counts: ImportCounts; isStopped: boolean },
    actorId: string | null = null,
  ): Promise<void> {
    const now = this.clock.now();
    await tx.rows(reachRun, [run.id, offset, line, JSON.stringify(counts), isStopped ? 'stopped' : 'finished', now]);
    await tx.rows(askForOutcomes, [run.source, now]);
    await tx.rows(askForOutcomesLater, [run.source, now, askForOutcomeJob]);
    const details = { source: run.source, written: String(writtenIn(counts)), rejected: String(counts.rejected) };
    await tx.insert(AuditEntry, {
      id: uuid(),
      at: now,
      actorId,
      action: 'history.imported',
      subjectKind: 'import',
      subjectId: run.id,
      details,
    });
    await tx.addJob(renderPendingJob, {}, { key: renderPendingJob });
  }
}

interface Line {
  readonly parsed: ParsedLine | Rejection;
  readonly end: number;
}

async function* batchesOf(file: ImportFile, from: FilePlace, mostLines: number): AsyncGenerator<Line[]> {
  let lines: Line[] = [];
  let bytes = 0;
  let isFirst = from.offset === 0;
  for await (const line of readLines(file.read(), from)) {
    const parsed = parseLine(line);
    lines.push({ parsed: isFirst || !isHeader(parsed) ? parsed : secondHeader(parsed), end: line.end });
    isFirst = false;
    bytes += line.text.length;
    if (lines.length < mostLines && bytes < batchBytes) continue;
    yield lines;
    lines = [];
    bytes = 0;
  }
  if (lines.length > 0) yield lines;
}

const isHeader = (parsed: ParsedLine | Rejection): parsed is ParsedLine => 'line' in parsed && parsed.line.type === 'header';

/** Two files in one: what follows may come from elsewhere and would be remembered under the wrong source. */
const secondHeader = ({ number, text }: ParsedLine): Rejection => ({ number, text, reason: 'A file has one header, in its first line.' });

/** What a file says it comes from. @throws NoHistory when it does not begin with a header */
export const sourceOf = async (file: ImportFile): Promise<string> => {
  for await (const line of readLines(file.read())) {
    const parsed = parseLine(line);
    if ('line' in parsed && parsed.line.type === 'header') return parsed.line.source;
    break;
  }
  throw new NoHistory(
    `${file.name} does not begin with the line of the import format: {"type":"header","format":"landbridge","version":1,"source":"…"}`,
  );
};
