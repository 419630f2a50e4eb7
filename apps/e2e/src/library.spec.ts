import { threadId, type CommunityId } from '@landbridge/contract';
import { markHelped, takeIssueStep, tellOutcome, type IssueView } from '@landbridge/contract/practice-issues';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { askIssue, foundCommunity, join, say, startThread } from './support/world.ts';

const title = 'Preload falls on flange bolts after 500 hours';

describe('what an issue leaves behind', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let communityId: CommunityId;
  let page: Page;
  let bensPage: Page;
  let issue: IssueView;

  beforeAll(async () => {
    const { world } = stage;
    anna = await world.person('Anna Alvarez', 'Tower assembly');
    ben = await world.person('Ben Berg', 'Rotor blades');
    communityId = (await foundCommunity(anna)).id;
    await join(ben, communityId);
    page = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: ben });
    issue = await told();
  });

  const told = async (): Promise<IssueView> => {
    const asked = await askIssue(anna, communityId, { title });
    const answer = await say(ben, threadId.parse(asked.id), 'Mask the seat before topcoat.');
    const params = { issueId: asked.id };
    await anna.do(markHelped, { params: { ...params, messageId: answer.id } });
    const { version } = await anna.do(takeIssueStep, { params, body: { step: 'try' } });
    return anna.do(tellOutcome, {
      params,
      body: { version, markdown: 'The seat is masked on every tower.', before: '10 % mean loss', after: '3 %' },
    });
  };

  it('begins with its words: what changed, what helped and the situation, at home where it was asked', async () => {
    await page.goto(`/issues/${issue.id}`);
    await page.getByRole('link', { name: 'Keep it as an artifact' }).click();
    const text = page.getByLabel('Text');
    await text.waitFor();

    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    expect(await text.inputValue()).toMatch(
      /## What changed\n\nThe seat is masked.*Before: 10 % mean loss\. After: 3 %\..*## What helped\n\nMask the seat.*## The situation\n\nThe upper third/s,
    );
    expect(await page.getByRole('checkbox', { name: 'Bolted joints' }).isChecked()).toBe(true);
  });

  it('keeps what is written until it is kept, and says what it came from', async () => {
    await page.getByLabel('Title').fill('Masking the seat before topcoat');
    await page.getByText(/^Draft kept /).waitFor();
    await page.reload();
    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Masking the seat before topcoat');
    await page.getByRole('button', { name: 'Keep it in the library' }).click();

    await expect(page.getByRole('heading', { name: 'Masking the seat before topcoat', level: 1 })).toBeShown();
    await expect(page.getByRole('main').getByRole('link', { name: title })).toBeShown();
  });

  it('is edited, with every version and what changed between them', async () => {
    await page.getByRole('link', { name: 'Edit artifact' }).click();
    await page.getByLabel('Text').fill('Mask a ring of 40 mm.');
    await page.getByRole('button', { name: 'Save artifact' }).click();
    await page.getByText('Mask a ring of 40 mm.').waitFor();
    await page.getByRole('link', { name: 'History' }).click();

    const differences = page.getByRole('group', { name: 'What changed against the version before' });
    await expect(differences.locator('ins').filter({ hasText: 'Mask a ring of 40 mm.' })).toBeShown();
    await expect(differences.locator('del').filter({ hasText: 'The seat is masked on every tower.' })).toBeShown();
  });

  it('is found by others, and linked in a message, which leads to it', async () => {
    await bensPage.goto('/library');
    await bensPage.getByLabel('Search the library').fill('ring of 40');
    await bensPage.getByRole('link', { name: /Masking the seat/ }).click();
    await bensPage.getByRole('heading', { name: 'Masking the seat before topcoat', level: 1 }).waitFor();
    const address = bensPage.url();
    const thread = await startThread(anna, communityId);
    await threadScreen(bensPage).open(thread.id);

    await threadScreen(bensPage).write(`We wrote it down: [how we mask](${address})`);
    await bensPage.getByRole('link', { name: 'how we mask' }).click();

    await expect(bensPage.getByRole('heading', { name: 'Masking the seat before topcoat', level: 1 })).toBeShown();
  });

  it('begins from a message too', async () => {
    const thread = await startThread(anna, communityId, { title: 'Torque', markdown: 'Two marks, one on the nut.' });
    await threadScreen(page).open(thread.id);

    await threadScreen(page).choose('Two marks', 'Keep in the library');

    await expect.poll(() => page.getByLabel('Text').inputValue()).toBe('Two marks, one on the nut.');
    expect(await page.getByRole('checkbox', { name: 'Bolted joints' }).isChecked()).toBe(true);
  });
});
