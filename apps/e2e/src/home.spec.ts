import type { ThreadId } from '@landbridge/contract';
import type { IssueView } from '@landbridge/contract/practice-issues';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { askIssue, foundCommunity, join, say, startThread } from './support/world.ts';

describe('home', () => {
  const stage = setStage();
  let asker: Member;
  let helper: Member;
  let issue: IssueView;
  let threadId: ThreadId;
  let page: Page;

  beforeAll(async () => {
    const { world } = stage;
    [asker, helper] = await Promise.all([world.person('Tomasz Tal', 'Tower assembly'), world.person('Priya Pohl', 'Rotor blades')]);
    const community = await foundCommunity(helper);
    await join(asker, community.id);
    issue = await askIssue(asker, community.id);
    threadId = (await startThread(helper, community.id, { title: 'Which grease stands salt water?' })).id;
    page = await stage.sit({ line: 'asker', member: asker });
    await page.goto('/');
  });

  it('is where people arrive, says what is new and where that ends', async () => {
    await expect(page.getByRole('heading', { name: /Good (morning|afternoon|evening), Tomasz/ })).toBeShown();
    await expect(page.getByText('Nothing needs you.')).toBeShown();
    await expect(page.getByRole('link', { name: /Which grease stands salt water/ })).toBeShown();
    await expect(page.getByText('That is everything new.')).toBeShown();
  });

  it('shows by itself that an issue of mine was answered, and why that needs me', async () => {
    await say(helper, issue.threadId, 'Mask a ring round each hole.');

    const need = page.getByRole('list', { name: 'What needs you' }).getByRole('listitem');
    await expect(need.getByText('You asked. Say whether it helped.')).toBeShown();
    await expect(need.getByText('Priya Pohl: Mask a ring round each hole.')).toBeShown();
    await expect(page.getByText(/One thing needs you, about 3 minutes in all\./)).toBeShown();
  });

  it('puts away with e what was seen to, and brings it back with Undo', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('e');
    await expect(page.getByText('Nothing needs you.')).toBeShown();

    await page.getByRole('button', { name: /Undo/ }).click();
    await expect(page.getByText('You asked. Say whether it helped.')).toBeShown();
  });

  it('leads to the message, and says no more of a conversation that was read', async () => {
    await page.getByRole('link', { name: /Which grease stands salt water/ }).click();
    await page.getByText('How does the next crew know?').waitFor();
    const { requests } = stage.world.proxy.line('asker');
    await expect.poll(() => requests.includes(`PUT /api/threads/${threadId}/read-state`), { timeout: 8_000 }).toBe(true);

    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByRole('link', { name: 'Read the answer' }).click();
    await expect(page.getByText('Mask a ring round each hole.')).toBeShown();

    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByText('What needs you').waitFor();
    await page.getByRole('link', { name: /Which grease stands salt water/ }).waitFor({ state: 'detached' });
  });
});
