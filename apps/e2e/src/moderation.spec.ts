import { joinCommunity } from '@landbridge/contract/communities';
import type { ThreadId } from '@landbridge/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { foundCommunity, say, startThread } from './support/world.ts';

const words = 'Rui told three of us that the bearing is going to be recalled.';
const reason = 'Said in confidence.';

describe('a message that should not be read here', () => {
  const stage = setStage();
  let leader: Member;
  let author: Member;
  let leadersPage: Page;
  let authorsPage: Page;
  let readersPage: Page;
  let threadId: ThreadId;
  let communityId: string;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Lena Lund', 'Tower assembly');
    author = await world.person('Anna Alvarez', 'Tower assembly');
    const reader = await world.person('Ben Berg', 'Rotor blades');
    const community = await foundCommunity(leader, { name: 'Bearings' });
    communityId = community.id;
    for (const person of [author, reader]) await person.do(joinCommunity, { params: { communityId: community.id } });
    threadId = (await startThread(leader, community.id, { title: 'Main bearings after ten years' })).id;
    await say(author, threadId, words);
    leadersPage = await stage.sit({ line: 'leader', member: leader });
    authorsPage = await stage.sit({ line: 'author', member: author });
    readersPage = await stage.sit({ line: 'reader', member: reader });
    for (const page of [authorsPage, readersPage]) await threadScreen(page).open(threadId);
    await leadersPage.goto(`/communities/${communityId}?tab=lead`);
  });

  const place = (page: Page) => page.getByRole('article').filter({ hasText: `Hidden by a leader: ${reason}` });

  it('is reported by who reads it, and reaches the leader at once', async () => {
    await leadersPage.getByRole('heading', { name: 'What needs you as a leader' }).waitFor();
    await threadScreen(readersPage).choose(words, 'Report…');
    await readersPage.getByRole('radio', { name: /Confidential/ }).check();
    await readersPage.getByLabel('A sentence for them, if you wish').fill('It was meant for three people.');
    await readersPage.getByRole('button', { name: 'Report message' }).click();

    await expect(readersPage.getByText('You reported this.')).toBeShown();
    await expect(leadersPage.getByRole('heading', { name: 'Reported' })).toBeShown();
    await expect(leadersPage.getByText('It was meant for three people.')).toBeShown();
    expect(await authorsPage.getByText(/reported/).count()).toBe(0);
  });

  it('is hidden with a reason, and everybody sees its place and why without looking again', async () => {
    await leadersPage.getByRole('button', { name: 'Hide…' }).click();
    await leadersPage.getByLabel(/^Why\?/).fill(reason);
    await leadersPage.getByRole('button', { name: 'Hide message' }).click();

    await expect(place(readersPage)).toBeShown();
    await expect(place(authorsPage)).toBeShown();
    expect(await readersPage.getByText(words).count()).toBe(0);
    await leadersPage.getByRole('heading', { name: 'Reported' }).waitFor({ state: 'detached' });
  });

  it('can still be read by its author, and by nobody else who is no leader', async () => {
    await place(authorsPage).getByRole('button', { name: 'Show what it said' }).click();

    await expect(authorsPage.getByText(words)).toBeShown();
    expect(await place(readersPage).getByRole('button', { name: 'Show what it said' }).count()).toBe(0);
  });

  it('is shown again by the leader, as it was', async () => {
    await threadScreen(leadersPage).open(threadId);
    await place(leadersPage).hover();
    await place(leadersPage).getByRole('button', { name: 'More actions' }).click();
    await leadersPage.getByRole('menuitem', { name: 'Show again' }).click();

    await expect(threadScreen(readersPage).message(words)).toBeShown();
    await expect(threadScreen(authorsPage).message(words)).toBeShown();
  });
});
