import type { ThreadId } from '@landbridge/contract';
import { followThread, markRead, type MessageView } from '@landbridge/contract/threads';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { holdAnswers, isInView, restingTopOf } from './support/places.ts';
import { setStage } from './support/stage.ts';
import { threadScreen, type ThreadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

const messageCount = 420;
const readTo = 200;

describe('a thread of four hundred messages', () => {
  const stage = setStage();
  let ben: Member;
  let threadId: ThreadId;
  /** The message at a position is said[position]. */
  let said: MessageView[];
  let page: Page;
  let thread: ThreadScreen;

  const text = (position: number) => `Reading ${position} of the torque log.`;
  const at = (position: number): MessageView => {
    const message = said[position];
    if (!message) throw new Error(`Nothing stands at ${position}.`);
    return message;
  };

  beforeAll(async () => {
    const { world } = stage;
    const people = await Promise.all(['Anna Alvarez', 'Carla Costa', 'Dan Dahl', 'Eve Engel'].map((name) => world.person(name, 'Grid')));
    const [anna, , dan] = people;
    if (!anna || !dan) throw new Error('Somebody has to speak.');
    ben = await world.person('Ben Berg', 'Rotor blades');
    const community = await foundCommunity(anna);
    await Promise.all([...people, ben].map((person) => join(person, community.id)));
    threadId = (await startThread(anna, community.id, { markdown: text(1) })).id;
    said = [];
    for (let position = 2; position < messageCount; position++)
      said[position] = await say(people[position % people.length] ?? anna, threadId, text(position));
    said[messageCount] = await say(dan, threadId, 'That was already so in the tenth reading.', { replyToId: at(10).id });
    await ben.do(followThread, { params: { threadId }, body: { follows: 'following' } });
    page = await stage.sit({ line: 'ben', member: ben });
    thread = threadScreen(page);
  });

  beforeEach(async () => {
    await ben.do(markRead, { params: { threadId }, body: { kind: 'unread-from', position: readTo + 1 } });
    await thread.open(threadId);
  });

  /** Turns the wheel until more is asked for; then tells where a message stands before and after it has come. */
  const jumpWhileLoading = async ({ path, wheel, loaded }: { path: RegExp; wheel: number; loaded: string }) => {
    const held = await holdAnswers(page, path);
    await thread.message(text(readTo + 1)).hover();
    await expect
      .poll(async () => {
        await page.mouse.wheel(0, wheel);
        return held.count();
      })
      .toBeGreaterThan(0);
    const visible = await firstInView();
    const before = await restingTopOf(visible);
    await held.letGo();
    await thread.message(loaded).waitFor({ state: 'attached' });
    const after = await restingTopOf(visible);
    await page.unroute(path);
    return Math.abs(after - before);
  };

  const firstInView = async () => {
    const ids = await page
      .getByRole('article')
      .evaluateAll((articles) => articles.filter((article) => article.getBoundingClientRect().top > 100).map((article) => article.id));
    return page.locator(`[id="${ids[0]}"]`);
  };

  it('opens at the first unread line', async () => {
    await expect(page.getByRole('heading', { name: `${messageCount - readTo} new messages` })).toBeShown();
    expect(await isInView(thread.message(text(readTo + 1)))).toBe(true);
  });

  it('keeps its place when older messages load', async () => {
    expect(await jumpWhileLoading({ path: /messages\?before=/, wheel: -400, loaded: text(150) })).toBeLessThanOrEqual(2);
  });

  it('keeps its place when newer messages load', async () => {
    expect(await jumpWhileLoading({ path: /messages\?after=/, wheel: 400, loaded: text(260) })).toBeLessThanOrEqual(2);
  });

  it('jumps to the newest', async () => {
    await thread.newest.click();
    await thread.message('That was already so').waitFor();

    await expect.poll(() => isInView(thread.message('That was already so'))).toBe(true);
    await expect(thread.newest).toBeGone();
  });

  it('shows and marks the message that a link names', async () => {
    await page.goto(`/threads/${threadId}?message=${at(50).id}`);
    await thread.message(text(50)).waitFor();

    await expect.poll(() => isInView(thread.message(text(50)))).toBe(true);
    expect(await backgroundOf(text(50))).not.toBe(await backgroundOf(text(51)));
  });

  it('is found by the link of one of its messages', async () => {
    await page.goto(`/messages/${at(300).id}`);
    await thread.message(text(300)).waitFor();

    expect(page.url()).toBe(`${stage.world.url}/threads/${threadId}?message=${at(300).id}`);
    await expect.poll(() => isInView(thread.message(text(300)))).toBe(true);
  });

  it('goes to a message in another stretch, and back', async () => {
    await thread.newest.click();
    await thread
      .message('That was already so')
      .getByRole('link', { name: text(10) })
      .click();
    await expect.poll(() => isInView(thread.message(text(10)))).toBe(true);

    await page.goBack();
    await page.goForward();
    await expect.poll(() => isInView(thread.message(text(10)))).toBe(true);
  });

  it('stays unread from where it was marked, in the inbox and after a reload', async () => {
    await thread.choose(text(readTo + 2), 'Mark unread from here');
    await page.getByText('Unread from this message on.').waitFor();
    const unread = messageCount - readTo - 1;
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Threads' }).first().click();

    await expect(page.getByRole('img', { name: `${unread} unread messages` })).toBeShown();
    await page.reload();
    await expect(page.getByRole('img', { name: `${unread} unread messages` })).toBeShown();
    await expect.poll(() => page.title()).toBe('(1) Threads · Landbridge');
  });

  it('counts no more once it is muted, and again when it is followed', async () => {
    await page.getByRole('banner').or(page.locator('header')).getByRole('button', { name: 'More actions' }).first().click();
    await page.getByRole('menuitem', { name: 'Mute this thread' }).click();
    await expect.poll(() => page.title()).not.toContain('(1)');

    await page.getByRole('button', { name: 'Muted' }).click();
    await expect.poll(() => page.title()).toContain('(1)');
  });

  const backgroundOf = (message: string): Promise<string> =>
    thread.message(message).evaluate((article) => getComputedStyle(article).backgroundColor);
});
