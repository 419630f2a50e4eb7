import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { Database } from '../database/database.ts';
import { query } from '../database/query.ts';
import { LiveServer } from '../realtime/live-server.ts';

/** An event and the rooms that hear it. */
export interface Telling {
  readonly rooms: readonly string[];
  readonly event: string;
  readonly payload: unknown;
  readonly about: string | null;
}

const forgetEveryMs = 100;
const sweepEveryMs = 1_000;
/** Older rows were left by a process that died between commit and publishing. */
const leftAfterSeconds = 2;

const ids = z.object({ id: z.string() });
const takeLeftRows = query(
  'outbox.take-left',
  z.object({ rooms: z.array(z.string()), event: z.string(), payload: z.unknown(), about: z.string().nullable() }),
  `with taken as (
     delete from outbox where id in (
       select id from outbox where created_at < now() - make_interval(secs => $1) order by id limit 500 for update skip locked)
     returning id, rooms, event, payload, about)
   select rooms, event, payload, about from taken order by id`,
);

/**
 * Events leave after commit, once or more: the row is written in the same transaction, published by the process that wrote it,
 * and swept up by any process if that one died. Browsers drop what they have seen by its sequence number.
 */
@Injectable()
export class Outbox implements OnApplicationShutdown {
  private readonly logger = new Logger(Outbox.name);
  private published: string[] = [];
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly database: Database,
    private readonly live: LiveServer,
  ) {}

  start(): void {
    this.timers = [
      setInterval(() => void this.forget(), forgetEveryMs),
      setInterval(() => void this.sweep(leftAfterSeconds), sweepEveryMs),
    ];
  }

  async store(manager: EntityManager, tellings: readonly Telling[]): Promise<string[]> {
    if (tellings.length === 0) return [];
    const rows: unknown = await manager.query(
      `insert into outbox (rooms, event, payload, about)
       select array(select jsonb_array_elements_text(told -> 'rooms')), told ->> 'event', told -> 'payload', (told ->> 'about')::uuid
       from jsonb_array_elements($1::jsonb) with ordinality as list(told, n) order by n
       returning id::text`,
      [JSON.stringify(tellings)],
    );
    return z
      .array(ids)
      .parse(rows)
      .map((row) => row.id);
  }

  publish(tellings: readonly Telling[], rowIds: readonly string[]): void {
    for (const { rooms, event, payload } of tellings) this.live.tell(rooms, event, payload);
    this.published.push(...rowIds);
  }

  async sweep(olderThanSeconds: number): Promise<void> {
    try {
      const left = await this.database.rows(takeLeftRows, [olderThanSeconds]);
      this.publish(left, []);
    } catch (error) {
      this.logger.warn({ error }, 'The outbox could not be swept; it is tried again.');
    }
  }

  async onApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await this.forget();
  }

  private async forget(): Promise<void> {
    const done = this.published;
    if (done.length === 0) return;
    this.published = [];
    try {
      await this.database.pool.query({ name: 'outbox.forget', text: 'delete from outbox where id = any($1::bigint[])', values: [done] });
    } catch (error) {
      // They stay and are published once more: browsers know them by their number.
      this.logger.warn({ error }, 'Published events could not be forgotten.');
    }
  }
}
