import { personId, threadId } from '@landbridge/contract';
import { memberRole, visibility } from '@landbridge/contract/communities';
import { communityAbilities } from '@landbridge/domain/communities';
import { threadAbilities, type ThreadStanding } from '@landbridge/domain/threads';
import { array, assert, asyncProperty, boolean, constantFrom, option, record, uuid } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { readableCommunity } from '../communities/index.ts';
import { threadById } from './threads.queries.ts';

/** A thread in a community, and how the viewer stands to both. */
const standing = record({
  visibility: constantFrom(...visibility.options),
  role: option(constantFrom(...memberRole.options)),
  isOpener: boolean(),
  isClosed: boolean(),
  id: uuid(),
});

interface Standing extends ThreadStanding {
  readonly id: string;
}

describe('rules in SQL', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const query = (text: string, values: unknown[] = []) => server.database.pool.query(text, values);

  /** Rows as the product would write them; a community and its thread share an id here. */
  const store = async (viewer: string, other: string, { id, visibility: seen, role, isOpener, isClosed }: Standing): Promise<void> => {
    await query(`insert into communities values ($1, 'Sample ' || gen_random_uuid(), $2, '', '', '', 1, $3, $1, now())`, [id, seen, other]);
    if (role) await query(`insert into community_members values ($1, $2, $3, now(), now())`, [id, viewer, role]);
    await query(
      `insert into threads (id, community_id, title, opened_by, client_id, opened_at, closed_at, last_message_at)
       values ($1, $1, 'x', $2, $1, now(), case when $3 then now() end, now())`,
      [id, isOpener ? viewer : other, isClosed],
    );
  };

  const inNewWorld = async (standings: readonly Standing[]) => {
    const viewer = await server.person('Viewer Vogel');
    const other = await server.person('Other Okoye');
    for (const each of standings) await store(viewer.id, other.id, each);
    return personId.parse(viewer.id);
  };

  const distinct = array(standing, { minLength: 1, maxLength: 8 }).filter((all) => new Set(all.map(({ id }) => id)).size === all.length);

  it('let the same people read a community as the rule in TypeScript', async () => {
    await assert(
      asyncProperty(distinct, async (standings) => {
        const viewer = await inNewWorld(standings);

        const { rows } = await query(`select c.id from communities c where ${readableCommunity('c', '$1')} and c.id = any($2)`, [
          viewer,
          standings.map(({ id }) => id),
        ]);

        const readable = standings.filter((each) => communityAbilities(each).read).map(({ id }) => id);
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
});
