/** Tells the person at the terminal what is going on. */
export const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** Ends the program with a sentence that says what to do. */
export const giveUp = (reason: unknown): never => {
  say(reason instanceof Error ? reason.message : String(reason));
  process.exit(1);
};
