import { Injectable } from '@nestjs/common';
import type { ImportCounts } from '@landbridge/contract/import';
import { QueryFailedError } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { query } from '../../platform/database/query.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { z } from 'zod';
import { Batch, type Accepted } from './batch.ts';
import { addCounts } from './import-counts.ts';
import { keepRejections, keptRejections, nameOrganisation, reachRun } from './import.queries.ts';
import { LineRefused } from './line-refused.ts';
import { KnownThings } from './known-things.ts';
import type { ParsedLine, Rejection } from './parse-line.ts';
import { WriteHistory } from './write-history.ts';
import { WriteKeepsakes } from './write-keepsakes.ts';
import { WriteOrganisation } from './write-organisation.ts';

export interface BatchOfLines {
  readonly runId: string;
  readonly source: string;
  readonly lines: readonly (ParsedLine | Rejection)[];
  readonly counts: ImportCounts;
}

export interface Written {
  readonly counts: ImportCounts;
  readonly rejections: readonly Rejection[];
}

type Transaction = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;

const savepoint = query('import.savepoint', z.object({}), 'savepoint import_batch');
const release = query('import.release', z.object({}), 'release savepoint import_batch');
const rollBack = query('import.roll-back', z.object({}), 'rollback to savepoint import_batch');

/** A strict import found a wrong line: the batch is written again up to it. */
class StoppedAt extends Error {
  constructor(readonly line: number) {
    super();
  }
}

/** Writes the lines of a batch and the place that was reached in one transaction. */
@Injectable()
export class WriteBatch {
  constructor(
    private readonly clock: Clock,
    private readonly organisation: WriteOrganisation,
    private readonly history: WriteHistory,
    private readonly keepsakes: WriteKeepsakes,
  ) {}

  /**
   * What the database itself refuses (a name that is taken, say) is found by halves, so that each wrong line is rejected alone.
   * `endOf` gives the place after a line of this batch.
   */
  async run(
    transaction: Transaction,
    batch: BatchOfLines,
    isStrict: boolean,
    place: { endOf: (index: number) => number },
  ): Promise<Written> {
    const { lines } = batch;
    const stopAt = (index: number) => this.run(transaction, { ...batch, lines: lines.slice(0, index + 1) }, false, place);
    const wrong = isStrict ? lines.findIndex((line) => 'reason' in line) : -1;
    if (wrong !== -1 && wrong < lines.length - 1)
      return this.run(transaction, { ...batch, lines: lines.slice(0, wrong + 1) }, isStrict, place);
    try {
      return await transaction((tx) => this.write(tx, batch, { offset: place.endOf(lines.length - 1), isStrict }));
    } catch (error) {
      if (error instanceof StoppedAt) return stopAt(lines.findIndex(({ number }) => number === error.line));
      const reason = refusalIn(error);
      if (reason === null) throw error;
      return this.byHalves(transaction, batch, { isStrict, reason, endOf: place.endOf });
    }
  }

  private async byHalves(
    transaction: Transaction,
    batch: BatchOfLines,
    { isStrict, reason, endOf }: { isStrict: boolean; reason: string; endOf: (index: number) => number },
  ): Promise<Written> {
    const { lines } = batch;
    const [only] = lines;
    if (lines.length === 1 && only) {
      const rejected = { number: only.number, text: only.text, reason };
      return transaction((tx) => this.write(tx, { ...batch, lines: [rejected] }, { offset: endOf(0), isStrict: false }));
    }
    const middle = Math.ceil(lines.length / 2);
    const left = await this.run(transaction, { ...batch, lines: lines.slice(0, middle) }, isStrict, { endOf });
    if (isStrict && left.rejections.length > 0) return left;
    const rest = { ...batch, lines: lines.slice(middle), counts: left.counts };
    const right = await this.run(transaction, rest, isStrict, { endOf: (index) => endOf(middle + index) });
    return { counts: right.counts, rejections: [...left.rejections, ...right.rejections] };
  }

  /** Part of a transaction that goes on when this part fails. */
  async within<Result>(tx: Tx, work: (tx: Tx) => Promise<Result>): Promise<Result> {
    await tx.rows(savepoint, []);
    try {
      const result = await work(tx);
      await tx.rows(release, []);
      return result;
    } catch (error) {
      await tx.rows(rollBack, []);
      throw error;
    }
  }

  private async write(
    tx: Tx,
    { runId, source, lines, counts }: BatchOfLines,
    { offset, isStrict }: { offset: number; isStrict: boolean },
  ): Promise<Written> {
    const parsed = lines.filter((line): line is ParsedLine => 'line' in line && line.line.type !== 'header');
    const batch = new Batch(new KnownThings(source), parsed);
    await batch.decide(tx);
    const [wrong] = batch.rejections;
    if (isStrict && wrong && wrong.number !== lines.at(-1)?.number) throw new StoppedAt(wrong.number);
    await this.organisation.run(tx, batch);
    await this.history.run(tx, batch);
    await this.keepsakes.run(tx, batch);
    await batch.remember(tx, markOf);
    if (batch.of('unit').length > 0) await tx.rows(nameOrganisation, [source]);
    const rejections = [...lines.filter((line): line is Rejection => 'reason' in line), ...batch.rejections].toSorted(
      (one, other) => one.number - other.number,
    );
    if (rejections.length > 0) await tx.rows(keepRejections, keptRejections(runId, rejections));
    const next = addCounts(counts, batch, parsed, rejections);
    const last = lines.at(-1)?.number ?? 0;
    await tx.rows(reachRun, [runId, offset, last, JSON.stringify(next), 'running', this.clock.now()]);
    return { counts: next, rejections };
  }
}

/** In which state a thing is left, as `marksOf` will read it. */
const markOf = ({ line, isNew, former }: Accepted): string => {
  switch (line.type) {
    case 'unit':
      return `${line.name}${line.to ?? ''}`;
    case 'person':
      return `${line.name} ${isNew ? 1 : Number(former.split(' ').at(-1)) + 1}`;
    case 'membership':
      return line.role ?? 'member';
    case 'community':
    case 'issue':
    case 'thread':
    case 'message':
      return isNew ? '1' : String(Number(former) + 1);
    default:
      return '';
  }
};

const sentences: Readonly<Record<string, string>> = {
  units_name_beside: 'Another unit has this name beside it.',
  communities_open_name: 'Another community has this name.',
  people_email: 'Another person has this address.',
};

/** Why the database refuses something that a line says; null when the line is not to blame. */
const refusalIn = (error: unknown): string | null => {
  if (error instanceof LineRefused) return error.message;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof Error) || !('code' in cause) || typeof cause.code !== 'string' || !/^(?:22|23)/.test(cause.code)) return null;
  const constraint = 'constraint' in cause ? String(cause.constraint) : '';
  return sentences[constraint] ?? `The database refuses it: ${cause.message}.`;
};
