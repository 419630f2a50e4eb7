import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Business imperatives get names of their own. What charters said in their own words becomes one, without an owner, unless only private
 * communities said it: nobody else may read that, so it stays with them as the last paragraph of their domain.
 * `communities.imperative` stays: the process of before reads it until it is replaced.
 */
export class Imperatives1795737540000 implements MigrationInterface {
  name = 'Imperatives1795737540000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table imperatives (
        id uuid primary key,
        name text not null check (name <> ''),
        owner_id uuid references people,
        version int not null default 1,
        made_by uuid references people,
        client_id uuid,
        made_at timestamptz not null,
        closed_at timestamptz
      );
      create unique index imperatives_open_name on imperatives (lower(name)) where closed_at is null;
      create unique index imperatives_client_id on imperatives (made_by, client_id);
      create index imperatives_owner on imperatives (owner_id) where owner_id is not null;
      create index imperatives_page on imperatives ((closed_at is not null), lower(name), id);

      create table community_imperatives (
        community_id uuid not null references communities,
        imperative_id uuid not null references imperatives,
        place smallint not null check (place between 1 and 3),
        primary key (community_id, imperative_id),
        unique (community_id, place)
      );
      create index community_imperatives_imperative on community_imperatives (imperative_id);

      insert into imperatives (id, name, made_at)
      select gen_random_uuid(), min(said), now()
      from (select trim(regexp_replace(imperative, '\\s+', ' ', 'g')) as said from communities where visibility <> 'private') as words
      where said <> '' group by lower(said);

      insert into community_imperatives (community_id, imperative_id, place)
      select c.id, i.id, 1 from communities c
      join imperatives i on lower(i.name) = lower(trim(regexp_replace(c.imperative, '\\s+', ' ', 'g')));

      update communities c set domain = c.domain || case when c.domain = '' then '' else E'\\n\\n' end || c.imperative, version = c.version + 1
      where trim(c.imperative) <> '' and c.visibility = 'private' and length(c.domain) + length(c.imperative) <= 1498
        and not exists (select 1 from community_imperatives s where s.community_id = c.id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table community_imperatives, imperatives;');
  }
}
