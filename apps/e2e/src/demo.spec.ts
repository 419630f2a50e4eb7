import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { barriersOn, settle, sidewaysOn, takePicture } from './screens/look.ts';
import { holdAnswers } from './support/places.ts';
import { setStageWith } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { install } from './support/world.ts';

const looks = [
  { name: 'wide', options: { colorScheme: 'light', viewport: { width: 1440, height: 900 } } },
  { name: 'phone', options: { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: 'dark', options: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } } },
] as const;

/** Making the demo organisation takes some seconds, on a busy machine more. */
const untilMade = { timeout: 60_000 };

describe('a demo organisation', () => {
  const stage = setStageWith(() => install({ hasMailbox: false }));
  let pages: { readonly name: string; readonly page: Page }[];
  let first: Page;
  let held: Awaited<ReturnType<typeof holdAnswers>>[];

  beforeAll(async () => {
    pages = [];
    for (const { name, options } of looks) pages.push({ name, page: await stage.sit({ line: `demo-${name}`, ...options }) });
    first = await stage.sit({ line: 'first' });
  });

  /** On each of the three screens, one line per fault. */
  const faultsOn = async (picture: string): Promise<string[]> => {
    const faults: string[] = [];
    for (const { name, page } of pages) {
      await settle(page);
      await takePicture(page, `${picture}-${name}`);
      faults.push(...(await barriersOn(page)).map((barrier) => `${name}: ${barrier}`));
      if ((await sidewaysOn(page)) > 0) faults.push(`${name}: scrolls sideways`);
    }
    return faults;
  };

  it('is one of three ways to begin on an empty database', async () => {
    for (const { page } of pages) {
      await page.goto('/');
      await page.getByRole('button', { name: /Look round a demo/ }).waitFor();
    }

    expect(await faultsOn('first')).toEqual([]);
  });

  it('is made by one click, with its progress', async () => {
    await first.goto('/');
    held = await Promise.all(pages.map(({ page }) => holdAnswers(page, /\/api\/demo$/, 'GET')));
    for (const page of [first, ...pages.map((looking) => looking.page)])
      await page.getByRole('button', { name: /Look round a demo/ }).click();
    for (const { page } of pages) await page.getByRole('progressbar', { name: 'Progress of the demo organisation' }).waitFor();

    expect(await faultsOn('first-progress')).toEqual([]);
  });

  it('signs in as its leader, with something to do', async () => {
    const home = first.getByRole('main');
    await home.getByText('That is everything new.').waitFor(untilMade);

    await expect(first.getByRole('link', { name: 'When a shift hands over a half-tightened flange' })).toBeShown();
  });

  it('lets another browser in by one of four doors', async () => {
    await Promise.all(held.map((answers) => answers.letGo()));
    for (const { page } of pages) await page.getByText('That is everything new.').waitFor(untilMade);
    for (const { page } of pages) {
      await page.context().clearCookies();
      await page.goto('/sign-in');
      await page.getByRole('button', { name: 'Manager of a unit' }).waitFor();
    }

    expect(await faultsOn('first-doors')).toEqual([]);
  });

  it('carries a reply to somebody who came in by a door, live', async () => {
    const [{ page: other } = { page: first }] = pages;
    await other.getByRole('button', { name: 'Member' }).click();
    await other.getByRole('link', { name: 'When a shift hands over a half-tightened flange' }).first().click();
    await first.getByRole('link', { name: 'When a shift hands over a half-tightened flange' }).first().click();
    await threadScreen(other).messages.first().waitFor();

    await threadScreen(first).write('On our side the collar stays until the second crew signs for it.');

    await expect(threadScreen(other).message('On our side the collar stays')).toBeShown();
  });
});
