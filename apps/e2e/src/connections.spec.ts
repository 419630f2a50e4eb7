import type { ThreadId } from '@landbridge/contract';
import { getThread } from '@landbridge/contract/threads';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { topOf } from './support/places.ts';
import type { Line } from './support/proxy.ts';
import { setStage } from './support/stage.ts';
import { threadScreen, type ThreadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, password, say, startThread } from './support/world.ts';

const history = 40;

describe('a connection that fails', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let threadId: ThreadId;
  let page: Page;
  let thread: ThreadScreen;
  let line: Line;

  beforeAll(async () => {
    const { world } = stage;
    [anna, ben] = await Promise.all([world.person('Anna Alvarez', 'Tower assembly'), world.person('Ben Berg', 'Rotor blades')]);
    const community = await foundCommunity(anna);
    await join(ben, community.id);
    threadId = (await startThread(anna, community.id)).id;
    for (let n = 1; n <= history; n++) await say(anna, threadId, `Reading ${n} of the torque log.`);
    await say(ben, threadId, 'I follow this.');
    page = await stage.sit({ line: 'ben', member: ben });
    thread = threadScreen(page);
    line = world.proxy.line('ben');
    await thread.open(threadId);
    await page.waitForLoadState('networkidle');
  });

  /** The end of the thread, as a fresh look shows it. */
  const freshEnd = async (count: number): Promise<string[]> => {
    const { messages } = await ben.do(getThread, { params: { threadId }, query: { at: 'newest' } });
    return messages.slice(-count).map(({ excerpt }) => excerpt);
  };
  const shownEnd = async (count: number): Promise<string[]> => (await thread.said()).slice(-count);

  it('is made again after a cut, and what was said meanwhile is there once', async () => {
    line.refuse();
    await say(anna, threadId, 'Said during the cut.');
    line.heal();

    await thread.message('Said during the cut.').waitFor();
    expect(await shownEnd(2)).toEqual(['I follow this.', 'Said during the cut.']);
  });

  it('carries on after a stall, without a jump of what is being read', async () => {
    const reading = thread.message(`Reading ${history / 2} of`);
    // The message of before may still be laid out, which keeps the end in view once more: whoever reads on scrolls again.
    const readBack = async () => {
      await reading.scrollIntoViewIfNeeded();
      return thread.newest.isVisible();
    };
    await expect.poll(readBack, { timeout: 10_000 }).toBe(true);
    const placeBefore = await topOf(reading);
    line.stall();
    const carriedBefore = line.bytes;
    for (const n of [1, 2, 3]) await say(anna, threadId, `Said during the stall ${n}.`);
    const carried = line.bytes - carriedBefore;
    line.heal();

    await thread.message('Said during the stall 3.').waitFor();
    expect(carried).toBe(0);
    expect(Math.abs((await topOf(reading)) - placeBefore)).toBeLessThanOrEqual(2);
    expect(await shownEnd(4)).toEqual(['Said during the cut.', ...[1, 2, 3].map((n) => `Said during the stall ${n}.`)]);
  });

  it('is declared lost when nothing comes any more; what is written then is sent once when it is back', async () => {
    line.stall();
    const carriedBefore = line.bytes;
    await say(anna, threadId, 'Said into the silence.');
    await thread.write('Written into the silence.');
    // The server is heard every ten seconds; eight more of silence and the connection counts as dead.
    await page.getByText('The connection is lost.').waitFor({ timeout: 30_000 });
    const carried = line.bytes - carriedBefore;
    const sentBefore = await thread.said();
    line.heal();

    await thread.message('Said into the silence.').waitFor();
    expect(sentBefore).toContain('Written into the silence.');
    expect(carried).toBe(0);
    await expect.poll(() => freshEnd(2)).toEqual(['Said into the silence.', 'Written into the silence.']);
    await expect.poll(() => shownEnd(3)).toEqual(['Said during the stall 3.', 'Said into the silence.', 'Written into the silence.']);
  });

  it('is missed plainly while the device is offline, and filled in after', async () => {
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await say(anna, threadId, 'Said while offline.');
    await page.context().setOffline(false);

    await thread.message('Said while offline.').waitFor();
    await expect(page.getByText('You are offline.')).toBeGone();
    expect(await shownEnd(2)).toEqual(['Written into the silence.', 'Said while offline.']);
  });
});

describe('two tabs of one person', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let threadId: ThreadId;
  let inbox: Page;
  let page: Page;

  beforeAll(async () => {
    const { world } = stage;
    [anna, ben] = await Promise.all([world.person('Anna Alvarez', 'Tower assembly'), world.person('Ben Berg', 'Rotor blades')]);
    const community = await foundCommunity(anna);
    await join(ben, community.id);
    threadId = (await startThread(anna, community.id)).id;
    await say(ben, threadId, 'I follow this.');
    inbox = await stage.sit({ line: 'ben', member: ben });
    await inbox.goto('/threads');
    await inbox.getByText('You are up to date').waitFor();
    page = await inbox.context().newPage();
  });

  it('agree within a second on what is read', async () => {
    await say(anna, threadId, 'News for Ben.');
    await inbox.getByRole('img', { name: '1 unread message' }).waitFor();
    const told = page.waitForResponse((response) => response.url().endsWith('/read-state'));
    await threadScreen(page).open(threadId);
    await told;
    const toldAt = performance.now();
    await inbox.getByRole('img', { name: '1 unread message' }).waitFor({ state: 'hidden' });

    expect(performance.now() - toldAt).toBeLessThan(1_000);
  });

  it('show the same draft', async () => {
    const other = threadScreen(await inbox.context().newPage());
    await other.open(threadId);
    await threadScreen(page).field.fill('Half a thought');

    await expect.poll(() => other.field.inputValue()).toBe('Half a thought');
  });

  it('find the draft again after a reload', async () => {
    await page.reload();

    await expect.poll(() => threadScreen(page).field.inputValue()).toBe('Half a thought');
  });

  it('find the draft again after signing out and in', async () => {
    await page.goto('/settings');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByText('One draft is kept on this device.').waitFor();
    await page.getByLabel('E-mail').fill(ben.email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('heading', { name: /^Good /, level: 1 }).waitFor();
    await threadScreen(page).open(threadId);

    expect(await threadScreen(page).field.inputValue()).toBe('Half a thought');
  });
});
