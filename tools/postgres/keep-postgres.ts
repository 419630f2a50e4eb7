import { setTimeout as wait } from 'node:timers/promises';
import { say } from '../launcher/say.ts';
import { startPostgres, type PostgresOptions, type RunningPostgres } from './embedded-postgres.ts';

const pauseMs = 500;

/** Starts PostgreSQL and, should somebody kill it, starts it again on the same port: the server's connections come back by themselves. */
export const keepPostgres = async (options: PostgresOptions): Promise<Pick<RunningPostgres, 'url' | 'port' | 'stop'>> => {
  let running = await startPostgres(options);
  const { url, port } = running;
  let isStopping = false;

  const startAgain = async (complaints: string) => {
    say(`PostgreSQL ended unexpectedly; starting it again. ${complaints}`);
    while (!isStopping)
      try {
        running = await startPostgres({ ...options, port });
        return;
      } catch (error) {
        say(error instanceof Error ? error.message : String(error));
        await wait(pauseMs);
      }
  };
  const keep = async () => {
    while (!isStopping) {
      const complaints = await running.ended;
      if (!isStopping) await startAgain(complaints);
    }
  };
  const keeping = keep();

  return {
    url,
    port,
    stop: async () => {
      isStopping = true;
      await running.stop();
      await keeping;
      // It may have come up again between the two.
      await running.stop();
    },
  };
};
