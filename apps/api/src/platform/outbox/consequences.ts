import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Clock } from '../clock/clock.ts';
import { Jobs } from '../jobs/jobs.ts';

/** Something that the product did, for features to the right that react to it. It holds ids, and no words of anybody. */
export interface Fact<Payload extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly payload: Payload;
}

export const fact = <Payload extends z.ZodType>(name: string, payload: Payload): Fact<Payload> => ({ name, payload });

/** One time that it happened; a handler that runs twice finds the same id. */
export interface Happening {
  readonly id: string;
  readonly at: Date;
}

export interface Happened {
  readonly fact: string;
  readonly payload: unknown;
}

const envelope = z.object({ id: z.uuid(), at: z.coerce.date(), payload: z.unknown() });

/** What follows from a fact is a job, enqueued in the transaction in which it happens: both are or neither is. It runs once or more. */
@Injectable()
export class Consequences {
  private readonly jobsOf = new Map<string, string[]>();

  constructor(
    private readonly clock: Clock,
    private readonly jobs: Jobs,
  ) {}

  /** Runs `act` as the job of this name after each such fact. */
  when<Payload extends z.ZodType>(
    { name, payload }: Fact<Payload>,
    job: string,
    act: (payload: z.output<Payload>, happening: Happening) => Promise<void>,
  ): void {
    this.jobsOf.set(name, [...(this.jobsOf.get(name) ?? []), job]);
    this.jobs.handle(job, envelope, ({ id, at, payload: sent }) => act(payload.parse(sent), { id, at }));
  }

  async enqueue(manager: EntityManager, happened: readonly Happened[]): Promise<void> {
    const at = this.clock.now();
    const jobs = happened.flatMap(({ fact: name, payload }) =>
      (this.jobsOf.get(name) ?? []).map((job) => ({ job, payload: { id: uuid(), at, payload } })),
    );
    if (jobs.length === 0) return;
    await manager.query(
      `select graphile_worker.add_job(job ->> 'job', (job -> 'payload')::json)
       from jsonb_array_elements($1::jsonb) with ordinality as list(job, n) order by n`,
      [JSON.stringify(jobs)],
    );
  }
}
