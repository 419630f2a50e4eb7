import { QueryFailedError } from 'typeorm';

/** Whether an error is the violation of this constraint or unique index. */
export const violates = (error: unknown, constraint: string): boolean => {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof Error && 'constraint' in cause && cause.constraint === constraint;
};
