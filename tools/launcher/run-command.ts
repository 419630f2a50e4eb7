import { giveUp } from './say.ts';

export type EndStep = () => unknown;

export interface Command {
  /** Adds something to be ended when the command ends; the last added is ended first. Add it before waiting for its start. */
  readonly atEnd: (step: EndStep) => void;
}

/**
 * Runs a command whose parts are ended in order however it ends: by itself (with its exit code), by an error, by signals, by the silent
 * end of the npm above us. Signals may arrive twice (the terminal and npm both send Ctrl+C).
 */
export const runCommand = async (work: (command: Command) => Promise<number>, { codeWhenTold = 0 } = {}): Promise<never> => {
  const steps: EndStep[] = [];
  let ending: Promise<void> | null = null;
  const end = () => (ending ??= endInOrder(steps));
  let isTold = false;
  const endWhenTold = () => {
    isTold = true;
    void end().then(() => process.exit(codeWhenTold));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, endWhenTold);
  watchParent(endWhenTold);
  try {
    const code = await work({ atEnd: (step) => steps.push(step) });
    await end();
    return process.exit(isTold ? codeWhenTold : code);
  } catch (error) {
    await end();
    if (isTold) return process.exit(codeWhenTold);
    return giveUp(error);
  }
};

const endInOrder = async (steps: readonly EndStep[]): Promise<void> => {
  for (const step of steps.toReversed())
    try {
      await step();
    } catch {
      // Whatever never started needs no end, and its error is told by whoever waits for its start.
    }
};

/** npm does not pass SIGTERM on: its end shows only in our having another parent. */
const watchParent = (act: () => void): void => {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, 250);
  watch.unref();
};
