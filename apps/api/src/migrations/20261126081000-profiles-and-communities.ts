import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of themselves, closed communities and those who ask to join them, what a charter says besides its three texts. */
export class ProfilesAndCommunities1795680600000 implements MigrationInterface {
  name = 'ProfilesAndCommunities1795680600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table people
        add column title text not null default '',
        add column place text not null default '',
        add column languages text[] not null default '{}',
        add column topics text[] not null default '{}',
        add column about text not null default '',
        add column about_html text,
        add column profile_version int not null default 1;

      -- Only its subject reads and edits it: apart from those two statements nothing names this table, no export, search or analysis.
      create table person_worlds (
        person_id uuid primary key references people,
        text text not null
      );

      create table milestones (
        id uuid primary key,
        person_id uuid not null references people,
        kind text not null check (kind in ('joined', 'first-outcome-told', 'convened-cross-unit')),
        happened_on date not null,
        title text not null,
        link text check (link like '/%' and link not like '//%'),
        visibility text not null default 'organisation' check (visibility in ('private', 'organisation')),
        source_id uuid not null,
        unique (person_id, kind, source_id)
      );
      -- A first time is once, also when two things happen at once.
      create unique index milestones_firsts on milestones (person_id, kind) where kind in ('joined', 'first-outcome-told');

      alter table communities
        add column languages text[] not null default '{}',
        add column rhythm text not null default '',
        add column imperative text not null default '',
        add column stage text not null default 'potential'
          check (stage in ('potential', 'coalescing', 'maturing', 'stewardship', 'transformation')),
        add column stage_evidence text not null default '',
        add column closed_at timestamptz,
        add column merged_into uuid references communities;
      alter table communities drop constraint communities_visibility_check;
      alter table communities add constraint communities_visibility_check check (visibility in ('open', 'closed', 'private')) not valid;
      alter table communities validate constraint communities_visibility_check;
      alter table communities add constraint communities_merged_is_closed check (merged_into is null or closed_at is not null) not valid;
      alter table communities validate constraint communities_merged_is_closed;
      create index communities_merged_into on communities (merged_into) where merged_into is not null;

      -- Everybody sees names of closed ones, so they are taken; only those of private ones must not be told by a refusal.
      drop index communities_open_name;
      create unique index communities_open_name on communities (lower(name)) where visibility <> 'private';

      create table community_requests (
        id uuid primary key,
        community_id uuid not null references communities,
        person_id uuid not null references people,
        words text not null,
        asked_at timestamptz not null,
        decided_at timestamptz,
        decided_by uuid references people,
        decision text check (decision in ('approved', 'declined', 'withdrawn')),
        reply text not null default '',
        check ((decided_at is null) = (decision is null))
      );
      create unique index community_requests_open on community_requests (community_id, person_id) where decided_at is null;
      create index community_requests_of_person on community_requests (person_id, community_id, asked_at desc);
      create index community_requests_decided_by on community_requests (decided_by) where decided_by is not null;

      -- Whoever leaves the community lays down their roles with the membership.
      create table leadership_roles (
        community_id uuid not null,
        role text not null check (role in ('agenda-activist', 'community-keeper', 'critical-friend', 'social-reporter',
          'external-messenger', 'value-detective', 'organisational-broker')),
        person_id uuid not null,
        taken_at timestamptz not null,
        primary key (community_id, role, person_id),
        foreign key (community_id, person_id) references community_members on delete cascade
      );
      create index leadership_roles_person on leadership_roles (person_id, community_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Without it closed communities would have to be opened or hidden, which nobody may decide for their members.');
  }
}
