import { setTimeout as wait } from 'node:timers/promises';

/** Waits for a fact. @throws with its name when it does not come true in time */
export const until = async (fact: string, isSo: () => boolean | Promise<boolean>, withinMs = 20_000): Promise<void> => {
  const giveUpAt = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > giveUpAt) throw new Error(`Not within ${withinMs} ms: ${fact}.`);
    await wait(20);
  }
};
