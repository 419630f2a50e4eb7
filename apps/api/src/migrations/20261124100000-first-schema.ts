import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, units, communities and threads. There is nothing before it, so `down` would only drop the database: it is not offered. */
export class FirstSchema1795514400000 implements MigrationInterface {
  name = 'FirstSchema1795514400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function iso(at timestamptz) returns text language sql immutable parallel safe
        return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

      create table outbox (
        id bigint generated always as identity primary key,
        rooms text[] not null,
        event text not null,
        payload jsonb not null,
        about uuid,
        created_at timestamptz not null default now()
      );
      create index outbox_about on outbox (about) where about is not null;

      create table organisations (
        id smallint primary key default 1 check (id = 1),
        name text not null,
        language text not null,
        time_zone text not null,
        is_demo boolean not null default false,
        created_at timestamptz not null
      );

      create table people (
        id uuid primary key,
        name text not null check (name <> ''),
        email text check (email = lower(email)),
        password_hash text,
        is_administrator boolean not null default false,
        theme text not null default 'system' check (theme in ('system', 'light', 'dark')),
        has_keys boolean not null default true,
        shows_presence boolean not null default true,
        invited_by uuid references people,
        client_id uuid,
        created_at timestamptz not null,
        deactivated_at timestamptz
      );
      create unique index people_email on people (email) where email is not null;
      create unique index people_client_id on people (invited_by, client_id);
      create index people_by_name on people (lower(name), id);

      create table sign_ins (
        id uuid primary key,
        person_id uuid not null references people,
        token_hash bytea not null unique,
        device text not null,
        address text not null,
        signed_in_at timestamptz not null,
        seen_at timestamptz not null,
        expires_at timestamptz not null
      );
      create index sign_ins_of_person on sign_ins (person_id, signed_in_at desc);

      create table single_use_links (
        id uuid primary key,
        person_id uuid not null references people,
        purpose text not null check (purpose in ('invitation', 'password-reset', 'sign-in')),
        token_hash bytea not null unique,
        created_at timestamptz not null,
        expires_at timestamptz not null,
        used_at timestamptz
      );
      create index single_use_links_of_person on single_use_links (person_id, purpose);

      create table units (
        id uuid primary key,
        parent_id uuid references units,
        name text not null check (name <> ''),
        code text not null check (char_length(code) = 2),
        hue smallint not null check (hue between 1 and 12),
        since date not null,
        created_by uuid references people,
        client_id uuid
      );
      create unique index units_name_beside on units (coalesce(parent_id, '00000000-0000-0000-0000-000000000000'), lower(name));
      create unique index units_client_id on units (created_by, client_id);
      create index units_parent on units (parent_id);

      create table unit_pasts (
        unit_id uuid not null references units,
        from_on date not null,
        until_on date not null,
        name text not null,
        parent_id uuid references units,
        changed_at timestamptz not null,
        primary key (unit_id, changed_at)
      );
      create index unit_pasts_parent on unit_pasts (parent_id);

      create table unit_memberships (
        person_id uuid not null references people,
        unit_id uuid not null references units,
        from_on date not null,
        until_on date check (until_on >= from_on),
        primary key (person_id, from_on)
      );
      create index unit_memberships_unit on unit_memberships (unit_id);
      create unique index unit_memberships_present on unit_memberships (person_id) where until_on is null;

      create view present_people as
        select p.id, p.name, p.deactivated_at, u.id as unit_id,
          json_build_object('id', p.id, 'name', p.name, 'unit',
            case when u.id is not null then json_build_object('id', u.id, 'name', u.name, 'code', u.code, 'hue', u.hue) end) as summary
        from people p
        left join unit_memberships um on um.person_id = p.id and um.until_on is null
        left join units u on u.id = um.unit_id;

      create table communities (
        id uuid primary key,
        name text not null check (name <> ''),
        visibility text not null check (visibility in ('open', 'private')),
        domain text not null,
        people text not null,
        practice text not null,
        version int not null default 1,
        created_by uuid not null references people,
        client_id uuid not null,
        created_at timestamptz not null
      );
      -- Only among open ones: a refused name must not tell that a private community exists.
      create unique index communities_open_name on communities (lower(name)) where visibility = 'open';
      create unique index communities_client_id on communities (created_by, client_id);
      create index communities_by_name on communities (lower(name), id);

      create table community_members (
        community_id uuid not null references communities,
        person_id uuid not null references people,
        role text not null check (role in ('convener', 'steward', 'sponsor', 'member')),
        joined_at timestamptz not null,
        seen_at timestamptz not null,
        primary key (community_id, person_id)
      );
      create index community_members_person on community_members (person_id, community_id) include (role, joined_at, seen_at);

      create table threads (
        id uuid primary key,
        community_id uuid not null references communities,
        title text not null check (title <> ''),
        version int not null default 1,
        opened_by uuid not null references people,
        opened_by_unit_id uuid references units,
        client_id uuid not null,
        opened_at timestamptz not null,
        closed_at timestamptz,
        last_seq int not null default 0,
        last_position int not null default 0 check (last_position <= last_seq),
        last_message_at timestamptz not null,
        last_message_id uuid
      );
      create unique index threads_client_id on threads (opened_by, client_id);
      create index threads_of_community on threads (community_id, last_message_at desc, id desc);

      create table messages (
        id uuid primary key,
        thread_id uuid not null references threads,
        position int not null check (position > 0),
        changed_seq int not null,
        author_id uuid not null references people,
        author_unit_id uuid references units,
        client_id uuid not null,
        markdown text not null,
        html text not null,
        renderer smallint not null,
        excerpt text not null,
        named_ids uuid[] not null default '{}',
        reactions jsonb not null default '[]',
        reply_to_id uuid references messages,
        version int not null default 1,
        posted_at timestamptz not null,
        edited_at timestamptz,
        deleted_at timestamptz
      );
      create unique index messages_position on messages (thread_id, position);
      create unique index messages_client_id on messages (author_id, client_id);
      create index messages_changed on messages (thread_id, changed_seq);
      create index messages_reply_to on messages (reply_to_id) where reply_to_id is not null;

      alter table threads add constraint threads_last_message foreign key (last_message_id) references messages deferrable initially deferred;

      create table message_versions (
        message_id uuid not null references messages,
        version int not null,
        markdown text not null,
        html text not null,
        written_at timestamptz not null,
        primary key (message_id, version)
      );

      create table message_mentions (
        message_id uuid not null references messages,
        person_id uuid not null references people,
        primary key (message_id, person_id)
      );
      create index message_mentions_person on message_mentions (person_id, message_id);

      create table message_quotes (
        message_id uuid not null references messages,
        source_id uuid not null references messages,
        primary key (message_id, source_id)
      );
      create index message_quotes_source on message_quotes (source_id);

      create table reactions (
        message_id uuid not null references messages,
        person_id uuid not null references people,
        emoji text not null,
        reacted_at timestamptz not null,
        primary key (message_id, person_id, emoji)
      );
      create index reactions_person on reactions (person_id);

      create table read_marks (
        person_id uuid not null references people,
        thread_id uuid not null references threads,
        read_position int not null default 0 check (read_position >= 0),
        follows text not null default 'none' check (follows in ('following', 'none', 'muted')),
        revision int not null default 1,
        primary key (person_id, thread_id)
      );
      create index read_marks_thread on read_marks (thread_id);
      create index read_marks_followed on read_marks (person_id) where follows <> 'none';
    `);
  }

  async down(): Promise<void> {
    throw new Error('The first schema has nothing before it: drop the database instead.');
  }
}
