import type { ThreadId } from '@landbridge/contract';
import { getThread } from '@landbridge/contract/threads';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen, type ThreadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

describe('a conversation between two units', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let threadId: ThreadId;
  let annasPage: Page;
  let bensPage: Page;
  let annas: ThreadScreen;
  let bens: ThreadScreen;

  beforeAll(async () => {
    const { world } = stage;
    [anna, ben] = await Promise.all([world.person('Anna Alvarez', 'Tower assembly'), world.person('Ben Berg', 'Rotor blades')]);
    const community = await foundCommunity(anna);
    await join(ben, community.id);
    threadId = (await startThread(anna, community.id, { markdown: 'How does the next crew know?' })).id;
    annasPage = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: ben });
    annas = threadScreen(annasPage);
    bens = threadScreen(bensPage);
    await annas.open(threadId);
    await bens.open(threadId);
    await bensPage.getByText('2 here now').waitFor();
    await Promise.all([annasPage, bensPage].map((page) => page.waitForLoadState('networkidle')));
  });

  /** What Ben's browser asked for while something happened, but for telling how far he has read, and a font that is used for the first time. */
  const askedByBenDuring = async (happening: () => Promise<void>): Promise<string[]> => {
    const { requests } = stage.world.proxy.line('ben');
    const before = requests.length;
    await happening();
    const isOwn = (request: string) => request === `PUT /api/threads/${threadId}/read-state` || request.endsWith('.woff2');
    return requests.slice(before).filter((request) => !isOwn(request));
  };

  it('shows each of the two that the other is there', async () => {
    await expect(annasPage.getByText('2 here now')).toBeShown();
    await expect(bensPage.getByText('2 here now')).toBeShown();
  });

  it('shows that the other is writing', async () => {
    await annas.field.fill('We paint');

    await expect(bensPage.getByText('Anna Alvarez is writing')).toBeShown();
  });

  it('shows a message to the other at once, without a request', async () => {
    const asked = await askedByBenDuring(async () => {
      await annas.write('We paint a stripe across bolt and flange.');
      await bens.message('We paint a stripe').waitFor();
    });

    expect(asked).toEqual([]);
  });

  it('shows an edit to the other at once, without a request', async () => {
    const asked = await askedByBenDuring(async () => {
      await annas.choose('We paint a stripe', 'Edit');
      await annasPage.getByRole('textbox', { name: 'Edit your message' }).fill('We paint two stripes across bolt and flange.');
      await annasPage.getByRole('button', { name: /^Save changes/ }).click();
      await bens.message('We paint two stripes').getByText('edited', { exact: true }).waitFor();
    });

    expect(asked).toEqual([]);
  });

  it('shows a reaction to the other at once, without a request', async () => {
    const asked = await askedByBenDuring(async () => {
      await annas.choose('We paint two stripes', 'React with 👍');
      await bens.message('We paint two stripes').getByRole('button', { name: '👍, 1 person' }).waitFor();
    });

    expect(asked).toEqual([]);
  });

  it('leaves the place of a deleted message, without a request', async () => {
    await annas.write('A slip of the pen.');
    await bens.message('A slip of the pen.').waitFor();

    const asked = await askedByBenDuring(async () => {
      await annas.choose('A slip of the pen.', 'Delete');
      await annasPage.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
      await bens.deleted.waitFor();
    });

    expect(asked).toEqual([]);
  });

  it('goes on after the server was killed: what was written meanwhile waits and is sent, once and in order', async () => {
    await stage.world.server.kill();
    await bens.write('Written while the server was away.');
    await bens.message('Written while the server was away.').getByText('Not sent yet').waitFor();
    await stage.world.server.start();

    await annas.message('Written while the server was away.').waitFor();
    await annas.write('And we go on.');
    await bens.message('And we go on.').waitFor();
    await expect.poll(() => bens.message('Not sent yet').count()).toBe(0);

    const { messages } = await anna.do(getThread, { params: { threadId }, query: { at: 'newest' } });
    const fresh = messages.map(({ excerpt, deletedAt }) => (deletedAt ? '' : excerpt));
    expect(fresh).toEqual([
      'How does the next crew know?',
      'We paint two stripes across bolt and flange.',
      '',
      'Written while the server was away.',
      'And we go on.',
    ]);
    expect({ annas: await annas.said(), bens: await bens.said() }).toEqual({ annas: fresh, bens: fresh });
  });

  it('goes on after the server was stopped in order and started again', async () => {
    await stage.world.server.terminate();
    await stage.world.server.start();

    await annas.write('Still here.');
    await expect(bens.message('Still here.')).toBeShown();
  });

  it('fills in what was said while a browser was cut off', async () => {
    stage.world.proxy.line('ben').refuse();
    await say(anna, threadId, 'Said while Ben was away.');
    stage.world.proxy.line('ben').heal();

    await expect(bens.message('Said while Ben was away.')).toBeShown();
  });
});
