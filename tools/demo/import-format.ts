import { z } from 'zod';
import { leadershipRoles } from './leadership-roles.ts';

/** The import format, version 1, as far as the demo organisation writes it. Strict: a field that the format lacks is a mistake. */
const id = z.string().min(1).max(120);
const line = (most: number) =>
  z
    .string()
    .min(1)
    .max(most)
    .regex(/^\S[^\n\r]*\S$|^\S$/);
const text = (most: number) => z.string().min(1).max(most);
const instant = z.iso.datetime({ offset: true });
const date = z.iso.date();

export const issueKind = z.enum([
  'problem-solving',
  'information',
  'experience',
  'reuse',
  'coordination',
  'developments',
  'documentation',
  'visit',
  'mapping',
  'argument',
  'confidence',
  'case-clinic',
]);
export type IssueKind = z.infer<typeof issueKind>;

export const issueState = z.enum(['draft', 'open', 'answered', 'tried', 'outcome-told', 'not-used', 'archived']);
export type IssueState = z.infer<typeof issueState>;

export const closingTag = z.enum(['identification', 'coordination', 'reflection', 'transformation']);
export type ClosingTag = z.infer<typeof closingTag>;

export const stage = z.enum(['potential', 'coalescing', 'maturing', 'stewardship', 'transformation']);

const languages = z.array(z.string().regex(/^[a-z]{2}$/)).max(8);

export const importLine = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('header'), format: z.literal('landbridge'), version: z.literal(1), source: z.string() }),
  z.strictObject({
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
  z.strictObject({
    type: z.literal('role'),
    person: id,
    role: z.enum(['administrator', 'observer', 'training-department', 'manager']),
    unit: id.optional(),
    from: date.optional(),
    to: date.optional(),
  }),
  z.strictObject({
    type: z.literal('person'),
    id,
    name: line(120),
    email: z.email().optional(),
    unit: id.optional(),
    since: date.optional(),
    title: line(120).optional(),
    place: line(80).optional(),
    languages: languages.optional(),
    topics: z.array(line(60)).max(12).optional(),
    about: text(1_000).optional(),
    active: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('unit-change'), person: id, unit: id, at: z.union([date, instant]) }),
  z.strictObject({
    type: z.literal('community'),
    id,
    name: line(80),
    domain: text(1_500),
    people: text(1_500),
    practice: text(1_500),
    visibility: z.enum(['open', 'closed', 'private']),
    languages,
    rhythm: line(200),
    stage,
    at: instant,
  }),
  z.strictObject({
    type: z.literal('membership'),
    community: id,
    person: id,
    role: z.enum(['member', 'convener', 'steward', 'sponsor']).optional(),
    leadership: z.array(z.enum(leadershipRoles)).min(1).optional(),
    at: instant,
    until: instant.optional(),
  }),
  z.strictObject({
    type: z.literal('issue'),
    id,
    community: id,
    author: id,
    title: line(160),
    situation: text(4_000),
    tried: text(4_000).optional(),
    stakes: text(2_000).optional(),
    urgent: z.boolean().optional(),
    kind: issueKind,
    state: issueState,
    outcome: text(4_000).optional(),
    outcomeAt: instant.optional(),
    before: line(120).optional(),
    after: line(120).optional(),
    tags: z.array(line(40)).max(8).optional(),
    at: instant,
  }),
  z.strictObject({
    type: z.literal('thread'),
    id,
    title: line(160),
    community: id.optional(),
    issue: id.optional(),
    units: z.array(id).min(2).optional(),
    people: z.array(id).optional(),
    question: text(500).optional(),
    convener: id.optional(),
    at: instant,
    closedAt: instant.optional(),
    closedAs: closingTag.optional(),
  }),
  z.strictObject({
    type: z.literal('message'),
    id,
    thread: id,
    author: id,
    at: instant,
    body: text(20_000),
    replyTo: id.optional(),
    quotes: z.array(id).min(1).optional(),
    mentions: z.array(id).min(1).optional(),
    editedAt: instant.optional(),
  }),
  z.strictObject({ type: z.literal('reaction'), message: id, person: id, emoji: z.string().regex(/^\p{RGI_Emoji}$/v), at: instant }),
  z.strictObject({ type: z.literal('answer'), issue: id, message: id, at: instant }),
  z.strictObject({
    type: z.literal('artifact'),
    id,
    title: line(160),
    body: text(20_000),
    communities: z.array(id).min(1),
    from: id.optional(),
    author: id,
    at: instant,
  }),
  z.strictObject({ type: z.literal('follow'), thread: id, person: id, read: z.int().min(0).optional() }),
  z.strictObject({
    type: z.literal('session'),
    id,
    community: id,
    title: line(160),
    at: instant,
    minutes: z.int().min(5).max(480),
    attendees: z.array(id).optional(),
  }),
]);

/** One line of the file that the product imports. */
export type ImportLine = z.infer<typeof importLine>;
export type LineOf<Type extends ImportLine['type']> = Extract<ImportLine, { type: Type }>;
