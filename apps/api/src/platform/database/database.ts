import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client, type ClientConfig, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { Config } from '../config/config.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';
import { Reader } from './reader.ts';

/** A pg client without an error listener ends the process when its connection is cut, also before a pool could listen. */
class HearingClient extends Client {
  constructor(config: ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** The one connection pool of this process: TypeORM's, which reads use directly. */
@Injectable()
export class Database extends Reader implements OnApplicationShutdown {
  readonly dataSource: DataSource;

  constructor(config: Config) {
    const { DATABASE_URL, DATABASE_POOL } = config.settings;
    const dataSource = new DataSource({
      type: 'postgres',
      url: DATABASE_URL,
      entities: entities(),
      migrations: migrations(),
      migrationsTransactionMode: 'each',
      installExtensions: false,
      poolErrorHandler: () => undefined,
      extra: { Client: HearingClient, max: DATABASE_POOL, connectionTimeoutMillis: 5_000, application_name: 'landbridge' },
    });
    super(() => Promise.resolve(this.pool));
    this.dataSource = dataSource;
  }

  /** TypeORM's own pool; named statements run on it without TypeORM in between. */
  get pool(): Pool {
    // Why a cast: TypeORM types `driver` as the general Driver; for type 'postgres' it is this one.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return (this.dataSource.driver as PostgresDriver).master as Pool;
  }

  async connect(): Promise<void> {
    await this.dataSource.initialize();
    this.pool.on('error', () => undefined);
    // The worker of the jobs wants to see that connections are heard by the pool, too.
    this.pool.on('connect', (client) => client.on('error', () => undefined));
  }

  async onApplicationShutdown(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
  }
}
