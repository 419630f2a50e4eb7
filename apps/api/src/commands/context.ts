import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.ts';
import { Config } from '../platform/config/config.ts';
import { readSettings } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';
import { migrate } from '../platform/database/migrate.ts';

/** Runs something with the whole application, without a port: for commands beside a server or without one. */
export const inApplication = async (work: (application: INestApplicationContext) => Promise<void>): Promise<void> => {
  const config = new Config({ ...readSettings(process.env), LOG_LEVEL: 'silent' }, { checksAnswers: false });
  const application = await NestFactory.createApplicationContext(AppModule.with(config), { logger: false, abortOnError: false });
  const database = application.get(Database);
  await database.connect();
  try {
    await migrate(database);
    await work(application);
  } finally {
    await application.close();
  }
};
