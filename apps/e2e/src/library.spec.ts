import { threadId, type CommunityId } from '@landbridge/contract';
import { appointMember } from '@landbridge/contract/communities';
import { markHelped, takeIssueStep, tellOutcome, type IssueView } from '@landbridge/contract/practice-issues';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { handOver } from './support/hand-over.ts';
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
    const text = page.getByRole('textbox', { name: 'Text' });
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
    await page.getByRole('textbox', { name: 'Text' }).fill('Mask a ring of 40 mm.');
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

    await expect.poll(() => page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('Two marks, one on the nut.');
    expect(await page.getByRole('checkbox', { name: 'Bolted joints' }).isChecked()).toBe(true);
  });
});

describe('files of an artifact', () => {
  const stage = setStage();
  const ring = { name: 'ring.png', type: 'image/png', content: { width: 640, height: 400 } };
  const sheet = { name: 'Masking sheet.txt', type: 'text/plain', content: 'Forty millimetres.' };
  const log = { name: 'Torque log.txt', type: 'text/plain', content: 'Two marks.' };
  let page: Page;
  let bensPage: Page;
  let carlasPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    const anna = await world.person('Anna Alvarez', 'Tower assembly');
    const ben = await world.person('Ben Berg', 'Rotor blades');
    const carla = await world.person('Carla Costa', 'Foundations');
    const { id: communityId } = await foundCommunity(anna, { visibility: 'closed' });
    await anna.do(appointMember, { params: { communityId, personId: ben.id }, body: { role: 'member' } });
    const thread = await startThread(anna, communityId, { markdown: 'How do we mask?' });
    page = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: ben });
    carlasPage = await stage.sit({ line: 'carla', member: carla });
    await threadScreen(page).open(thread.id);
    await handOver(threadScreen(page).field, 'drop', [log]);
    await removal(log.name).waitFor();
    await threadScreen(page).write('Like this, with the log.');
    await threadScreen(page).choose('Like this', 'Keep in the library');
    await textField().waitFor();
  });

  const removal = (name: string) => page.getByRole('button', { name: `Remove ${name}` });
  const textField = () => page.getByRole('textbox', { name: 'Text' });
  const download = async (from: Page, name: string) => {
    const [download] = await Promise.all([from.waitForEvent('download'), from.getByRole('link', { name }).click()]);
    return download;
  };

  it('begin with those of the message, and those that are dropped stay with the draft', async () => {
    await expect(removal(log.name)).toBeShown();
    await handOver(textField(), 'drop', [ring]);
    await removal(ring.name).waitFor();
    await handOver(textField(), 'drop', [sheet]);
    await removal(sheet.name).waitFor();
    await page.reload();
    for (const { name } of [log, ring, sheet]) await removal(name).waitFor();

    await page.getByLabel('Title').fill('How we mask');
    await page.getByRole('button', { name: 'Keep it in the library' }).click();

    await expect(page.getByRole('img', { name: ring.name })).toBeShown();
    for (const { name } of [log, sheet]) await expect(page.getByRole('link', { name })).toBeShown();
  });

  it('are edited away, and their history names them and gives them out', async () => {
    await page.getByRole('link', { name: 'Edit artifact' }).click();
    await removal(sheet.name).click();
    await page.reload();
    await expect(removal(ring.name)).toBeShown();
    await expect(removal(sheet.name)).toBeGone();
    await page.getByRole('button', { name: 'Save artifact' }).click();
    await page.getByRole('link', { name: 'History' }).click();

    const differences = page.getByRole('group', { name: 'What changed against the version before' });
    await expect(differences.locator('del').filter({ hasText: sheet.name })).toBeShown();
    await page.getByRole('list', { name: 'History' }).getByRole('button').last().click();
    await expect(differences.locator('ins').filter({ hasText: sheet.name })).toBeShown();
    expect((await download(page, sheet.name)).suggestedFilename()).toBe(sheet.name);
  });

  it('are downloaded by a member, and refused to everybody else', async () => {
    const address = page.url().replace(/\?.*/, '');
    await bensPage.goto('/library');
    await expect(bensPage.getByRole('link', { name: /How we mask/ }).filter({ hasText: '2 files' })).toBeShown();
    await bensPage.goto(address);
    const file = await download(bensPage, log.name);
    expect(file.suggestedFilename()).toBe(log.name);

    await carlasPage.goto(address);
    await carlasPage.getByText('There is no such artifact, or it is not open to you.').waitFor();
    expect((await carlasPage.request.get(file.url())).status()).toBe(404);
    expect((await bensPage.request.get(file.url())).status()).toBe(200);
  });
});
