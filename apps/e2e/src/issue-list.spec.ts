import type { CommunityId } from '@landbridge/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { askIssue, foundCommunity } from './support/world.ts';

describe('the list of issues', () => {
  const stage = setStage();
  let anna: Member;
  let communityId: CommunityId;
  let page: Page;

  beforeAll(async () => {
    const { world } = stage;
    anna = await world.person('Anna Alvarez', 'Tower assembly');
    communityId = (await foundCommunity(anna)).id;
    page = await stage.sit({ line: 'anna', member: anna });
    await askIssue(anna, communityId, { title: 'Which grease in salt water?', kind: 'information', tags: ['grease'] });
    await askIssue(anna, communityId, { title: 'The tensioner reads low', stakes: 'Nine towers.', isUrgent: true });
    for (let number = 1; number <= 55; number++) await askIssue(anna, communityId, { title: `Question ${number} of the stripe` });
  });

  const rows = () => page.getByRole('list', { name: 'Practice issues' }).getByRole('link');

  it('is narrowed by what stands in the address, and the back button leads back', async () => {
    await page.goto('/issues');
    await rows().first().waitFor();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('information');
    await expect.poll(() => rows().count()).toBe(1);
    await page.getByRole('link', { name: /Which grease/ }).click();
    await page.getByRole('heading', { name: 'Which grease in salt water?', level: 1 }).waitFor();
    await page.goBack();

    await expect.poll(() => page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('information');
    expect(await rows().count()).toBe(1);
  });

  it('remembers the filters one used last', async () => {
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'People' }).first().click();
    await page.getByRole('heading', { name: 'People', level: 1 }).waitFor();
    await page.keyboard.press('g');
    await page.keyboard.press('i');

    await expect.poll(() => page.getByRole('combobox', { name: 'Kind' }).inputValue()).toBe('information');
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => rows().count()).toBe(50);
  });

  it('counts each state and shows the rest when asked', async () => {
    await expect(page.getByRole('navigation', { name: 'States' }).getByRole('link', { name: 'Open 57' })).toBeShown();
    await page.getByRole('button', { name: 'Show more' }).click();

    await expect.poll(() => rows().count()).toBe(57);
    await expect(page.getByText('That is everything.')).toBeShown();
  });

  it('finds words and what is urgent', async () => {
    await page.getByRole('checkbox', { name: 'Urgent only' }).check();
    await expect.poll(() => rows().count()).toBe(1);
    await expect(page.getByText(/Urgent · Anna Alvarez asks; no answer yet/)).toBeShown();
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('searchbox', { name: 'Words in issues' }).fill('grease');

    await expect.poll(() => rows().count()).toBe(1);
  });

  it('keeps filters under a name, opens them again and removes them', async () => {
    await page.getByRole('button', { name: 'Kept views' }).click();
    const dialog = page.getByRole('dialog', { name: 'Kept views' });
    await dialog.getByLabel('Keep the filters you see as').fill('All about grease');
    await dialog.getByRole('button', { name: 'Keep view' }).click();
    await dialog.getByRole('link', { name: 'All about grease' }).waitFor();
    await page.goto('/issues');
    await page.getByRole('button', { name: 'Kept views' }).click();
    await dialog.getByRole('link', { name: 'All about grease' }).click();

    await expect.poll(() => page.getByRole('searchbox', { name: 'Words in issues' }).inputValue()).toBe('grease');
    await page.getByRole('button', { name: 'Kept views' }).click();
    await dialog.getByRole('button', { name: 'Remove All about grease' }).click();
    await expect(dialog.getByText('You keep no view yet.')).toBeShown();
    await page.keyboard.press('Escape');
  });

  it('shows at once what somebody else posts, in the community too', async () => {
    await page.goto(`/communities/${communityId}`);
    await rows().first().waitFor();

    await askIssue(anna, communityId, { title: 'Just now: the crane waits' });

    await expect(rows().filter({ hasText: 'Just now: the crane waits' })).toBeShown();
  });

  it('is walked with j and opened with Enter', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Just now: the crane waits', level: 1 })).toBeShown();
  });

  it('leads into the switcher', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find or go to' }).waitFor();
    await page.keyboard.type('grease');
    await page
      .getByRole('option', { name: /Which grease/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Which grease in salt water?', level: 1 })).toBeShown();
  });

  it('keeps what is written through a reload and Esc', async () => {
    await page.goto(`/communities/${communityId}`);
    await page.getByRole('link', { name: 'Post an issue' }).first().click();
    await page.getByLabel('Title').fill('Half a thought');
    await page.getByLabel('What is at stake').fill('A crane day.');
    await page.getByRole('switch', { name: 'This is urgent' }).check();
    await page.reload();
    await page.getByText(/^Draft kept/).waitFor();
    await page.getByLabel('Title').press('Escape');
    await page.getByRole('heading', { name: 'Bolted joints', level: 1 }).waitFor();
    await page.keyboard.press('c');

    await expect.poll(() => page.getByLabel('Title').inputValue()).toBe('Half a thought');
    expect(await page.getByRole('switch', { name: 'This is urgent' }).isChecked()).toBe(true);
  });

  it('says at the field what is missing, and goes to the first', async () => {
    await page.getByLabel('Title').fill('');
    await page.getByRole('button', { name: /^Post issue/ }).click();

    await expect(page.getByText('Say what is in the way, in one line.')).toBeShown();
    await expect(page.getByText('Describe the situation, so that others recognise it.')).toBeShown();
    expect(await page.getByLabel('Title').evaluate((field) => field === document.activeElement)).toBe(true);
  });
});
