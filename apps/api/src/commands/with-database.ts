import { Config } from '../platform/config/config.ts';
import type { Settings } from '../platform/config/settings.ts';
import { Database } from '../platform/database/database.ts';

/** Gives a command the database without the rest of the server. */
export const withDatabase = async <Result>(settings: Settings, work: (database: Database) => Promise<Result>): Promise<Result> => {
  const database = new Database(new Config(settings, { checksAnswers: false }));
  await database.connect();
  try {
    return await work(database);
  } finally {
    await database.onApplicationShutdown();
  }
};
