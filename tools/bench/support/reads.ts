import { Client } from 'pg';
import type { World } from './world.ts';

/** A hot read (quality.md P1): what the browser asks for, and the statement behind it with the same parameters. */
export interface Read {
  readonly name: string;
  readonly statement: string;
  readonly ask: (world: World, n: number) => { readonly path: string; readonly cookie: string; readonly values: readonly unknown[] };
}

const threadOf = (world: World, n: number) => {
  const person = world.people[n % world.people.length];
  const threads = world.threads[person?.community ?? 0] ?? [];
  return { person, thread: threads[Math.floor(n / world.people.length) % threads.length] ?? '' };
};

/** Those that every visit makes. */
export const reads: readonly Read[] = [
  {
    name: 'thread page, 50 messages',
    statement: 'threads.page',
    ask: (world, n) => {
      const { person, thread } = threadOf(world, n);
      return { path: `/api/threads/${thread}?at=newest`, cookie: person?.cookie ?? '', values: [thread, person?.id, 'newest', null, 50] };
    },
  },
  {
    name: 'thread list of a person, 50 threads',
    statement: 'threads.following',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/threads?show=following', cookie: person?.cookie ?? '', values: [person?.id, null, null, 50] };
    },
  },
  {
    name: 'unread overview',
    statement: 'threads.unread',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/unread', cookie: person?.cookie ?? '', values: [person?.id] };
    },
  },
  {
    name: 'open issues, 50',
    statement: 'issues.list-all',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      const filters = [null, null, null, null, null, null];
      return { path: '/api/issues?state=open', cookie: person?.cookie ?? '', values: [person?.id, ...filters, 'open', null, null, 50] };
    },
  },
  {
    name: 'home',
    statement: 'home.page',
    ask: (world, n) => {
      const { person } = threadOf(world, n);
      return { path: '/api/home', cookie: person?.cookie ?? '', values: [person?.id, new Date().toISOString()] };
    },
  },
];

/** Everybody was on Home a week ago: what is new to them is the same for both sides. */
export const beHome = async (url: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(
    `insert into home_visits (person_id, seen_at, new_since) select id, now(), date_trunc('day', now()) - interval '7 days' from people`,
  );
  await client.end();
};
