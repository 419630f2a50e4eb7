import { threadId, type CommunityId } from '@landbridge/contract';
import { markHelped } from '@landbridge/contract/practice-issues';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { askIssue, foundCommunity, join, say } from './support/world.ts';

describe('a practice issue', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let cleo: Member;
  let communityId: CommunityId;
  let annasPage: Page;
  let bensPage: Page;
  let cleosPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    anna = await world.person('Anna Alvarez', 'Tower assembly');
    ben = await world.person('Ben Berg', 'Rotor blades');
    cleo = await world.person('Cleo Castro', 'Foundations');
    communityId = (await foundCommunity(anna)).id;
    await join(cleo, communityId);
    annasPage = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: ben });
    cleosPage = await stage.sit({ line: 'cleo', member: cleo });
  });

  /** What Cleo's browser asked for while something happened, but for how far she has read, and fonts that are used for the first time. */
  const askedByCleoDuring = async (happening: () => Promise<void>): Promise<string[]> => {
    const { requests } = stage.world.proxy.line('cleo');
    const before = requests.length;
    await happening();
    return requests.slice(before).filter((request) => !request.endsWith('/read-state') && !request.endsWith('.woff2'));
  };

  it('is posted by keyboard from anywhere, in the community one looks at', async () => {
    await annasPage.goto(`/communities/${communityId}`);
    await annasPage.getByRole('heading', { name: 'Bolted joints', level: 1 }).waitFor();
    await annasPage.keyboard.press('c');
    await expect.poll(() => annasPage.getByLabel('Title').evaluate((field) => field === document.activeElement)).toBe(true);
    await annasPage.keyboard.type('Preload falls 8 to 12 % after 500 hours');
    await annasPage.getByRole('textbox', { name: 'Situation' }).fill('Three towers in a row. Nuts have not turned.');
    await annasPage.keyboard.press('Control+Enter');

    await expect(annasPage.getByRole('heading', { name: 'Preload falls 8 to 12 % after 500 hours', level: 1 })).toBeShown();
    await expect(annasPage.getByText('Nobody has answered yet. You see it here the moment somebody does.')).toBeShown();
    await expect(annasPage.getByText('Issue 1', { exact: true })).toBeShown();
  });

  it('is answered by a stranger from another unit, live', async () => {
    const address = new URL(annasPage.url()).pathname;
    await bensPage.goto(address);
    await bensPage.getByText('Nobody has answered yet.').waitFor();
    await cleosPage.goto(address);
    await cleosPage.getByText('Nobody has answered yet.').waitFor();

    await threadScreen(bensPage).write('The paint creeps, not the bolt.');

    await expect(threadScreen(annasPage).message('The paint creeps')).toBeShown();
    await expect(annasPage.getByText('1 message from 1 unit')).toBeShown();
  });

  it('says what helped, before the eyes of all who read it, without a request of theirs', async () => {
    await threadScreen(cleosPage).message('The paint creeps').waitFor();
    await cleosPage.waitForLoadState('networkidle');
    const asked = await askedByCleoDuring(async () => {
      await threadScreen(annasPage).choose('The paint creeps', 'This helped');
      await threadScreen(cleosPage).message('The paint creeps').getByText('Helped', { exact: true }).waitFor();
    });

    expect(asked).toEqual([]);
    await expect(spineOf(cleosPage).getByRole('link', { name: /The paint creeps/ })).toBeShown();
    await expect(stepsOf(cleosPage).filter({ hasText: 'Answered' })).toBeShown();
    expect(await stepsOf(cleosPage).filter({ hasText: 'Answered' }).getAttribute('aria-current')).toBe('step');
  });

  it('is tried, and ends with what changed, live for everybody', async () => {
    const asked = await askedByCleoDuring(async () => {
      await annasPage.getByRole('button', { name: 'I tried it' }).click();
      await annasPage.getByRole('button', { name: 'Tell what happened' }).click();
      const dialog = annasPage.getByRole('dialog', { name: 'What happened?' });
      await dialog.getByRole('textbox', { name: 'What changed' }).fill('We mask the seat before **topcoat**.');
      await dialog.getByLabel('Before').fill('10 % mean loss, three towers');
      await dialog.getByLabel('After').fill('3 % 288 bolts');
      await dialog.getByRole('button', { name: 'Tell what changed' }).click();
      await spineOf(cleosPage).getByText('We mask the seat before topcoat.').waitFor();
    });

    expect(asked).toEqual([]);
    await expect(spineOf(cleosPage).getByText('mean loss, three towers')).toBeShown();
    await expect(spineOf(cleosPage).getByText(/Told by Anna Alvarez on/)).toBeShown();
    await expect(stepsOf(annasPage).filter({ hasText: 'Outcome told' })).toBeShown();
  });

  it('offers its reader no act that is not theirs', async () => {
    const message = threadScreen(bensPage).message('The paint creeps');
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await bensPage.getByRole('menuitem', { name: 'Copy link' }).waitFor();

    expect(await bensPage.getByRole('menuitem', { name: 'Take back that it helped' }).count()).toBe(0);
    await bensPage.keyboard.press('Escape');
  });

  it('goes into the archive and comes back with Undo', async () => {
    await annasPage.getByRole('button', { name: 'More actions' }).first().click();
    await annasPage.getByRole('menuitem', { name: 'Put into the archive' }).click();
    await stepsOf(cleosPage).filter({ hasText: 'Archived' }).waitFor();
    await annasPage.getByRole('button', { name: /^Undo/ }).click();

    await expect(stepsOf(cleosPage).filter({ hasText: 'Archived' })).toBeGone();
  });

  it('is taken across units with its words, which the convener edits first', async () => {
    await annasPage.getByRole('button', { name: 'More actions' }).first().click();
    await annasPage.getByRole('menuitem', { name: 'Take this across units' }).click();
    await annasPage.getByRole('checkbox', { name: 'Rotor blades' }).waitFor();

    expect(await annasPage.getByLabel('What is it about?').inputValue()).toBe('Preload falls 8 to 12 % after 500 hours');
    expect(await annasPage.getByRole('textbox', { name: 'First message' }).inputValue()).toContain('Three towers in a row.');
    await annasPage.getByRole('checkbox', { name: 'Rotor blades' }).check();
    await annasPage.getByRole('button', { name: /^Start thread/ }).click();
    await annasPage.getByRole('link', { name: /^Issue 1 of Bolted joints/ }).click();

    await expect(annasPage.getByRole('heading', { name: 'What changed' })).toBeShown();
  });

  it('shows what was changed meanwhile to whoever saves second, and keeps their own words', async () => {
    const issue = await askIssue(anna, communityId, { title: 'Whose torque wrench is right?' });
    await annasPage.goto(`/issues/${issue.id}`);
    const other = await stage.sit({ line: 'anna-two', member: anna });
    await other.goto(`/issues/${issue.id}`);
    for (const page of [annasPage, other]) {
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Edit the issue' }).click();
    }
    const edit = (page: Page) => page.getByRole('dialog', { name: 'Edit the issue' });
    await edit(other).getByRole('textbox', { name: 'Situation' }).fill('Two wrenches, two readings.');
    await edit(other).getByRole('button', { name: 'Save changes' }).click();
    await edit(other).waitFor({ state: 'detached' });
    await edit(annasPage).getByRole('textbox', { name: 'Situation' }).fill('Three wrenches, three readings.');
    await edit(annasPage).getByRole('button', { name: 'Save changes' }).click();

    await expect(edit(annasPage).getByRole('alert').getByText('Two wrenches, two readings.')).toBeShown();
    expect(await edit(annasPage).getByRole('textbox', { name: 'Situation' }).inputValue()).toBe('Three wrenches, three readings.');
    await edit(annasPage).getByRole('button', { name: 'Save mine instead' }).click();
    await expect(other.getByText('Three wrenches, three readings.')).toBeShown();
  });

  it('leads from the address of its conversation to itself, at the same message', async () => {
    const issue = await askIssue(anna, communityId, { title: 'Which grease in salt water?' });
    const answer = await say(ben, threadId.parse(issue.id), 'Ours washes off within a winter.');
    await bensPage.goto(`/threads/${issue.id}?message=${answer.id}`);
    await bensPage.getByRole('heading', { name: 'Which grease in salt water?', level: 1 }).waitFor();

    const { pathname, search } = new URL(bensPage.url());
    expect(pathname).toBe(`/issues/${issue.id}`);
    expect(search).toBe(`?message=${answer.id}`);
  });

  it('is found like one that is being written, with what helped there', async () => {
    const issue = await askIssue(anna, communityId, { title: 'Hydraulic tensioner reads low in the cold' });
    const answer = await say(ben, threadId.parse(issue.id), 'Warm the pump for ten minutes.');
    await anna.do(markHelped, { params: { issueId: issue.id, messageId: answer.id } });
    await cleosPage.goto(`/issues/new?community=${communityId}`);
    await cleosPage.getByLabel('Title').fill('Tensioner reads low after a cold night');
    const alike = cleosPage
      .getByRole('list', { name: 'Issues like yours' })
      .getByRole('listitem')
      .filter({ hasText: 'Hydraulic tensioner reads low' });

    await expect(alike.getByText('Warm the pump for ten minutes.')).toBeShown();
    await alike.getByRole('button', { name: 'Quote it' }).click();
    await expect.poll(() => cleosPage.getByRole('textbox', { name: 'Situation' }).inputValue()).toContain(`/issues/${issue.id}`);
    await alike.getByRole('link', { name: 'This solves mine' }).click();
    await cleosPage.getByRole('heading', { name: 'Hydraulic tensioner reads low in the cold', level: 1 }).waitFor();
    await cleosPage.goBack();
    await expect.poll(() => cleosPage.getByLabel('Title').inputValue()).toBe('Tensioner reads low after a cold night');
  });
});

const spineOf = (page: Page) => page.getByRole('list', { name: 'Did it help?' });
const stepsOf = (page: Page) => page.getByRole('list', { name: 'The way of this issue' }).getByRole('listitem');
