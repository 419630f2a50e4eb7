import { Injectable } from '@nestjs/common';
import { Database } from '../database/database.ts';
import { migrations } from '../database/migrations.ts';
import { Config } from '../config/config.ts';
import { Jobs } from '../jobs/jobs.ts';

type Check = 'ok' | 'failing';

/** Whether this process can do its work: the database answers, its schema is the one of this version, the queue runs. */
@Injectable()
export class Readiness {
  private isStopping = false;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly jobs: Jobs,
  ) {}

  stop(): void {
    this.isStopping = true;
  }

  async look(): Promise<{ isReady: boolean; checks: Record<'database' | 'schema' | 'queue' | 'process', Check> }> {
    const newest = await this.newestMigration();
    const checks = {
      database: newest === null ? ('failing' as const) : ('ok' as const),
      schema: newest === migrations().at(-1)?.name ? ('ok' as const) : ('failing' as const),
      queue: this.jobs.isRunning || this.config.settings.LANDBRIDGE_ROLE === 'web' ? ('ok' as const) : ('failing' as const),
      process: this.isStopping ? ('failing' as const) : ('ok' as const),
    };
    return { isReady: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  private async newestMigration(): Promise<string | null> {
    try {
      const { rows } = await this.database.pool.query<{ name: string }>('select name from migrations order by timestamp desc limit 1');
      return rows[0]?.name ?? null;
    } catch {
      return null;
    }
  }
}
