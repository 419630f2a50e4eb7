import type { ThreadId } from '@landbridge/contract';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { barriersOn, settle, sidewaysOn } from './screens/look.ts';
import { handOver } from './support/hand-over.ts';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen, type ThreadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, startThread } from './support/world.ts';

const photo = (name: string) => ({ name, type: 'image/png', content: { width: 640, height: 400 } });
const log = { name: 'Torque log.txt', type: 'text/plain', content: 'Two marks.' };

describe('files in a conversation', () => {
  const stage = setStage();
  let anna: Member;
  let threadId: ThreadId;
  let annasPage: Page;
  let bensPage: Page;
  let annas: ThreadScreen;

  beforeAll(async () => {
    const { world } = stage;
    const [first, second] = await Promise.all([world.person('Anna Alvarez', 'Tower assembly'), world.person('Ben Berg', 'Rotor blades')]);
    anna = first;
    const community = await foundCommunity(anna);
    await join(second, community.id);
    threadId = (await startThread(anna, community.id, { markdown: 'How does the next crew know?' })).id;
    annasPage = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: second });
    annas = threadScreen(annasPage);
    await threadScreen(bensPage).open(threadId);
  });

  beforeEach(async () => {
    await annas.open(threadId);
  });

  const removal = (page: Page, name: string) => page.getByRole('button', { name: `Remove ${name}` });

  it('are pasted, sent with a text, and seen by the other at once', async () => {
    await handOver(annas.field, 'paste', [photo('flange.png')]);
    await removal(annasPage, 'flange.png').waitFor();
    await annas.write('Like this.');

    await expect(bensPage.getByRole('img', { name: 'flange.png' })).toBeShown();
    await expect(removal(annasPage, 'flange.png')).toBeGone();
  });

  it('are dropped, and go without a text too', async () => {
    await handOver(annas.field, 'drop', [log]);
    await removal(annasPage, log.name).waitFor();
    await annas.send.click();

    const link = bensPage.getByRole('link', { name: log.name });
    await link.waitFor();
    const [download] = await Promise.all([bensPage.waitForEvent('download'), link.click()]);
    expect(download.suggestedFilename()).toBe(log.name);
  });

  it('are there again after a reload, with the draft', async () => {
    await handOver(annas.field, 'paste', [log]);
    await removal(annasPage, log.name).waitFor();
    await annas.field.fill('Not finished');
    await annasPage.reload();

    await expect(removal(annasPage, log.name)).toBeShown();
    await removal(annasPage, log.name).click();
    await expect(removal(annasPage, log.name)).toBeGone();
  });

  it('are refused with a reason, and can be let go', async () => {
    await handOver(annas.field, 'paste', [{ ...log, name: 'drawing.png' }]);

    await annasPage.getByRole('alert').filter({ hasText: 'named like an image but cannot be read as one' }).waitFor();
    await removal(annasPage, 'drawing.png').click();
    await expect(annasPage.getByRole('list', { name: 'Files to send' })).toBeGone();
  });

  it('open large, lead to their neighbours by the arrows and close by Esc', async () => {
    await handOver(annas.field, 'paste', [photo('north.png'), photo('south.png')]);
    await removal(annasPage, 'south.png').waitFor();
    await annas.write('From both sides.');
    await bensPage.getByRole('button', { name: 'north.png' }).click();
    await bensPage.getByRole('dialog', { name: 'north.png' }).waitFor();

    await bensPage.keyboard.press('ArrowRight');
    await expect(bensPage.getByRole('dialog', { name: 'south.png' })).toBeShown();
    await bensPage.keyboard.press('Escape');
    await expect(bensPage.getByRole('dialog')).toBeGone();
  });

  it.each([
    { name: 'wide', options: { colorScheme: 'light' } },
    { name: 'phone-dark', options: { colorScheme: 'dark', viewport: { width: 390, height: 844 } } },
  ] as const)('have no barrier on a $name screen, on their way and large', async ({ name, options }) => {
    const page = await stage.sit({ line: `look-${name}`, member: anna, ...options });
    const screen = threadScreen(page);
    await screen.open(threadId);
    await handOver(screen.field, 'paste', [photo('east.png'), log, { ...log, name: 'drawing.png' }]);
    await page.getByRole('alert').waitFor();
    await settle(page);
    const seen = [{ barriers: await barriersOn(page), sideways: await sidewaysOn(page) }];
    await page.getByRole('button', { name: 'north.png' }).click();
    await settle(page);
    seen.push({ barriers: await barriersOn(page), sideways: await sidewaysOn(page) });

    expect(seen).toEqual([
      { barriers: [], sideways: 0 },
      { barriers: [], sideways: 0 },
    ]);
    await page.close();
  });
});
