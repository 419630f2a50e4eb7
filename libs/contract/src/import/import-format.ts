import { z } from 'zod';
import { leadershipRole, memberRole, stage, visibility } from '../communities/community.schemas.ts';
import { issueKind, issueTags } from '../practice-issues/practice-issue.schemas.ts';
import { exactText, instant, day as date, line, text } from '../primitives.ts';
import { closingTag, emoji } from '../threads/thread.schemas.ts';

/** Most bytes of one line of a file. */
export const importLineLimit = 1_048_576;
/** A message keeps its whole body up to this many characters; one that is written here is shorter. */
export const importedBodyLimit = 100_000;

/** The source's own identifier, unique per type. */
const id = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\0]*$/, 'must not contain the null character');
const filled = (most: number) => exactText(most).regex(/\S/, 'must say something');
const languages = z.array(line(40)).max(8);

export const leadershipRoles = leadershipRole.options;

export const importedIssueState = z.enum(['draft', 'open', 'answered', 'tried', 'outcome-told', 'not-used', 'archived']);
export type ImportedIssueState = z.infer<typeof importedIssueState>;

/** The import format, version 1: what a line of each type holds. Strict, so that whoever writes a file learns of a slip; a reader drops what is unknown first. */
export const importLines = {
  header: z.strictObject({ type: z.literal('header'), format: z.literal('landbridge'), version: z.literal(1), source: line(120) }),
  unit: z.strictObject({
    type: z.literal('unit'),
    id,
    name: line(80),
    parent: id.optional(),
    code: z
      .string()
      .regex(/^[\p{L}\p{N}]{2}$/u)
      .optional(),
    from: date.optional(),
    to: date.optional(),
  }),
  person: z.strictObject({
    type: z.literal('person'),
    id,
    name: line(120),
    email: z.string().trim().toLowerCase().pipe(z.email().max(254)).optional(),
    unit: id.optional(),
    since: date.optional(),
    title: line(120).optional(),
    place: line(80).optional(),
    languages: languages.optional(),
    topics: z.array(line(60)).max(12).optional(),
    about: text(1_000).optional(),
    active: z.boolean().optional(),
  }),
  role: z.strictObject({
    type: z.literal('role'),
    person: id,
    role: z.enum(['administrator', 'observer', 'training-department', 'manager']),
    unit: id.optional(),
    from: date.optional(),
    to: date.optional(),
  }),
  'unit-change': z.strictObject({ type: z.literal('unit-change'), person: id, unit: id, at: z.union([date, instant]) }),
  community: z.strictObject({
    type: z.literal('community'),
    id,
    name: line(80),
    domain: text(1_500).optional(),
    people: text(1_500).optional(),
    practice: text(1_500).optional(),
    visibility: visibility.optional(),
    languages: languages.optional(),
    rhythm: line(200).optional(),
    stage: stage.optional(),
    at: instant.optional(),
    closedAt: instant.optional(),
    mergedInto: id.optional(),
  }),
  membership: z.strictObject({
    type: z.literal('membership'),
    community: id,
    person: id,
    role: memberRole.optional(),
    leadership: z.array(leadershipRole).min(1).optional(),
    at: instant.optional(),
    until: instant.optional(),
  }),
  issue: z.strictObject({
    type: z.literal('issue'),
    id,
    community: id,
    author: id,
    title: line(160),
    situation: filled(20_000).optional(),
    tried: filled(20_000).optional(),
    stakes: text(2_000).optional(),
    urgent: z.boolean().optional(),
    kind: issueKind.optional(),
    state: importedIssueState.optional(),
    outcome: filled(20_000).optional(),
    outcomeAt: instant.optional(),
    before: line(120).optional(),
    after: line(120).optional(),
    tags: issueTags.optional(),
    at: instant,
  }),
  thread: z.strictObject({
    type: z.literal('thread'),
    id,
    title: line(160),
    community: id.optional(),
    issue: id.optional(),
    units: z.array(id).min(1).max(24).optional(),
    people: z.array(id).max(50).optional(),
    question: text(500).optional(),
    convener: id.optional(),
    at: instant,
    closedAt: instant.optional(),
    closedAs: closingTag.optional(),
  }),
  message: z.strictObject({
    type: z.literal('message'),
    id,
    thread: id,
    author: id,
    at: instant,
    /** HTML is longer than what it says: its Markdown is measured. */
    body: filled(importLineLimit),
    format: z.enum(['markdown', 'html']).optional(),
    replyTo: id.optional(),
    quotes: z.array(id).min(1).max(100).optional(),
    mentions: z.array(id).min(1).max(100).optional(),
    editedAt: instant.optional(),
  }),
  reaction: z.strictObject({ type: z.literal('reaction'), message: id, person: id, emoji, at: instant.optional() }),
  answer: z.strictObject({ type: z.literal('answer'), issue: id, message: id, at: instant.optional() }),
  artifact: z.strictObject({
    type: z.literal('artifact'),
    id,
    title: line(160),
    body: filled(importedBodyLimit),
    format: z.enum(['markdown', 'html']).optional(),
    communities: z.array(id).min(1).optional(),
    from: id.optional(),
    author: id.optional(),
    at: instant,
  }),
  follow: z.strictObject({ type: z.literal('follow'), thread: id, person: id, read: z.int().min(0).max(2_000_000_000).optional() }),
  session: z.strictObject({
    type: z.literal('session'),
    id,
    community: id,
    title: line(160),
    at: instant,
    minutes: z.int().min(5).max(1_440).optional(),
    attendees: z.array(id).max(1_000).optional(),
  }),
} as const;

/** Every type a line can have, in the order in which an export writes them. */
export type ImportType = keyof typeof importLines;

export const importLine = z.discriminatedUnion('type', [
  importLines.header,
  importLines.unit,
  importLines.person,
  importLines.role,
  importLines['unit-change'],
  importLines.community,
  importLines.membership,
  importLines.issue,
  importLines.thread,
  importLines.message,
  importLines.reaction,
  importLines.answer,
  importLines.artifact,
  importLines.follow,
  importLines.session,
]);

/** One line of the file that moves an organisation and a community's history in or out. */
export type ImportLine = z.output<typeof importLine>;
export type LineOf<Type extends ImportType> = Extract<ImportLine, { type: Type }>;
