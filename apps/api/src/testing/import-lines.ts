import { hash } from 'node:crypto';
import { uploadHistory, type ImportView } from '@landbridge/contract/import';
import { madeFile } from '../features/import/import-file.ts';
import { ImportHistory, type ImportOptions, type ImportResult } from '../features/import/import-history.ts';
import type { TestPerson } from './test-person.ts';
import type { TestServer } from './test-server.ts';
import { newClientId } from './world.ts';

export const at = (minute: number) => new Date(Date.UTC(2025, 2, 3, 9, minute)).toISOString();

export const header = { type: 'header', format: 'landbridge', version: 1, source: 'old-forum' };

/** A small organisation with one thread, as another program would write it. */
export const smallWorld: readonly object[] = [
  header,
  { type: 'unit', id: 'u0', name: 'Northwind' },
  { type: 'unit', id: 'u1', name: 'Site Service', parent: 'u0' },
  { type: 'unit', id: 'u2', name: 'Towers', parent: 'u0' },
  { type: 'person', id: 'p1', name: 'Ines Moreau', email: 'ines@northwind.example', unit: 'u1', since: '2024-01-01' },
  { type: 'person', id: 'p2', name: 'Jonas Weidmann', unit: 'u2', title: 'Fitter', languages: ['de'], topics: ['Bolts'] },
  { type: 'unit-change', person: 'p1', unit: 'u2', at: '2025-06-01' },
  { type: 'community', id: 'c1', name: 'Bolted joints', domain: 'Joints that hold.', at: at(0) },
  { type: 'membership', community: 'c1', person: 'p1', role: 'convener', leadership: ['community-keeper'], at: at(1) },
  { type: 'membership', community: 'c1', person: 'p2', at: at(2) },
  {
    type: 'issue',
    id: 'i1',
    community: 'c1',
    author: 'p2',
    title: 'Preload falls',
    situation: 'On **three** towers.',
    state: 'answered',
    at: at(3),
  },
  { type: 'thread', id: 'ti', title: 'Preload falls', issue: 'i1', at: at(3) },
  { type: 'message', id: 'm0', thread: 'ti', author: 'p1', at: at(4), body: 'Clean the washers first.' },
  { type: 'answer', issue: 'i1', message: 'm0', at: at(5) },
  { type: 'thread', id: 't1', title: 'Handing over a flange', community: 'c1', at: at(6) },
  { type: 'message', id: 'm1', thread: 't1', author: 'p1', at: at(7), body: 'One mark says *which pass* a flange is on.' },
  {
    type: 'message',
    id: 'm2',
    thread: 't1',
    author: 'p2',
    at: at(8),
    format: 'html',
    replyTo: 'm1',
    quotes: ['m1'],
    mentions: ['p1'],
    body: '<p><span class="mention">@Ines Moreau</span> <a href="message:m1">said</a>:</p>\n<blockquote>\n<p>which pass a flange</p>\n</blockquote>\n<p>Paint it.</p><pre><code>torque &lt; 400\n</code></pre>',
  },
  { type: 'reaction', message: 'm2', person: 'p1', emoji: '👍', at: at(9) },
  {
    type: 'thread',
    id: 't2',
    title: 'Across',
    units: ['u1', 'u2'],
    convener: 'p1',
    question: 'Whose mark?',
    at: at(10),
    closedAt: at(30),
    closedAs: 'reflection',
  },
  { type: 'message', id: 'm3', thread: 't2', author: 'p2', at: at(11), body: 'Ours.' },
  {
    type: 'artifact',
    id: 'a1',
    title: 'How to mark',
    body: '[@Ines](person:p1) marks [so](message:m1).',
    communities: ['c1'],
    from: 'i1',
    author: 'p2',
    at: at(12),
  },
  { type: 'session', id: 's1', community: 'c1', title: 'Bolt clinic', at: at(20), minutes: 45, attendees: ['p1', 'p2'] },
  { type: 'follow', thread: 't1', person: 'p1', read: 1 },
  { type: 'role', person: 'p1', role: 'manager', unit: 'u1', from: '2024-02-01' },
];

/** A history of that many messages in one thread. */
export const manyLines = (count: number): readonly object[] => [
  header,
  { type: 'person', id: 'p', name: 'Ines Moreau' },
  { type: 'community', id: 'c', name: 'Bolted joints', at: at(0) },
  { type: 'thread', id: 't', title: 'Torque', community: 'c', at: at(0) },
  ...Array.from({ length: count }, (_, n) => ({ type: 'message', id: `m${n}`, thread: 't', author: 'p', at: at(n), body: `Message ${n}` })),
];

const textOf = (line: object | string): string => (typeof line === 'string' ? line : JSON.stringify(line));

/** What tells a file from others. */
export const hashOf = (content: string | Uint8Array): string => hash('sha256', content);

/** Imports lines as a file of their own. */
export const importLines = (
  server: TestServer,
  lines: readonly (object | string)[],
  options: ImportOptions = {},
): Promise<ImportResult> => {
  const texts = lines.map(textOf);
  return server.running.application.get(ImportHistory).run(
    madeFile('lines.ndjson', hashOf(texts.join('\n')), () => texts),
    options,
  );
};

/** How many lines became what. */
export const totals = ({ counts }: ImportResult) => {
  const sums = { new: 0, changed: 0, unchanged: 0, kept: 0, rejected: counts.rejected };
  for (const type of Object.values(counts.types))
    for (const outcome of ['new', 'changed', 'unchanged', 'kept'] as const) sums[outcome] += type[outcome];
  return sums;
};

/** Sends lines as a file that waits to be started. */
export const bringFile = (administrator: TestPerson, lines: readonly (object | string)[], name = 'history.ndjson'): Promise<ImportView> =>
  administrator.do(uploadHistory, {
    params: { clientId: newClientId() },
    query: { name },
    body: lines.map(textOf).join('\n'),
  });
