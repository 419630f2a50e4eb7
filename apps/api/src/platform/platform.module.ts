import { Global, Module, type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Audit } from './audit/audit.ts';
import { Clock } from './clock/clock.ts';
import { Config } from './config/config.ts';
import { Database } from './database/database.ts';
import { UnitOfWork } from './database/unit-of-work.ts';
import { FileStore } from './files/file-store.ts';
import { LocalFileStore } from './files/local-file-store.ts';
import { RateLimits } from './http/rate-limits.ts';
import { Jobs } from './jobs/jobs.ts';
import { Mailer } from './mail/mailer.ts';
import { logging } from './observability/logging.ts';
import { Metrics } from './observability/metrics.ts';
import { ObservabilityController } from './observability/observability.controller.ts';
import { Readiness } from './observability/readiness.ts';
import { Consequences } from './outbox/consequences.ts';
import { Outbox } from './outbox/outbox.ts';
import { LiveServer } from './realtime/live-server.ts';

const means = [Audit, Clock, Database, UnitOfWork, RateLimits, Jobs, Mailer, Metrics, Readiness, Outbox, Consequences, LiveServer];

/** How we talk to the world; every feature may use all of it. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    return {
      module: PlatformModule,
      imports: [LoggerModule.forRoot(logging(config))],
      controllers: [ObservabilityController],
      providers: [{ provide: Config, useValue: config }, { provide: FileStore, useClass: LocalFileStore }, ...means],
      exports: [Config, FileStore, ...means],
    };
  }
}
