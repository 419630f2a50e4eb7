import type { CommunityView } from '@landbridge/contract/communities';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { foundCommunity } from './support/world.ts';

describe('a business imperative', () => {
  const stage = setStage();
  let leader: Member;
  let administratorsPage: Page;
  let leadersPage: Page;
  let membersPage: Page;
  let community: CommunityView;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Lena Lund', 'Tower assembly');
    administratorsPage = await stage.sit({ line: 'administrator', member: world.administrator });
    leadersPage = await stage.sit({ line: 'leader', member: leader });
    membersPage = await stage.sit({ line: 'member', member: await world.person('Ben Berg', 'Rotor blades') });
    community = await foundCommunity(leader, { name: 'Supplier audits' });
    await foundCommunity(leader, { name: 'Night shifts' });
  });

  it('is named by an administrator, with its sponsor', async () => {
    await administratorsPage.goto('/admin/organisation');
    await administratorsPage.getByRole('button', { name: 'Name an imperative' }).click();
    await administratorsPage.getByLabel('Name of the imperative').fill('No bolt is tightened twice, anywhere');
    await administratorsPage.getByRole('combobox', { name: 'Sponsor' }).fill('Lena');
    await administratorsPage.getByRole('option', { name: 'Lena Lund' }).click();
    await administratorsPage.getByRole('button', { name: 'Name it' }).click();

    await expect(administratorsPage.getByText('Sponsor: Lena Lund')).toBeShown();
    await expect(administratorsPage.getByText('No community serves it')).toBeShown();
  });

  it('is chosen for a charter with the keyboard, and seen by others at once', async () => {
    await membersPage.goto(`/communities/${community.id}`);
    await expect(membersPage.getByRole('heading', { name: 'Supplier audits' })).toBeShown();
    await leadersPage.goto(`/communities/${community.id}`);
    await leadersPage.getByRole('button', { name: 'More actions' }).click();
    await leadersPage.getByRole('menuitem', { name: 'Edit charter' }).click();
    const field = leadersPage.getByRole('combobox', { name: 'Business imperatives' });
    await field.fill('twice');
    await leadersPage.getByRole('option', { name: 'No bolt is tightened twice, anywhere' }).waitFor();
    await field.press('Enter');
    await leadersPage.getByRole('button', { name: 'Save charter' }).click();

    await expect(membersPage.getByText('(sponsor: Lena Lund)')).toBeShown();
  });

  it('leads to the communities that serve it', async () => {
    await membersPage.getByRole('link', { name: 'No bolt is tightened twice, anywhere' }).click();

    const heading = 'Communities that serve: No bolt is tightened twice, anywhere';
    await expect(membersPage.getByRole('heading', { name: heading })).toBeShown();
    const found = membersPage.getByRole('list', { name: heading });
    await expect(found.getByText('Supplier audits')).toBeShown();
    expect(await found.getByText('Night shifts').count()).toBe(0);

    await membersPage.getByRole('link', { name: 'All communities' }).click();
    await expect(membersPage.getByText('Night shifts')).toBeShown();
  });

  it('stays where it is when it is closed, and is offered no more', async () => {
    await administratorsPage.reload();
    await administratorsPage.getByRole('button', { name: /^More for No bolt/ }).click();
    await administratorsPage.getByRole('menuitem', { name: 'Close' }).click();
    await expect(administratorsPage.getByText('Closed', { exact: true })).toBeShown();

    await leadersPage.reload();
    await expect(leadersPage.getByText('(sponsor: Lena Lund)')).toBeShown();
  });
});
