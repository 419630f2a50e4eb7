import { createHash } from 'node:crypto';
import { Client } from 'pg';

/** What a benchmark's database holds. Made by SQL: it is the shape that counts, not who typed it. */
export interface WorldSize {
  readonly people: number;
  readonly communities: number;
  readonly threadsPerCommunity: number;
  readonly messagesPerThread: number;
  /**
   * The newest threads of their community that each person follows. Given, a community has a new thread every day, as far back as that goes, and
   * everybody looked at it a week ago. Else all are as old, nobody has been there since, and everybody follows all of them.
   */
  readonly followed?: number;
}

export interface World {
  /** Cookies of people who are signed in. Person n is a member of community n modulo their number. */
  readonly people: readonly { readonly id: string; readonly cookie: string; readonly community: number }[];
  /** Threads by community. */
  readonly threads: readonly (readonly string[])[];
}

const token = (n: number): string => createHash('sha256').update(`bench ${n}`).digest('base64url').slice(0, 43);

/** Fills an empty, migrated database. @throws when a count is not what was asked for */
export const makeWorld = async (url: string, size: WorldSize): Promise<World> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements(size)) await client.query(statement);
    const people = await client.query<{ id: string; n: number }>(
      `select id, row_number() over (order by email)::int - 1 as n from people order by email`,
    );
    for (const { id, n } of people.rows)
      await client.query(
        `insert into sign_ins (id, person_id, token_hash, device, address, signed_in_at, seen_at, expires_at)
         values (gen_random_uuid(), $1, $2, 'bench', '127.0.0.1', now(), now(), now() + interval '1 day')`,
        [id, createHash('sha256').update(token(n)).digest()],
      );
    const threads = await client.query<{ id: string; community: number }>(
      `select t.id, split_part(c.name, ' ', 2)::int as community from threads t join communities c on c.id = t.community_id order by t.opened_at desc, t.id`,
    );
    await client.query('vacuum analyze');
    await check(client, size);
    return {
      people: people.rows.map(({ id, n }) => ({ id, cookie: `landbridge_sign_in=${token(n)}`, community: n % size.communities })),
      threads: Array.from({ length: size.communities }, (_, n) =>
        threads.rows.filter((thread) => thread.community === n).map((thread) => thread.id),
      ),
    };
  } finally {
    await client.end();
  }
};

const check = async (client: Client, size: WorldSize): Promise<void> => {
  const { rows } = await client.query<{ messages: number; holes: number }>(
    `select (select count(*)::int from messages) as messages,
       (select count(*)::int from threads t where last_position <> (select count(*) from messages m where m.thread_id = t.id)) as holes`,
  );
  const wanted = size.communities * size.threadsPerCommunity * size.messagesPerThread;
  if (rows[0]?.messages !== wanted || rows[0].holes !== 0)
    throw new Error(`The world should hold ${wanted} messages without holes; it has ${JSON.stringify(rows[0])}.`);
};

const statements = (size: WorldSize): readonly string[] => {
  const opened = size.followed ? `now() - interval '2 days' - n * interval '1 day'` : `now() - interval '300 days'`;
  const seen = size.followed ? `now() - interval '7 days'` : `now() - interval '1 year'`;
  return [
    `insert into organisations (name, language, time_zone, created_at) values ('Bench', 'en', 'UTC', now())`,
    `insert into units (id, name, code, hue, since) select gen_random_uuid(), 'Unit ' || n, chr(65 + n % 26) || chr(97 + n / 26), n % 12 + 1, '2020-01-01' from generate_series(0, 19) n`,
    `insert into people (id, name, email, created_at) select gen_random_uuid(), 'Person ' || n, 'p' || lpad(n::text, 6, '0') || '@bench.example', now() from generate_series(0, ${size.people} - 1) n`,
    `insert into unit_memberships (person_id, unit_id, from_on)
     select p.id, u.id, '2020-01-01' from (select id, row_number() over (order by email) as n from people) p join (select id, row_number() over (order by name) as n from units) u on u.n = p.n % 20 + 1`,
    `insert into communities (id, name, visibility, domain, people, practice, created_by, client_id, created_at)
     select gen_random_uuid(), 'Community ' || n, 'open', 'Domain', 'People', 'Practice', (select id from people order by email limit 1), gen_random_uuid(), now() from generate_series(0, ${size.communities} - 1) n`,
    `insert into community_members (community_id, person_id, role, joined_at, seen_at)
     select c.id, p.id, 'member', now() - interval '1 year', ${seen} from (select id, row_number() over (order by email) - 1 as n from people) p
     join communities c on c.name = 'Community ' || (p.n % ${size.communities})`,
    `insert into threads (id, community_id, title, opened_by, client_id, opened_at, last_seq, last_position, last_message_at)
     select gen_random_uuid(), c.id, 'Thread ' || n || ' of ' || c.name, c.created_by, gen_random_uuid(), ${opened}, ${size.messagesPerThread}, ${size.messagesPerThread}, now()
     from communities c, generate_series(1, ${size.threadsPerCommunity}) n`,
    `create temporary table authors on commit preserve rows as
     select m.community_id, m.person_id, um.unit_id, row_number() over (partition by m.community_id order by m.person_id) - 1 as n
     from community_members m join unit_memberships um on um.person_id = m.person_id`,
    `insert into messages (id, thread_id, position, changed_seq, author_id, author_unit_id, client_id, markdown, html, renderer, excerpt, reactions, posted_at)
     select uuidv7(), t.id, g, g, a.person_id, a.unit_id, gen_random_uuid(), body, '<p>' || body || '</p>', 1, left(body, 140),
       case when g % 5 = 0 then '[{"emoji": "👍", "count": 1}]'::jsonb else '[]' end, t.opened_at + g * interval '1 hour'
     from threads t join (select community_id, count(*) as count from authors group by community_id) members on members.community_id = t.community_id
     cross join generate_series(1, ${size.messagesPerThread}) g join authors a on a.community_id = t.community_id and a.n = g % members.count
     cross join lateral (select 'Message ' || g || ': the joint was checked, three of ten had lost preload, and we retightened them before the wind came up again.' as body) b`,
    `insert into reactions (message_id, person_id, emoji, reacted_at) select id, author_id, '👍', posted_at from messages where reactions <> '[]'`,
    `update threads t set last_message_id = m.id, last_message_at = m.posted_at from messages m where m.thread_id = t.id and m.position = t.last_position`,
    `insert into read_marks (person_id, thread_id, read_position, follows)
     select m.person_id, t.id, greatest(0, t.last_position - (hashtext(t.id::text || m.person_id::text) & 7)), 'following'
     from community_members m
     cross join lateral (select * from threads t where t.community_id = m.community_id order by t.opened_at desc, t.id limit ${size.followed ?? 'all'}) t`,
  ];
};
