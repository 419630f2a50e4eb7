import { appointMember, closeCommunity, getCommunity, type CommunityView } from '@landbridge/contract/communities';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { foundCommunity, startThread } from './support/world.ts';

describe('a closed community', () => {
  const stage = setStage();
  let leader: Member;
  let asker: Member;
  let leadersPage: Page;
  let askersPage: Page;
  let community: CommunityView;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Lena Lund', 'Tower assembly');
    asker = await world.person('Ben Berg', 'Rotor blades');
    leadersPage = await stage.sit({ line: 'leader', member: leader });
    askersPage = await stage.sit({ line: 'asker', member: asker });
    community = await foundCommunity(leader, { name: 'Supplier audits', visibility: 'closed' });
    await startThread(leader, community.id, { title: 'What we found in June' });
  });

  const open = (page: Page) => page.goto(`/communities/${community.id}`);
  const asking = () => leadersPage.getByRole('heading', { name: '1 person asks to join' });

  it('shows its charter to whoever asks, keeps their words, and tells its leaders at once', async () => {
    await open(leadersPage);
    await open(askersPage);
    await expect(askersPage.getByText('Joints that hold for thirty years.')).toBeShown();
    expect(await askersPage.getByText('What we found in June').count()).toBe(0);

    await askersPage.getByLabel('Why would you like to join?').fill('I buy what you audit.');
    await askersPage.reload();
    await askersPage.getByRole('button', { name: 'Ask to join' }).click();

    await expect(askersPage.getByText('The leaders have not answered yet.')).toBeShown();
    await expect(asking()).toBeShown();
    await expect(leadersPage.getByText('I buy what you audit.')).toBeShown();
  });

  it('answers with a word, and whoever asked reads it without looking again', async () => {
    await leadersPage.getByRole('button', { name: 'Decline: Ben Berg' }).click();
    await leadersPage.getByLabel('A word to Ben Berg').fill('After the audit of July, gladly.');
    await leadersPage.getByRole('button', { name: 'Decline', exact: true }).click();

    await expect(askersPage.getByText('After the audit of July, gladly.')).toBeShown();
    await expect(askersPage.getByRole('button', { name: 'Ask again' })).toBeShown();
  });

  it('opens to whoever is let in, who is told whom to greet', async () => {
    await askersPage.getByRole('button', { name: 'Ask again' }).click();
    await asking().waitFor();
    await leadersPage.getByRole('button', { name: 'Let in: Ben Berg' }).click();
    await askersPage.getByRole('link', { name: 'Conversation', exact: true }).click();
    await expect(askersPage.getByText('What we found in June')).toBeShown();
    await expect(askersPage.getByRole('link', { name: /Lena Lund convenes this community/ })).toBeShown();
  });

  it('has open places that a member takes and lays down again', async () => {
    await askersPage.getByRole('button', { name: 'Open. Would you? Community keeper' }).click();
    await expect(leadersPage.getByRole('link', { name: 'Ben Berg' })).toBeShown();

    await askersPage.getByRole('button', { name: 'Lay it down: Community keeper' }).click();
    await expect(leadersPage.getByRole('button', { name: 'Open. Would you? Community keeper' })).toBeShown();
  });
});

describe('a community that is closed down', () => {
  const stage = setStage();

  it('takes nothing new from the moment it closes, in threads that are open too, until it is opened again', async () => {
    const { world } = stage;
    const convener = world.administrator;
    const member = await world.person('Ben Berg', 'Rotor blades');
    const community = await foundCommunity(convener);
    const at = { params: { communityId: community.id } };
    await convener.do(appointMember, { params: { ...at.params, personId: member.id }, body: { role: 'member' } });
    const thread = await startThread(convener, community.id);
    const page = await stage.sit({ line: 'member', member });
    const convenersPage = await stage.sit({ line: 'convener', member: convener });
    await threadScreen(page).open(thread.id);
    const composer = page.getByRole('textbox', { name: /message/i }).last();
    await composer.waitFor();

    await convener.do(closeCommunity, at);

    await expect(page.getByText('This community was closed.')).toBeShown();
    await composer.waitFor({ state: 'detached' });
    await convenersPage.goto(`/communities/${community.id}`);
    await convenersPage.getByRole('button', { name: 'Open again' }).click();
    await composer.waitFor();
    expect((await convener.do(getCommunity, at)).closedAt).toBeNull();
  });
});
