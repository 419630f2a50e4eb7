import { importedBodyLimit, type ImportLine, type ImportType, type LineOf } from '@landbridge/contract/import';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { noNames } from './html-inline.ts';
import { peopleByEmail, rememberThings } from './import.queries.ts';
import type { KnownThing, KnownThings } from './known-things.ts';
import { keyOf, linkedIn, placeOf, referencesOf, type Reference } from './line-references.ts';
import type { ParsedLine, Rejection } from './parse-line.ts';

/** What became of a line: `kept` is what is left as somebody made or changed it here. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'kept';

export interface Accepted<Line extends ImportLine = ImportLine> {
  readonly number: number;
  readonly line: Line;
  readonly id: string;
  readonly hash: string;
  readonly isNew: boolean;
  /** Of something that changes: what it was left as. */
  readonly former: string;
}

const isOf =
  <Type extends ImportType>(type: Type) =>
  (accepted: Accepted): accepted is Accepted<LineOf<Type> & ImportLine> =>
    accepted.line.type === type;

/** Lines of one transaction: decides for each what becomes of it, in the order of the file. */
export class Batch {
  readonly rejections: Rejection[] = [];
  readonly outcomes: { readonly type: ImportType; readonly outcome: Outcome }[] = [];
  readonly accepted: Accepted[] = [];
  private readonly met: { reference: Reference; hash: string }[] = [];
  private readonly addresses = new Map<string, string>();

  constructor(
    readonly known: KnownThings,
    private readonly lines: readonly ParsedLine[],
  ) {}

  /** Accepted lines of a type. */
  of<Type extends ImportType>(type: Type): Accepted<LineOf<Type> & ImportLine>[] {
    return this.accepted.filter(isOf(type));
  }

  /** The id here of something that an accepted line names. */
  ours(type: ImportType, id: string | undefined): string | null {
    return id === undefined ? null : (this.known.get({ type, id })?.id ?? null);
  }

  async decide(tx: Tx): Promise<void> {
    const own = this.lines.map(({ line }): Reference => ({ type: line.type, id: keyOf(line) }));
    await this.known.load(tx, [...own, ...this.lines.flatMap(({ line }) => [...referencesOf(line), ...linksOf(line)])]);
    await this.loadAddresses(tx);
    await this.known.loadMarks(tx, this.idsToCompare(own));
    for (const parsed of this.lines) this.decideOne(parsed);
  }

  /** Afterwards: a second time the same lines are known. */
  async remember(tx: Tx, markOf: (accepted: Accepted) => string): Promise<void> {
    const things = this.accepted.map((accepted) => ({ reference: referenceTo(accepted.line), ...accepted, mark: markOf(accepted) }));
    const met = this.met.map(({ reference, hash }) => ({
      reference,
      hash,
      id: this.ours(reference.type, reference.id),
      mark: 'made here',
    }));
    const rows = [...things, ...met].map(({ reference, id, hash, mark }) => {
      return { type: reference.type, ...this.known.nameOf(reference.id), id, hash, mark };
    });
    // Two lines of one batch may say something of the same thing: the later one holds.
    const last = new Map(rows.map((row) => [`${row.source}\n${row.type}\n${row.sourceId}`, row]));
    if (last.size > 0) await tx.rows(rememberThings, [JSON.stringify([...last.values()])]);
  }

  private async loadAddresses(tx: Tx): Promise<void> {
    const emails = this.lines.flatMap(({ line }) => (line.type === 'person' && line.email ? [line.email] : []));
    if (emails.length === 0) return;
    for (const { id, email } of await tx.rows(peopleByEmail, [emails])) this.addresses.set(email, id);
  }

  private idsToCompare(own: readonly Reference[]): string[] {
    const changed = this.lines.flatMap(({ hash }, place) => {
      const thing = own[place] && this.known.get(own[place]);
      return thing && thing.hash !== hash ? [thing.id] : [];
    });
    const places = this.lines.flatMap(({ line }) => {
      const place = placeOf(line);
      return place ? (this.known.get(place)?.id ?? []) : [];
    });
    return [...new Set([...changed, ...places])];
  }

  private decideOne(parsed: ParsedLine): void {
    const { line, hash } = parsed;
    const reference = referenceTo(line);
    const thing = this.known.get(reference);
    if (thing) return this.decideKnown(parsed, reference, thing);
    const reason = this.missingIn(line) ?? wrongIn(line);
    if (reason) return this.reject(parsed, reason);
    if (this.isAboutOurs(line)) return this.note(line.type, 'kept');
    const samePerson = line.type === 'person' && line.email !== undefined ? this.addresses.get(line.email) : undefined;
    if (samePerson !== undefined) {
      this.known.add(reference, { id: samePerson, hash, mark: null });
      this.met.push({ reference, hash });
      return this.note(line.type, 'kept');
    }
    const place = placeOf(line);
    const home = place && this.known.get(place);
    if (place && home && this.known.isChangedHere(home)) {
      if (this.known.keepsIds) return this.note(line.type, 'kept');
      return this.reject(parsed, `The ${place.type} “${place.id}” was made or changed here, so nothing is added to it.`);
    }
    this.accept(parsed, { reference, id: this.idOf(line, reference), isNew: true, former: '' });
  }

  /** Units and roles of people who were here before stay; and an export that comes back says of what was made here only what is so already. */
  private isAboutOurs(line: ImportLine): boolean {
    const isConnection = !('id' in line);
    const mayAdd = !this.known.keepsIds && line.type !== 'role' && line.type !== 'unit-change';
    return isConnection && !mayAdd && referencesOf(line).some((reference) => this.known.get(reference)?.mark === null);
  }

  private decideKnown(parsed: ParsedLine, reference: Reference, thing: KnownThing): void {
    const { line, hash } = parsed;
    if (thing.hash === hash) return this.note(line.type, 'unchanged');
    const isElsewhere = this.known.nameOf(reference.id).source !== this.known.source;
    if (isElsewhere || this.known.isChangedHere(thing) || !changeable.has(line.type)) return this.note(line.type, 'kept');
    const reason = this.missingIn(line) ?? wrongIn(line);
    if (reason) return this.reject(parsed, reason);
    this.accept(parsed, { reference, id: thing.id, isNew: false, former: thing.mark ?? '' });
  }

  private accept(
    { line, hash, number }: ParsedLine,
    { reference, id, isNew, former }: { reference: Reference; id: string; isNew: boolean; former: string },
  ): void {
    if (line.type === 'person' && line.email !== undefined) this.addresses.set(line.email, id);
    this.accepted.push({ number, line, id, hash, isNew, former });
    this.known.add(reference, { id, hash, mark: former });
    this.note(line.type, isNew ? 'new' : 'changed');
  }

  /** The conversation of an issue has the issue's id. */
  private idOf(line: ImportLine, reference: Reference): string {
    const issueId = line.type === 'thread' ? this.ours('issue', line.issue) : null;
    return issueId ?? this.known.idFor(reference);
  }

  private missingIn(line: ImportLine): string | null {
    const missing = referencesOf(line).find((reference) => this.known.get(reference) === null);
    return missing ? `The ${missing.type} “${missing.id.slice(0, 80)}” is not known: no line before this one describes it.` : null;
  }

  private reject({ number, text }: ParsedLine, reason: string): void {
    this.rejections.push({ number, text, reason });
  }

  private note(type: ImportType, outcome: Outcome): void {
    this.outcomes.push({ type, outcome });
  }
}

/** What a changed line changes; of the rest there is nothing to change but what people here may have changed themselves. */
const changeable: ReadonlySet<ImportType> = new Set([
  'unit',
  'person',
  'community',
  'membership',
  'issue',
  'thread',
  'message',
  'reaction',
  'answer',
]);

const referenceTo = (line: ImportLine): Reference => ({ type: line.type, id: keyOf(line) });

const linksOf = (line: ImportLine): Reference[] => {
  if (line.type === 'message') return linkedIn(line.body);
  if (line.type !== 'artifact') return [];
  const { from } = line;
  return [
    ...linkedIn(line.body),
    ...(from === undefined ? [] : [{ type: 'issue', id: from } as const, { type: 'message', id: from } as const]),
  ];
};

/** What the fields of a line must say together. */
const wrongIn = (line: ImportLine): string | null => {
  switch (line.type) {
    case 'unit':
      return line.from !== undefined && line.to !== undefined && line.to < line.from ? 'The unit ends before it begins.' : null;
    case 'community':
      if (line.mergedInto === line.id) return 'A community cannot go into itself.';
      return line.mergedInto !== undefined && line.closedAt === undefined ? 'A community that went into another one needs closedAt.' : null;
    case 'role':
      return line.role === 'manager' && line.unit === undefined ? 'A manager needs a unit.' : null;
    case 'thread':
      if (line.community !== undefined && line.issue !== undefined) return 'A thread belongs to a community or to an issue, not to both.';
      if (line.community === undefined && line.issue === undefined && line.convener === undefined)
        return 'A thread needs a community, an issue or, across units, a convener.';
      return null;
    case 'issue':
      if (line.state === 'draft') return 'A draft is kept by whoever writes it and is no issue yet.';
      return line.urgent === true && (line.state ?? 'open') === 'open' && !line.stakes ? 'An urgent issue needs its stakes.' : null;
    case 'artifact':
      return line.author === undefined && line.communities === undefined ? 'An artifact needs an author or a community.' : null;
    case 'message':
      return isTooLong(line) ? `The message has more than ${importedBodyLimit} characters of Markdown.` : null;
    default:
      return null;
  }
};

const isTooLong = ({ body, format }: LineOf<'message'>): boolean =>
  body.length > importedBodyLimit && (format !== 'html' || htmlToMarkdown(body, noNames).length > importedBodyLimit);
