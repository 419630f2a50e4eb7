import { Client } from 'pg';
import { generateDemo } from '../../demo/generate-demo.ts';
import { seededRandom, type Random } from '../../demo/random.ts';

/** Words of the demonstration's texts, each as often as it occurs there: some in nearly every text, most in a few. */
const vocabulary = (): readonly string[] =>
  [...generateDemo({ seed: 1, today: '2026-11-25' })].flatMap((line) =>
    line.type === 'message' ? (line.body.toLowerCase().match(/\p{L}{2,}/gu) ?? []) : [],
  );

const sentence = (random: Random, words: readonly string[], least: number, most: number): string => {
  const count = random.between(least, most);
  return Array.from({ length: count }, () => random.pick(words)).join(' ');
};

/** Fills the world of the benchmark with this many issues. @returns their titles */
export const fillIssues = async (url: string, count: number): Promise<readonly string[]> => {
  const words = vocabulary();
  const random = seededRandom(7);
  const client = new Client({ connectionString: url });
  await client.connect();
  const titles: string[] = [];
  try {
    for (let done = 0; done < count; done += 5_000) {
      const batch = Array.from({ length: Math.min(5_000, count - done) }, (_, n) => ({
        n: done + n + 1,
        title: sentence(random, words, 5, 11),
        situation: sentence(random, words, 40, 90),
      }));
      titles.push(...batch.map(({ title }) => title));
      await client.query(insertIssues, [JSON.stringify(batch)]);
    }
    await client.query(helps);
    await client.query('vacuum analyze');
    return titles;
  } finally {
    await client.end();
  }
};

/** Issue n is asked by person n in their community; a third wait, a third are answered, a third are told about. */
const insertIssues = `
  with asked as (
    select gen_random_uuid() as id, (row ->> 'n')::int as n, row ->> 'title' as title, row ->> 'situation' as situation from jsonb_array_elements($1::jsonb) row),
  askers as (
    select m.community_id, m.person_id, um.unit_id, row_number() over (order by m.person_id) - 1 as n, count(*) over () as all_of_them
    from community_members m join unit_memberships um on um.person_id = m.person_id),
  posted as (
    insert into practice_issues (id, community_id, number, asker_id, asker_unit_id, client_id, title, situation, situation_html, renderer, kind, tags, state, posted_at)
    select asked.id, a.community_id, asked.n, a.person_id, a.unit_id, gen_random_uuid(), asked.title, asked.situation, '<p>' || asked.situation || '</p>', 1,
      'problem-solving', array['tag' || asked.n % 50], (array['open', 'answered', 'outcome-told'])[asked.n % 3 + 1], now() - asked.n * interval '10 minutes'
    from asked join askers a on a.n = asked.n % a.all_of_them returning id, community_id, title, asker_id, posted_at)
  insert into threads (id, issue_id, community_id, title, opened_by, client_id, opened_at, last_message_at)
  select id, id, community_id, title, asker_id, id, posted_at, posted_at from posted`;

/** What helped in those that are not open: a message somewhere in the world, since only its words are shown. */
const helps = `
  insert into issue_helps (issue_id, message_id, helper_id, marked_by, marked_at)
  select i.id, m.id, m.author_id, i.asker_id, i.posted_at from practice_issues i
  join (select id, author_id, row_number() over (order by id) - 1 as n from messages) m on m.n = i.number % (select count(*) from messages)
  where i.state <> 'open'`;
