import '../app.module.ts';
import { namedStatements } from '../platform/database/query.ts';

/** `statements`: the SQL of every named read as JSON, by name. Benchmarks and plans use the text that is served. */
export const printStatements = async (): Promise<void> => {
  process.stdout.write(`${JSON.stringify(Object.fromEntries(namedStatements()), null, 2)}\n`);
};
