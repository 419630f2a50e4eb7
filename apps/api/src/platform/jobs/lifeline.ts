import type { PoolClient } from 'pg';
import type { Database } from '../database/database.ts';

/** Namespace of the advisory locks by which a process shows that it lives. */
export const lifelineSpace = 77_120_514;

/** A connection whose advisory locks show that the workers of this process live. When it is cut, another takes its place. */
export class Lifeline {
  private client: PoolClient | null = null;
  private readonly workerPools = new Set<string>();
  private readonly shown = new Set<string>();
  private isEnded = false;
  /** One change after the other: two connections would wait for each other's locks. */
  private last: Promise<void> = Promise.resolve();

  constructor(private readonly database: Database) {}

  show(workerPool: string): Promise<void> {
    this.isEnded = false;
    this.workerPools.add(workerPool);
    return this.renew();
  }

  /** Shows again what a cut connection no longer shows. @throws while the database is away */
  renew(): Promise<void> {
    this.last = this.last.catch(() => undefined).then(() => this.lockAll());
    return this.last;
  }

  /** Whatever was asked for before is waited for: a connection that comes later would be given back by nobody, and the pool would wait for it. */
  async end(): Promise<void> {
    this.isEnded = true;
    await this.last.catch(() => undefined);
    this.workerPools.clear();
    const { client } = this;
    this.client = null;
    client?.release(true);
  }

  private async lockAll(): Promise<void> {
    if (this.isEnded) return;
    const client = this.client ?? (await this.connect());
    try {
      for (const workerPool of this.workerPools) if (!this.shown.has(workerPool)) await this.lock(client, workerPool);
    } catch (error) {
      // The pool may hand out a connection that was cut a moment ago, whose end nobody hears any more.
      this.drop(client);
      throw error;
    }
  }

  private async lock(client: PoolClient, workerPool: string): Promise<void> {
    // The server may not know yet that the former connection is gone: then the next renewal gets the lock.
    const statement = 'select pg_try_advisory_lock($1, hashtext($2)) as "isHeld"';
    const { rows } = await client.query<{ isHeld: boolean }>(statement, [lifelineSpace, workerPool]);
    if (rows[0]?.isHeld) this.shown.add(workerPool);
  }

  private async connect(): Promise<PoolClient> {
    const client = await this.database.pool.connect();
    this.shown.clear();
    client.once('end', () => {
      if (this.drop(client)) void this.renew().catch(() => undefined);
    });
    this.client = client;
    return client;
  }

  /** @returns whether it was the connection in use */
  private drop(client: PoolClient): boolean {
    if (this.client !== client) return false;
    this.client = null;
    client.release(true);
    return true;
  }
}
