import { Injectable } from '@nestjs/common';
import type { LiveEvent } from '@landbridge/contract';
import type { z } from 'zod';
import {
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  type EntityManager,
  type EntityTarget,
  type FindOptionsWhere,
  type ObjectLiteral,
  type QueryDeepPartialEntity,
} from 'typeorm';
import { problem } from '../http/problem-error.ts';
import { Consequences, type Fact, type Happened } from '../outbox/consequences.ts';
import { Outbox, type Telling } from '../outbox/outbox.ts';
import { Database } from './database.ts';
import { Reader, type Queryable } from './reader.ts';

/** An open transaction. Pass it on, never keep it: what is done through it happens together or not at all. */
export class Tx extends Reader {
  private readonly manager: EntityManager;
  readonly tellings: Telling[] = [];
  readonly facts: Happened[] = [];
  private readonly afterCommits: (() => void | Promise<void>)[] = [];

  constructor(manager: EntityManager) {
    super(async (): Promise<Queryable> => (await manager.queryRunner?.connect()) as Queryable);
    this.manager = manager;
  }

  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    values: QueryDeepPartialEntity<Entity> | QueryDeepPartialEntity<Entity>[],
  ) {
    await this.manager.insert(entity, values);
  }

  /** Inserts, or changes nothing when the row is there. @returns whether it was inserted */
  async insertOnce<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, values: QueryDeepPartialEntity<Entity>): Promise<boolean> {
    const { raw } = await this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(values)
      .orIgnore()
      .returning('1 as inserted')
      .execute();
    return Array.isArray(raw) && raw.length > 0;
  }

  /** @returns how many rows were changed */
  async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    where: FindOptionsWhere<Entity>,
    values: QueryDeepPartialEntity<Entity>,
  ): Promise<number> {
    const { affected } = await this.manager.update(entity, where, values);
    return affected ?? 0;
  }

  /** @returns how many rows were deleted */
  async delete<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, where: FindOptionsWhere<Entity>): Promise<number> {
    const { affected } = await this.manager.delete(entity, where);
    return affected ?? 0;
  }

  /** Tells browsers in these rooms, after the commit and even if this process dies right after it. */
  tell<E extends LiveEvent>(
    rooms: string | readonly string[],
    event: E,
    payload: z.input<E['payload']>,
    options: { about?: string } = {},
  ): void {
    this.tellings.push({
      rooms: typeof rooms === 'string' ? [rooms] : [...rooms],
      event: event.name,
      payload,
      about: options.about ?? null,
    });
  }

  /** Says to features to the right what happened; what follows from it runs as jobs after the commit. */
  happened<F extends Fact>({ name }: F, payload: z.input<F['payload']>): void {
    this.facts.push({ fact: name, payload });
  }

  /** Enqueues a job that starts right after the commit, or at `runAt`. The same `key` while it waits is one job, at the last `runAt`. */
  async addJob(name: string, payload: object, { key, runAt }: { key?: string; runAt?: Date } = {}): Promise<void> {
    await this.manager.query('select graphile_worker.add_job($1, $2::json, job_key => $3, run_at => $4)', [
      name,
      JSON.stringify(payload),
      key ?? null,
      runAt ?? null,
    ]);
  }

  /** For what belongs to this process alone (a cache, a socket room); it does not run if the process dies. */
  afterCommit(act: () => void | Promise<void>): void {
    this.afterCommits.push(act);
  }

  async finish(): Promise<void> {
    for (const act of this.afterCommits) await act();
  }
}

@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly consequences: Consequences,
  ) {}

  /** Runs `work` in one transaction and, once it is committed, publishes what it told. */
  async run<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
    const { result, tx, ids } = await this.database.dataSource
      .transaction(async (manager) => {
        const open = new Tx(manager);
        const done = await work(open);
        await this.consequences.enqueue(manager, open.facts);
        return { result: done, tx: open, ids: await this.outbox.store(manager, open.tellings) };
      })
      .catch((error: unknown) => {
        throw isCutBetween(error) ? problem('service.unavailable', { retryAfterSeconds: 2 }) : error;
      });
    await tx.finish();
    this.outbox.publish(tx.tellings, ids);
    return result;
  }
}

/** TypeORM gives up a connection that was cut between two statements, and says to the next one only that it is gone. */
const isCutBetween = (error: unknown): boolean =>
  error instanceof QueryRunnerProviderAlreadyReleasedError || error instanceof QueryRunnerAlreadyReleasedError;
