import { threadId, type CommunityId } from '@landbridge/contract';
import { deactivatePerson } from '@landbridge/contract/people';
import { markHelped, type IssueView } from '@landbridge/contract/practice-issues';
import { deleteMessage } from '@landbridge/contract/threads';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { askIssue, bring, foundCommunity, say } from './support/world.ts';

describe('three weeks after something helped', () => {
  const stage = setStage();
  let leader: Member;
  let asker: Member;
  let helper: Member;
  let communityId: CommunityId;
  let askersPage: Page;
  let helpersPage: Page;
  let leadersPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Lena Lund', 'Foundations');
    asker = await world.person('Anna Alvarez', 'Tower assembly');
    helper = await world.person('Ben Berg', 'Rotor blades');
    communityId = (await foundCommunity(leader)).id;
    for (const person of [asker, helper]) await bring(leader, person, communityId);
    askersPage = await stage.sit({ line: 'asker', member: asker });
    helpersPage = await stage.sit({ line: 'helper', member: helper });
    leadersPage = await stage.sit({ line: 'leader', member: leader });
  });

  const answered = async (title: string): Promise<IssueView> => {
    const issue = await askIssue(asker, communityId, { title });
    const message = await say(helper, threadId.parse(issue.id), 'Mask the seat before topcoat.');
    return asker.do(markHelped, { params: { issueId: issue.id, messageId: message.id } });
  };

  /** The job that asks is due now; the next one that is enqueued wakes whoever takes it. */
  const letThreeWeeksPass = async ({ id }: IssueView): Promise<void> => {
    const database = new Client({ connectionString: stage.world.databaseUrl });
    await database.connect();
    await database.query(`update graphile_worker._private_jobs set run_at = now() where key = $1`, [`ask for outcome ${id}`]);
    await database.end();
    const { id: messageId } = await say(helper, threadId.parse(id), 'Sent twice.');
    await helper.do(deleteMessage, { params: { messageId } });
  };

  it('the asker is asked what happened, on Home and beside the issue, and whoever helped reads it', async () => {
    const issue = await answered('Nuts turn by themselves');
    await askersPage.goto(`/issues/${issue.id}`);
    await askersPage.getByText('What helped').first().waitFor();

    await letThreeWeeksPass(issue);
    await askersPage.getByText('Those who helped are waiting to hear what came of it.').waitFor();
    await askersPage.goto('/');
    await askersPage.getByRole('link', { name: 'Tell what happened' }).click();
    await askersPage.getByRole('button', { name: 'I tried it' }).first().click();
    await askersPage.getByRole('button', { name: 'Tell what happened' }).first().click();
    await askersPage.getByRole('textbox', { name: 'What changed' }).fill('The seat is masked on every tower.');
    await askersPage.getByRole('button', { name: 'Tell what changed' }).click();
    await askersPage.getByText('The seat is masked on every tower.').first().waitFor();
    await helpersPage.goto('/');

    await expect(helpersPage.getByText('A message of yours helped.')).toBeShown();
    await expect(helpersPage.getByText(/The seat is masked on every tower/)).toBeShown();
  });

  it('a leader acts for an asker who is no longer here, and the page says so', async () => {
    const issue = await answered('Grout cracks in frost');
    await leadersPage.goto(`/issues/${issue.id}`);
    await leadersPage.getByText('What helped').first().waitFor();
    expect(await leadersPage.getByRole('button', { name: 'I tried it' }).count()).toBe(0);

    await stage.world.administrator.do(deactivatePerson, { params: { personId: asker.id } });
    await leadersPage.reload();
    await leadersPage.getByText('Anna Alvarez is no longer here. The leaders of Bolted joints act in their place.').waitFor();
    await leadersPage.getByRole('button', { name: 'I tried it' }).first().click();
    await leadersPage.getByRole('button', { name: 'Tell what happened' }).first().click();
    await leadersPage.getByRole('textbox', { name: 'What changed' }).fill('Grouting waits for five degrees.');
    await leadersPage.getByRole('button', { name: 'Tell what changed' }).click();

    await expect(leadersPage.getByText(/Told by Lena Lund/)).toBeShown();
  });
});
