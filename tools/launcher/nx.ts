import { run } from './run.ts';

/** Runs targets by Nx, which remembers what did not change. No daemon: it would outlive us. */
export const nx = (args: readonly string[]): Promise<number> =>
  run('nx', [...args, '--parallel=2', '--outputStyle=static'], {
    env: { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false', NX_NO_CLOUD: 'true' },
  });
