import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { SwaggerModule } from '@nestjs/swagger';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import packageJson from '../package.json';
import { AppModule } from './app.module.ts';
import { SetUpOrganisation } from './features/identity/index.ts';
import { DemoOrganisation } from './features/import/index.ts';
import { isRestoreUnfinished } from './platform/backup/unfinished-restore.ts';
import { Config, type ConfigOptions } from './platform/config/config.ts';
import { SettingsError, type Settings } from './platform/config/settings.ts';
import { Database } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { apiDocument } from './platform/http/api-document.ts';
import { createApplication } from './platform/http/create-application.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { Readiness } from './platform/observability/readiness.ts';
import { Outbox } from './platform/outbox/outbox.ts';
import { LiveServer } from './platform/realtime/live-server.ts';

export interface Running {
  readonly application: NestFastifyApplication;
  readonly url: string;
  stop(): Promise<void>;
}

const webFolder = fileURLToPath(new URL('../../web/dist', import.meta.url));

/** Starts this process: schema, jobs, then the port. `checksAnswers` parses every answer strictly (tests, development). */
export const start = async (given: Settings, options: ConfigOptions): Promise<Running> => {
  const config = new Config({ ...given, PORT: given.PORT || (await freePort(given.HOST)) }, options);
  const application = await createApplication({ module: AppModule.with(config), config, webFolder });
  const database = application.get(Database);
  await database.connect();
  await refuseUnfinishedRestore(database);
  await migrate(database);
  SwaggerModule.setup('api/docs', application, () => apiDocument(packageJson.version), { jsonDocumentUrl: 'api/openapi.json' });
  await application.init();
  // Only now: the framework's own list of routes says nothing that /api/docs does not say better.
  application.useLogger(application.get(Logger));
  const { LANDBRIDGE_ROLE, HOST, PORT } = config.settings;
  if (LANDBRIDGE_ROLE !== 'web') await application.get(Jobs).start();
  await application.get(DemoOrganisation).prepare();
  application.get(LiveServer).attach(application.getHttpServer());
  application.get(Outbox).start();
  // Whatever a killed process left is told now; nobody is connected yet who could hear it twice.
  await application.get(Outbox).sweep(0);
  await application.listen(PORT, HOST.replaceAll(/[[\]]/g, ''));
  await printSetupCode(application.get(SetUpOrganisation));
  return { application, url: config.publicUrl, stop: () => stop(application) };
};

/** Half an organisation must never look like a whole one. */
const refuseUnfinishedRestore = async (database: Database): Promise<void> => {
  if (!(await isRestoreUnfinished(database.pool))) return;
  await database.onApplicationShutdown();
  throw new SettingsError([
    'The restore into this database did not finish. Run npm run restore again with the same file, or use another database.',
  ]);
};

/** Finishes what runs, tells sockets to come back, hands jobs over. */
const stop = async (application: NestFastifyApplication): Promise<void> => {
  application.get(Readiness).stop();
  await application.get(LiveServer).stop();
  await application.get(Jobs).stop();
  await application.close();
};

const printSetupCode = async (setUp: SetUpOrganisation): Promise<void> => {
  if (!setUp.needsCode || !(await setUp.isNew())) return;
  process.stdout.write(`The first page asks for this code: ${setUp.code}\n`);
};

const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
