import type { ThreadId } from '@landbridge/contract';
import { listRequests, decideRequest, type CommunityView } from '@landbridge/contract/communities';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

/** The place in the rail, with its figure. */
const count = (page: Page, figure: string) => page.getByRole('link', { name: `Notices ${figure}`.trim(), exact: true });
const rows = (page: Page) => page.getByRole('main').getByRole('listitem');
const mention = ({ id, name }: Member) => `[@${name}](person:${id})`;

describe('notices', () => {
  const stage = setStage();
  let reader: Member;
  let writer: Member;
  let threadId: ThreadId;
  let messageId: string;
  let tab: Page;
  let otherTab: Page;

  beforeAll(async () => {
    const { world } = stage;
    [reader, writer] = await Promise.all([world.person('Rita Rask', 'Tower assembly'), world.person('Wim Wolters', 'Rotor blades')]);
    const community = await foundCommunity(writer);
    await join(reader, community.id);
    threadId = (await startThread(writer, community.id, { title: 'Which grease stands salt water?' })).id;
    tab = await stage.sit({ line: 'reader', member: reader });
    otherTab = await tab.context().newPage();
    await tab.goto('/');
    await otherTab.goto('/notices');
  });

  it('say what belongs there while there is none', async () => {
    await expect(otherTab.getByText('Nothing has concerned you yet')).toBeShown();
  });

  it('arrive by themselves in every tab, with who, where and why', async () => {
    messageId = (await say(writer, threadId, `${mention(reader)} ours washes off within a winter.`)).id;

    await expect(count(tab, '1')).toBeShown();
    await expect(count(otherTab, '1')).toBeShown();
    const row = rows(otherTab).filter({ hasText: 'Which grease stands salt water?' });
    await expect(row.getByText(/Wim Wolters mentioned you: .*ours washes off/)).toBeShown();
    await expect(row.getByText(/Your name is in it/)).toBeShown();
  });

  it('lead to the message by keys, and are read then in the other tab too', async () => {
    await tab.keyboard.press('g');
    await tab.keyboard.press('n');
    await rows(tab).first().waitFor();
    await tab.keyboard.press('j');
    await tab.keyboard.press('Enter');

    await expect(tab.getByText('ours washes off within a winter.')).toBeShown();
    await expect.poll(() => tab.url()).toContain(messageId);
    await expect(count(otherTab, '')).toBeShown();
    await otherTab.getByRole('img', { name: 'Unread' }).waitFor({ state: 'detached' });
  });

  it('are turned off by kind where they stand: others still come', async () => {
    await rows(otherTab).getByRole('button', { name: 'Options for this notice' }).click();
    await otherTab.getByRole('menuitem', { name: 'Turn off notices of this kind' }).click();
    await expect(otherTab.getByText(/Off from now on: “Somebody mentions me”/)).toBeShown();
    await tab.goto('/settings');
    await expect(tab.getByRole('checkbox', { name: 'Somebody replies to me' })).toBeShown();
    expect(await tab.getByRole('checkbox', { name: 'Somebody mentions me' }).isChecked()).toBe(false);

    await say(writer, threadId, `${mention(reader)} and yours?`);
    const own = await say(reader, threadId, 'Ours holds.');
    await say(writer, threadId, 'Which one is it?', { replyToId: own.id });

    const row = rows(otherTab).filter({ hasText: 'Which grease stands salt water?' });
    await expect(row.getByText('Wim Wolters replied to you: Which one is it?')).toBeShown();
    expect(await row.getByText(/and one more/).count()).toBe(0);
  });

  it('are all marked read at once, and unread again by Undo', async () => {
    await otherTab.getByRole('button', { name: 'Mark all read' }).click();
    await expect(count(tab, '')).toBeShown();

    await otherTab.getByRole('button', { name: /Undo/ }).last().click();
    await expect(count(tab, '1')).toBeShown();
    await otherTab.getByRole('link', { name: 'Unread (1)' }).click();
    await expect(rows(otherTab)).toBeShown();
  });
});

describe('notices of a closed community', () => {
  const stage = setStage();
  let leader: Member;
  let asker: Member;
  let community: CommunityView;
  let leadersPage: Page;
  let askersPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Lena Lund', 'Tower assembly');
    asker = await world.person('Ben Berg', 'Rotor blades');
    community = await foundCommunity(leader, { name: 'Supplier audits', visibility: 'closed' });
    leadersPage = await stage.sit({ line: 'leader', member: leader });
    askersPage = await stage.sit({ line: 'asker', member: asker });
    await leadersPage.goto('/notices');
  });

  it('tell its leaders who asks to join, and are read by looking there', async () => {
    await askersPage.goto(`/communities/${community.id}`);
    await askersPage.getByLabel('Why would you like to join?').fill('I buy what you audit.');
    await askersPage.getByRole('button', { name: 'Ask to join' }).click();

    await expect(leadersPage.getByText('Ben Berg asks to join: I buy what you audit.')).toBeShown();
    await leadersPage.getByRole('main').getByRole('link', { name: 'Supplier audits' }).click();
    await expect(leadersPage.getByRole('heading', { name: '1 person asks to join' })).toBeShown();
    await expect(count(leadersPage, '')).toBeShown();
  });

  it('tell whoever asked that they were let in', async () => {
    await askersPage.goto('/notices');
    await askersPage.getByText('Nothing has concerned you yet').waitFor();
    const [request] = (await leader.do(listRequests, { params: { communityId: community.id } })).requests;
    if (!request) throw new Error('Nobody asks to join.');

    await leader.do(decideRequest, { params: { communityId: community.id, requestId: request.id }, body: { decision: 'approved' } });

    await expect(askersPage.getByText('Lena Lund let you in')).toBeShown();
    await expect(count(askersPage, '1')).toBeShown();
  });
});
