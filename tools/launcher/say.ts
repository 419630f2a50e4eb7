/** Tells the person at the terminal what is going on. */
export const say = (sentence: string): void => {
  process.stderr.write(`${sentence}\n`);
};

/** Ends the program with a sentence that says what to do. */
export const giveUp = (error: unknown): never => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
};
