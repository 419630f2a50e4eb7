import { personId, threadId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { communityAbilities } from '@landbridge/domain/communities';
import { threadAbilities, type CommunityThreadStanding } from '@landbridge/domain/threads';
import { array, assert, asyncProperty, boolean, constant, constantFrom, option, record, uuid } from 'fast-check';
import { v7 as uuid7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { readableCommunity, visibleCommunity } from '../communities/index.ts';
import { threadById } from './threads.queries.ts';

/** A thread in a community, and how the viewer stands to both. */
const standing = record({
  place: constant('community' as const),
  visibility: constantFrom(...visibility.options),
  role: option(constantFrom(...memberRole.options)),
  isOpener: boolean(),
  isOfIssue: boolean(),
  isClosed: boolean(),
  isEnded: boolean(),
  id: uuid(),
});

interface Standing extends CommunityThreadStanding {
  readonly id: string;
}

describe('rules in SQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const query = (text: string, values: unknown[] = []) => server.database.pool.query(text, values);

  /** Rows as the product would write them; a community, its issue and its thread share an id here. */
  const store = async (
    viewer: string,
    other: string,
    { id, visibility: seen, role, isOpener, isOfIssue, isClosed, isEnded }: Standing,
  ): Promise<void> => {
    await query(`insert into communities values ($1, 'Sample ' || gen_random_uuid(), $2, '', '', '', 1, $3, $1, now())`, [id, seen, other]);
    if (isEnded) await query('update communities set closed_at = now() where id = $1', [id]);
    if (role) await query(`insert into community_members values ($1, $2, $3, now(), now())`, [id, viewer, role]);
    const opener = isOpener ? viewer : other;
    if (isOfIssue)
      await query(
        `insert into practice_issues (id, community_id, number, asker_id, client_id, title, situation, situation_html, renderer, kind, posted_at)
         values ($1, $1, 1, $2, $1, 'x', 'x', 'x', 1, 'visit', now())`,
        [id, opener],
      );
    await query(
      `insert into threads (id, community_id, title, opened_by, client_id, opened_at, closed_at, last_message_at, issue_id)
       values ($1, $1, 'x', $2, $1, now(), case when $3 then now() end, now(), case when $4 then $1::uuid end)`,
      [id, opener, isClosed, isOfIssue],
    );
  };

  const inNewWorld = async (standings: readonly Standing[]) => {
    const viewer = await server.person('Viewer Vogel');
    const other = await server.person('Other Okoye');
    for (const each of standings) await store(viewer.id, other.id, each);
    return personId.parse(viewer.id);
  };

  const distinct = array(standing, { minLength: 1, maxLength: 8 }).filter((all) => new Set(all.map(({ id }) => id)).size === all.length);

  it.for([
    { what: 'see', rule: visibleCommunity, ability: 'see' as const },
    { what: 'read', rule: readableCommunity, ability: 'read' as const },
  ])('let the same people $what a community as the rule in TypeScript', async ({ rule, ability }) => {
    await assert(
      asyncProperty(distinct, async (standings) => {
        const viewer = await inNewWorld(standings);

        const { rows } = await query(`select c.id from communities c where ${rule('c', '$1')} and c.id = any($2)`, [
          viewer,
          standings.map(({ id }) => id),
        ]);

        const readable = standings.filter((each) => communityAbilities(each)[ability]).map(({ id }) => id);
        expect(rows.map(({ id }) => String(id)).toSorted()).toEqual(readable.toSorted());
        await query('truncate communities cascade');
      }),
      { numRuns: 40 },
    );
  });

  it('say of a thread that the same people can do the same as the rule in TypeScript', async () => {
    await assert(
      asyncProperty(distinct, async (standings) => {
        const viewer = await inNewWorld(standings);

        for (const each of standings) {
          const json = await server.database.json(threadById, [threadId.parse(each.id), viewer]);
          const can = threadAbilities(each);
          expect(json ? JSON.parse(json.text).can : null).toEqual(can.read ? can : null);
        }
        await query('truncate communities cascade');
      }),
      { numRuns: 40 },
    );
  });

  /** A tree of three levels: the viewer is in one of its units, the thread invites some of them. */
  const acrossUnits = record({
    isConvener: boolean(),
    isAdded: boolean(),
    isClosed: boolean(),
    /** The viewer's unit by its level: 0 the root, 1, 2; null for nobody's unit. */
    level: option(constantFrom(0, 1, 2)),
    invited: array(constantFrom(0, 1, 2, 3), { maxLength: 3 }),
  });

  it('say of a thread across units that the same people can do the same as the rule in TypeScript', async () => {
    const [root, middle, leaf, beside] = [uuid7(), uuid7(), uuid7(), uuid7()];
    const units = [root, middle, leaf, beside];
    const parents = [null, root, middle, root];
    for (const [index, id] of units.entries())
      await query(`insert into units (id, parent_id, name, code, hue, since) values ($1, $2, $3, 'Un', 1, '2020-01-01')`, [
        id,
        parents[index],
        `Unit ${index}`,
      ]);
    await assert(
      asyncProperty(acrossUnits, async ({ isConvener, isAdded, isClosed, level, invited }) => {
        const viewer = await server.person('Viewer Vogel');
        const other = await server.person('Other Okoye');
        const id = uuid7();
        if (level !== null)
          await query(`insert into unit_memberships (person_id, unit_id, from_on) values ($1, $2, '2020-01-01')`, [
            viewer.id,
            units[level],
          ]);
        await query(
          `insert into threads (id, convener_id, title, opened_by, client_id, opened_at, closed_at, last_message_at)
           values ($1, $2, 'x', $3, $1, now(), case when $4 then now() end, now())`,
          [id, isConvener ? viewer.id : other.id, other.id, isClosed],
        );
        for (const unit of new Set(invited)) await query('insert into thread_units values ($1, $2, now())', [id, units[unit]]);
        if (isAdded) await query('insert into thread_people values ($1, $2, now())', [id, viewer.id]);

        const json = await server.database.json(threadById, [threadId.parse(id), personId.parse(viewer.id)]);

        // Units 0, 1 and 2 stand below each other: one speaks for one's own and those above it.
        const isInvited = isAdded || (level !== null && invited.some((unit) => unit <= level));
        const can = threadAbilities({ place: 'units', isConvener, isInvited, isClosed });
        expect(json ? JSON.parse(json.text).can : null).toEqual(can.read ? can : null);
      }),
      { numRuns: 60 },
    );
  });
});
