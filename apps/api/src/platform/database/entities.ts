type EntityClass = new () => object;

const modules = import.meta.glob<Record<string, EntityClass>>(['../../features/*/*.entity.ts', '../*/*.entity.ts'], { eager: true });

/** Every entity class, found by its file name. */
export const entities = (): EntityClass[] => Object.values(modules).flatMap((module) => Object.values(module));
