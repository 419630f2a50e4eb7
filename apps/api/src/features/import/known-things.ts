import type { ImportType } from '@landbridge/contract/import';
import { z } from 'zod';
import { v5 as uuidFrom } from 'uuid';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { existingThings, marksOf, thingsOfSources } from './import.queries.ts';
import type { Reference } from './line-references.ts';

/** Something of a source that has its place here. */
export interface KnownThing {
  readonly id: string;
  readonly hash: string;
  /** In which state it was left; null when it was made here, and is left as it is. */
  readonly mark: string | null;
}

/** Under which name a thing is remembered. */
export interface SourceName {
  readonly source: string;
  readonly sourceId: string;
}

const namespace = '6f2a4b0e-54b5-5c43-9a08-0d5a2f6f7a11';
const isUuid = (text: string): boolean => z.uuid().safeParse(text).success;

/** How one file names things, and which of them are known. */
export class KnownThings {
  private readonly things = new Map<string, KnownThing>();
  private readonly marks = new Map<string, string>();

  constructor(readonly source: string) {}

  get keepsIds(): boolean {
    return this.source.startsWith('landbridge:');
  }

  /** An export of Landbridge writes what it had imported itself as `source:id`: that is remembered under its first source. */
  nameOf(id: string): SourceName {
    const [first, ...others] = id.split('\n').map((part) => this.nameOfOne(part));
    if (!first || others.length === 0) return this.nameOfOne(id);
    const rest = others.map(({ source, sourceId }) =>
      source === first.source || source === this.source ? sourceId : `${source}:${sourceId}`,
    );
    return { source: first.source, sourceId: [first.sourceId, ...rest].join('\n') };
  }

  private nameOfOne(id: string): SourceName {
    const [, source, sourceId] = this.keepsIds ? (/^((?:landbridge:)?[^:\n]+):([^]+)$/.exec(id) ?? []) : [];
    return source === undefined || sourceId === undefined ? { source: this.source, sourceId: id } : { source, sourceId };
  }

  /** The id that a new thing gets here: always the same for the same thing, so that a repeated import finds it. */
  idFor({ type, id }: Reference): string {
    if (this.keepsIds && isUuid(id)) return id.toLowerCase();
    const { source, sourceId } = this.nameOf(id);
    return uuidFrom(`${source}\n${type}\n${sourceId}`, namespace);
  }

  get({ type, id }: Reference): KnownThing | null {
    return this.things.get(keyFor(type, id)) ?? null;
  }

  add({ type, id }: Reference, thing: KnownThing): void {
    this.things.set(keyFor(type, id), thing);
  }

  /** Whether somebody changed it here since it was imported, or made it here. */
  isChangedHere(thing: KnownThing): boolean {
    return thing.mark === null || (this.marks.get(thing.id) ?? thing.mark) !== thing.mark;
  }

  /** Looks up everything that a batch names. */
  async load(tx: Tx, references: readonly Reference[]): Promise<void> {
    const wanted = new Map(references.map((reference) => [keyFor(reference.type, reference.id), reference]));
    const named = [...wanted.values()].map(({ type, id }) => ({ type, id, ...this.nameOf(id) }));
    const found = await tx.rows(thingsOfSources, [JSON.stringify(named)]);
    for (const { type, name, id, hash, mark } of found) this.things.set(keyFor(type, name), { id, hash, mark });
    if (this.keepsIds) {
      const missing = named.filter(({ type, id }) => isUuid(id) && !this.things.has(keyFor(type, id)));
      for (const { type, id } of await tx.rows(existingThings, [JSON.stringify(missing)]))
        this.add({ type, id }, { id, hash: '', mark: null });
    }
  }

  /** Looks up in which state these are now. */
  async loadMarks(tx: Tx, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const { id, mark } of await tx.rows(marksOf, [ids])) this.marks.set(id, mark);
  }
}

const keyFor = (type: ImportType, id: string): string => `${type}\n${id}`;
