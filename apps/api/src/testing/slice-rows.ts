import type { ClientBase } from 'pg';

/** Migrations of the first release. What it stored must come through every later one. */
export const firstReleaseCount = 4;

const id = (kind: number, n: string): string => `('0198f4b2-000${kind}-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const [person, unit, community, thread, message] = [1, 2, 3, 4, 5].map((kind) => (n: string) => id(kind, n));

/** Rows in every table that the first release had, as it could have written them, with so many messages. */
export const fillFirstRelease = async (client: ClientBase, messageCount: number): Promise<void> => {
  if (!person || !unit || !community || !thread || !message) return;
  const at = `timestamptz '2026-03-02 09:00:00Z'`;
  await client.query(`
    insert into organisations (name, language, time_zone, created_at) values ('Norrgard Energy', 'en', 'Europe/Copenhagen', ${at});
    insert into people (id, name, email, password_hash, created_at) select ${person('n')}, 'Person ' || n, 'p' || n || '@norrgard.example', 'x', ${at} from generate_series(1, 200) n;
    insert into sign_ins (id, person_id, token_hash, device, address, signed_in_at, seen_at, expires_at)
      select ${id(6, 'n')}, ${person('n')}, decode(md5(n::text), 'hex'), 'Firefox', '127.0.0.1', ${at}, ${at}, ${at} from generate_series(1, 9) n;
    insert into single_use_links (id, person_id, purpose, token_hash, created_at, expires_at) values (${id(6, '1')}, ${person('1')}, 'invitation', 'x', ${at}, ${at});
    insert into units (id, name, code, hue, since) select ${unit('n')}, 'Unit ' || n, 'U' || n, n, '2020-01-01' from generate_series(1, 9) n;
    insert into units (id, name, code, hue, since, parent_id, closed_on, merged_into_id) values (${unit('10')}, 'Old unit', 'OU', 1, '2020-01-01', ${unit('1')}, '2025-01-01', ${unit('2')});
    insert into unit_pasts (unit_id, from_on, until_on, name, changed_at) values (${unit('1')}, '2019-01-01', '2020-01-01', 'Former name', ${at});
    insert into unit_memberships (person_id, unit_id, from_on) select ${person('n')}, ${unit('n % 9 + 1')}, '2020-01-01' from generate_series(1, 200) n;
    insert into unit_managers (id, unit_id, person_id, from_on) values (${id(6, '1')}, ${unit('1')}, ${person('1')}, '2020-01-01');
    insert into audit_entries (id, at, actor_id, action, subject_kind) values (${id(6, '1')}, ${at}, ${person('1')}, 'person.deactivated', 'person');
    insert into outbox (rooms, event, payload) values ('{everybody}', 'thread.moved', '{}');
    insert into communities (id, name, visibility, domain, people, practice, created_by, client_id, created_at)
      select ${community('n')}, 'Community ' || n, case when n = 2 then 'private' else 'open' end, 'd', 'p', 'p', ${person('1')}, ${id(6, 'n')}, ${at} from generate_series(1, 3) n;
    insert into community_members (community_id, person_id, role, joined_at, seen_at)
      select ${community('n % 3 + 1')}, ${person('n')}, case when n <= 3 then 'convener' else 'member' end, ${at}, ${at} from generate_series(1, 200) n;
    insert into threads (id, community_id, convener_id, title, opened_by, client_id, opened_at, last_message_at)
      select ${thread('n')}, case when n > 1 then ${community('n % 3 + 1')} end, case when n = 1 then ${person('1')} end, 'Thread ' || n, ${person('1')}, ${id(6, 'n')}, ${at}, ${at} from generate_series(1, 50) n;
    insert into messages (id, thread_id, position, changed_seq, author_id, author_unit_id, client_id, markdown, html, renderer, excerpt, reply_to_id, posted_at)
      select ${message('n')}, ${thread('n % 50 + 1')}, n / 50 + 1, n / 50 + 1, ${person('n % 200 + 1')}, ${unit('n % 9 + 1')}, ${id(6, 'n')}, 'Message ' || n || ' says that the upper flange loses its preload.',
        '<p>x</p>', 1, 'x', case when n % 7 = 0 and n > 50 then ${message('n - 50')} end, ${at} from generate_series(0, ${messageCount - 1}) n;
    update threads t set last_seq = m.last, last_position = m.last, last_message_id = m.id
      from (select distinct on (thread_id) thread_id, position as last, id from messages order by thread_id, position desc) m where m.thread_id = t.id;
    insert into message_versions (message_id, version, markdown, html, written_at) values (${message('1')}, 1, 'x', 'x', ${at});
    insert into message_mentions (message_id, person_id) values (${message('1')}, ${person('2')});
    insert into message_quotes (message_id, source_id) values (${message('51')}, ${message('1')});
    insert into reactions (message_id, person_id, emoji, reacted_at) values (${message('1')}, ${person('2')}, '👍', ${at});
    insert into read_marks (person_id, thread_id, follows) select ${person('n')}, ${thread('n % 50 + 1')}, 'following' from generate_series(1, 200) n;
    insert into thread_units (thread_id, unit_id, invited_at) values (${thread('1')}, ${unit('1')}, ${at});
    insert into thread_people (thread_id, person_id, added_at) values (${thread('1')}, ${person('9')}, ${at});
    insert into thread_pins (thread_id, message_id, pinned_by, pinned_at) values (${thread('1')}, ${message('50')}, ${person('1')}, ${at});
  `);
};
