import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { openUnit, unitById } from './units.queries.ts';

/** The unit is there and stays open until the transaction ends. @throws unit.not-found, unit.closed */
export const refuseClosed = async (tx: Tx, id: string): Promise<void> => {
  if (await tx.one(openUnit, [id])) return;
  throw problem((await tx.json(unitById, [id])) ? 'unit.closed' : 'unit.not-found');
};
