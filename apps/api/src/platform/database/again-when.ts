import { violates } from './violates.ts';

/**
 * Runs work once more when it failed on one of these constraints. The same request may have run at the same moment: its row is there now,
 * and the second run finds it. Which of several indexes notices first is PostgreSQL's choice, so all that the row could break are named.
 */
export const againWhen = async <Result>(constraints: readonly string[], run: () => Promise<Result>): Promise<Result> => {
  try {
    return await run();
  } catch (error) {
    if (constraints.some((constraint) => violates(error, constraint))) return run();
    throw error;
  }
};
