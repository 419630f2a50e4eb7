import { editProfile, getOwnProfile } from '@landbridge/contract/people';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

describe('a profile', () => {
  const stage = setStage();
  let amara: Member;
  let reader: Member;
  let page: Page;
  let readersPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    amara = await world.person('Amara Okonkwo', 'Nacelle assembly');
    reader = await world.person('Rui Rocha', 'Tower assembly');
    page = await stage.sit({ line: 'amara', member: amara });
    readersPage = await stage.sit({ line: 'reader', member: reader });
  });

  it('is written by its subject, kept while they write, and read by others without what is theirs alone', async () => {
    await page.goto(`/people/${amara.id}`);
    await page.getByRole('link', { name: 'Edit profile' }).click();
    await page.getByLabel('What you do').fill('Nacelle fitter');
    await page.getByLabel('Ask me about').fill('preload, hydraulic tensioners');
    await page.getByLabel('About you').fill('I ask **too many** questions about bolts.');
    await page.getByLabel('Worlds I have moved between').fill('Lagos, then a shipyard.');
    await page.reload();
    await page.getByRole('button', { name: 'Save profile' }).click();
    await page.getByText('hydraulic tensioners').waitFor();
    await readersPage.goto(`/people/${amara.id}`);

    await expect(readersPage.getByText('I ask too many questions about bolts.')).toBeShown();
    await expect(readersPage.getByText('Nacelle fitter')).toBeShown();
    expect(await readersPage.content()).not.toContain('shipyard');
  });

  it('that was changed in another place is shown beside what was typed, and the writer decides', async () => {
    await page.goto('/profile/edit');
    await page.getByLabel('Place', { exact: true }).fill('Aalvik');
    const own = await amara.do(getOwnProfile);
    await amara.do(editProfile, { body: { ...own, place: 'Esbjerg' } });

    await page.getByRole('button', { name: 'Save profile' }).click();
    await expect(page.getByText('What you typed is kept below')).toBeShown();
    await page.getByRole('button', { name: 'Save this over it' }).click();

    await expect(page.getByText('Aalvik')).toBeShown();
  });

  it('tells the way somebody came, and each step is theirs to keep', async () => {
    const community = await foundCommunity(stage.world.administrator, { name: 'Tower flanges' });
    await join(amara, community.id);
    await page.goto(`/people/${amara.id}`);
    await page.getByRole('link', { name: 'Joined Tower flanges' }).waitFor();

    await page.getByRole('button', { name: 'Keep to myself: Tower flanges' }).click();
    await page.getByText('Only you see this.').waitFor();
    await readersPage.goto(`/people/${amara.id}`);
    await readersPage.getByRole('heading', { name: 'Amara Okonkwo' }).waitFor();

    expect(await readersPage.getByText('Joined Tower flanges').count()).toBe(0);
  });

  it('is found by what somebody knows: a topic, or what they wrote', async () => {
    const community = await foundCommunity(reader, { name: 'Cold weather' });
    const thread = await startThread(reader, community.id, { title: 'Drift in the cold' });
    await say(amara, thread.id, 'Our galvanometer drifts below ten degrees.');
    await readersPage.goto('/people');

    await readersPage.getByLabel('Find people by name, or by what they know').fill('galvanometer');
    await expect(readersPage.getByText('Wrote in: Drift in the cold')).toBeShown();
    await readersPage.getByLabel('Find people by name, or by what they know').fill('tensioners');
    await readersPage.getByText('Ask about: hydraulic tensioners').click();

    await expect(readersPage.getByRole('link', { name: 'Drift in the cold' })).toBeShown();
  });
});
