import type { MigrationInterface } from 'typeorm';

type MigrationClass = new () => MigrationInterface;

const modules = import.meta.glob<Record<string, MigrationClass>>('../../migrations/*.ts', { eager: true });

/** Every migration, in the order of its file name, which begins with its time. */
export const migrations = (): MigrationClass[] =>
  Object.keys(modules)
    .toSorted()
    .flatMap((path) => Object.values(modules[path] ?? {}));
