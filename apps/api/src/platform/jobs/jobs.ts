import { EventEmitter } from 'node:events';
import { Injectable, Logger } from '@nestjs/common';
import { Logger as WorkerLogger, run, type Runner, type WorkerEvents } from 'graphile-worker';
import type { z } from 'zod';
import { Database } from '../database/database.ts';
import { Lifeline, lifelineSpace } from './lifeline.ts';

type Handler = (payload: unknown) => Promise<void>;

const atOnce = 4;
const sweepEveryMs = 5_000;

/** Work that no request waits for, kept in the same database and enqueued in the same transaction. */
@Injectable()
export class Jobs {
  private readonly logger = new Logger(Jobs.name);
  private readonly handlers = new Map<string, Handler>();
  private runner: Runner | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopping = false;
  private readonly lifeline: Lifeline;

  constructor(private readonly database: Database) {
    this.lifeline = new Lifeline(database);
  }

  /** Handles one kind of job. It may run more than once and must have one effect. */
  handle<Payload extends z.ZodType>(name: string, payload: Payload, act: (payload: z.output<Payload>) => Promise<void>): void {
    this.handlers.set(name, (sent) => act(payload.parse(sent)));
  }

  get isRunning(): boolean {
    return this.runner !== null;
  }

  /** This process waits for its jobs to end: a long one asks to be done later, and leaves. */
  get isStopping(): boolean {
    return this.stopping;
  }

  async start(): Promise<void> {
    this.stopping = false;
    await this.freeLocksOfTheDead();
    const events: WorkerEvents = new EventEmitter();
    events.on('pool:create', ({ workerPool }) => void this.lifeline.show(workerPool.id).catch(() => undefined));
    this.runner = await run({
      events,
      pgPool: this.database.pool,
      concurrency: atOnce,
      noHandleSignals: true,
      parsedCronItems: [],
      taskList: Object.fromEntries([...this.handlers].map(([name, act]) => [name, (sent: unknown) => act(sent)])),
      logger: new WorkerLogger(() => (level, message) => {
        if (level === 'error' || level === 'warning') this.logger.warn(message);
      }),
    });
    this.timer = setInterval(() => void this.sweep().catch(() => undefined), sweepEveryMs);
  }

  async stop(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.runner?.stop();
    this.runner = null;
    await this.lifeline.end();
  }

  private async sweep(): Promise<void> {
    await this.lifeline.renew();
    await this.freeLocksOfTheDead();
  }

  /**
   * After a kill, jobs of the dead process would stay locked for four hours (hard-coded in graphile-worker).
   * Each living process holds an advisory lock on its pool's id; pools whose lock is free are dead.
   */
  private async freeLocksOfTheDead(): Promise<void> {
    // Not on the lifeline's connection: a lock never stands in its own holder's way.
    await this.database.pool.query(
      `select graphile_worker.force_unlock_workers(array_agg(locked_by))
       from (select distinct locked_by from graphile_worker._private_jobs where locked_by is not null) as workers
       where pg_try_advisory_xact_lock($1, hashtext(locked_by))`,
      [lifelineSpace],
    );
  }
}
