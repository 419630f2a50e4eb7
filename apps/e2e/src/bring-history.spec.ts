import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, settle, sidewaysOn, takePicture } from './screens/look.ts';
import { historyLines, historyThreads, messagesPerThread, saidAt, wrongLines } from './support/history-lines.ts';
import { isInView } from './support/places.ts';
import { setStageWith } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { install, password } from './support/world.ts';

const looks = [
  { name: 'wide', size: { width: 1440, height: 900 }, colorScheme: 'light' },
  { name: 'phone', size: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'dark', size: { width: 1440, height: 900 }, colorScheme: 'dark' },
] as const;

const threadCount = 20;
const fileOf = (lines: readonly string[]) => ({
  name: 'forum-of-march.ndjson.gz',
  mimeType: 'application/gzip',
  buffer: gzipSync(lines.join('\n')),
});

describe('an organisation that brings its history along', () => {
  const stage = setStageWith(() => install({ hasMailbox: false }));
  const lines = historyLines(threadCount);
  const usedCount = new Intl.NumberFormat('en').format(lines.length - 1 - wrongLines.length);
  let page: Page;

  beforeAll(async () => {
    page = await stage.sit({ line: 'ada', reducedMotion: 'reduce' });
  });

  /** On each of the three screens, one line per fault. */
  const faultsOn = async (picture: string): Promise<string[]> => {
    const faults: string[] = [];
    for (const { name, size, colorScheme } of looks) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme });
      await settle(page);
      await takePicture(page, `history-${picture}-${name}`);
      faults.push(...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`));
      if ((await sidewaysOn(page)) > 0) faults.push(`${name}: scrolls sideways`);
    }
    if ((await page.locator('html').getAttribute('data-theme')) !== 'dark') faults.push('did not turn dark with the system');
    await page.setViewportSize(looks[0].size);
    await page.emulateMedia({ colorScheme: 'light' });
    return faults;
  };
  const choose = (chosen: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0]) =>
    page.locator('input[type=file]').setInputFiles(chosen);
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

  it('makes its administrator first, and is led to the file', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Bring one with you/ }).click();
    await page.getByLabel('Name of the organisation').fill('Norrgard Energy');
    await page.getByLabel('Your name').fill('Ada Brandt');
    await page.getByLabel('Your e-mail').fill('ada@norrgard.example');
    await page.getByLabel('Password').fill(password);
    await press('Make the organisation');

    await expect(page.getByText('No history was brought in yet')).toBeShown();
    expect(await faultsOn('empty')).toEqual([]);
  });

  it('is told what a file is that is no history', async () => {
    await choose({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('name,email\n') });

    await expect(page.getByRole('alert').filter({ hasText: 'does not begin as a history does' })).toBeShown();
    expect(await faultsOn('refused')).toEqual([]);
  });

  it('is offered to look first', async () => {
    await choose(fileOf(lines));

    await expect(page.getByRole('heading', { name: 'forum-of-march.ndjson.gz is here, and nothing of it has come in' })).toBeShown();
    expect(await faultsOn('received')).toEqual([]);
  });

  it('sees what would come in, and each line that would not, with the reason', async () => {
    await press('Look first');

    await expect(page.getByRole('heading', { name: `This file would bring ${usedCount} lines` })).toBeShown();
    await expect(
      page.getByRole('row', { name: `Messages ${new Intl.NumberFormat('en').format(threadCount * messagesPerThread)}` }),
    ).toBeShown();
    await expect(page.getByText('The thread “nowhere” is not known')).toBeShown();
    expect(await faultsOn('looked')).toEqual([]);
  });

  it('takes the rejected lines along', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download as a table' }).click();

    expect((await download).suggestedFilename()).toBe('rejected-lines.csv');
  });

  it('has everything in', async () => {
    await press('Bring it in');

    await expect(page.getByRole('heading', { name: `${usedCount} lines have come in` })).toBeShown();
    expect(await faultsOn('brought')).toEqual([]);
  });

  it('finds it again among what was brought', async () => {
    await page.getByRole('link', { name: 'Bring a history in' }).click();

    await expect(page.getByRole('link', { name: new RegExp(`Brought in: ${usedCount} lines, 3 lines rejected`) })).toBeShown();
    expect(await faultsOn('list')).toEqual([]);
  });

  it('gives a second file up before it comes in', async () => {
    await choose(fileOf(lines));
    await press('Remove the file');

    await expect(page.getByRole('heading', { name: 'forum-of-march.ndjson.gz was given up' })).toBeShown();
    expect(await faultsOn('cancelled')).toEqual([]);
  });

  it('comes from the community to a thread of it', async () => {
    await page.goto('/communities');
    await page
      .getByRole('link', { name: /Bolted joints/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Read its conversations' }).click();
    const [title = ''] = historyThreads;
    await page
      .getByRole('link', { name: new RegExp(`${title}(?! \\()`) })
      .first()
      .click();

    await expect(page.getByRole('heading', { level: 1, name: title })).toBeShown();
    await page.getByRole('article').first().waitFor();
    expect(await faultsOn('thread')).toEqual([]);
  });

  it('catches up to the newest, where nothing is raw', async () => {
    const thread = threadScreen(page);
    await thread.newest.click();
    const last = thread.message(saidAt(messagesPerThread - 1));

    await expect(last).toBeShown();
    await expect(last.getByText(`torque < 400 # ${messagesPerThread - 1}`)).toBeShown();
    expect(await page.getByRole('main').innerText()).not.toMatch(/<\/?(p|b|pre|blockquote)>|&lt;/);
  });

  it('follows a quote to its message', async () => {
    const thread = threadScreen(page);
    const last = thread.message(saidAt(messagesPerThread - 1));

    await last.locator('.quote-source').first().click();

    const quoted = thread.message(saidAt(messagesPerThread - 2));
    await expect(quoted).toBeShown();
    await expect.poll(() => isInView(quoted)).toBe(true);
  });

  it('answers', async () => {
    const thread = threadScreen(page);
    await thread.write('We mask the seat since then.');

    await expect(thread.message('We mask the seat since then.')).toBeShown();
  });
});
