import type { ThreadId } from '@landbridge/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

describe('the keyboard alone', () => {
  const stage = setStage();
  let page: Page;
  let threadId: ThreadId;

  beforeAll(async () => {
    const { world } = stage;
    const [anna, ben]: Member[] = await Promise.all([
      world.person('Anna Alvarez', 'Tower assembly'),
      world.person('Ben Berg', 'Rotor blades'),
    ]);
    if (!anna || !ben) throw new Error('Two have to be there.');
    const community = await foundCommunity(anna);
    await join(ben, community.id);
    threadId = (await startThread(anna, community.id)).id;
    await say(ben, threadId, 'I follow this.');
    await say(anna, threadId, 'By a stripe of paint.');
    page = await stage.sit({ line: 'ben', member: ben });
    await page.goto('/communities');
    await page.getByRole('heading', { name: 'Communities', level: 1 }).waitFor();
  });

  it('goes to the threads by g t', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('t');

    await expect(page.getByRole('heading', { name: 'Threads', level: 1 })).toBeShown();
  });

  it('moves to a thread by j and opens it by Enter', async () => {
    await page.getByRole('link', { name: /half-tightened flange/ }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');

    await expect(threadScreen(page).message('By a stripe of paint.')).toBeShown();
    expect(page.url()).toContain(threadId);
  });

  it('moves through the messages by k and j', async () => {
    const focused = () => page.evaluate(() => document.activeElement?.querySelector('p')?.textContent);
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await focused()).toBe('I follow this.');
    await page.keyboard.press('j');

    expect(await focused()).toBe('By a stripe of paint.');
  });

  it('answers the message it stands on by r, and Esc takes that back without losing the text', async () => {
    await page.keyboard.press('r');
    await page.getByText('Reply to Anna Alvarez: By a stripe of paint.').waitFor();
    await page.keyboard.type('Which paint?');
    await page.keyboard.press('Escape');

    await expect(page.getByText('Reply to Anna Alvarez')).toBeGone();
    expect(await threadScreen(page).field.inputValue()).toBe('Which paint?');
  });

  it('sends by Ctrl+Enter', async () => {
    await page.keyboard.press('Control+Enter');

    await expect(threadScreen(page).message('Which paint?')).toBeShown();
  });

  it('shows the keys by ?', async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeShown();
    await page.keyboard.press('Escape');

    await expect(page.getByRole('dialog', { name: 'Keys' })).toBeGone();
  });

  it('goes anywhere by Ctrl+K', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Find or go to' }).waitFor();
    await page.keyboard.type('bolt');
    await page.getByRole('option', { name: /Bolted joints/ }).waitFor();
    await page.keyboard.press('Enter');

    await expect(page.getByRole('heading', { name: 'Bolted joints', level: 1 })).toBeShown();
  });

  it('hears two keys however fast they follow each other', async () => {
    await page.evaluate(() => {
      for (const key of ['g', 'p']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
    });

    await expect(page.getByRole('heading', { name: 'People', level: 1 })).toBeShown();
  });

  it('leaves single keys alone where they are switched off, but not Ctrl+K', async () => {
    await page.goto('/settings');
    const keys = page.getByRole('checkbox', { name: 'Single-key shortcuts' });
    await keys.click();
    await expect.poll(() => keys.isChecked()).toBe(false);
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');

    await expect(page.getByRole('dialog', { name: 'Find or go to' })).toBeShown();
    expect(await page.getByRole('dialog', { name: 'Keys' }).count()).toBe(0);
  });
});
