import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { setStageWith } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { install, linkIn, password } from './support/world.ts';

const issue = 'Preload falls after 500 hours';

const lineOf = (name: string): string => name.replace(/ .*/, '').toLowerCase();

/** Everything is done in browsers, from an empty database on; the member comes by phone. */
describe('an organisation made by the three steps', () => {
  const stage = setStageWith(() => install({ hasMailbox: false }));
  const members: Record<string, Page> = {};
  let leader: Page;

  const named = (name: string): Page => {
    const page = members[name];
    if (!page) throw new Error(`${name} has not come yet.`);
    return page;
  };

  const invite = async (name: string, unit: string): Promise<string> => {
    await leader.goto('/admin');
    await leader.getByLabel('Name', { exact: true }).fill(name);
    await leader.getByLabel('E-mail', { exact: true }).fill(`${lineOf(name)}@norrgard.example`);
    await leader.getByLabel('Unit', { exact: true }).selectOption({ label: unit });
    await leader.getByRole('button', { name: 'Invite', exact: true }).click();
    const handed = leader.getByRole('status').filter({ hasText: `Hand this link to ${name}` });
    await handed.waitFor();
    return linkIn(await handed.innerText());
  };

  const come = async (name: string, unit: string): Promise<void> => {
    const link = await invite(name, unit);
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
    const page = await stage.sit({ line: lineOf(name), ...(name === 'Ben Berg' ? phone : {}) });
    await page.goto(link);
    await page.getByLabel('New password').fill(password);
    await page.getByRole('button', { name: 'Save and sign in' }).click();
    await page.getByRole('heading', { name: /^Good /, level: 1 }).waitFor();
    members[name] = page;
  };

  it('gets its units and its first community', async () => {
    leader = await stage.sit({ line: 'leader' });
    await leader.goto('/');
    await leader.getByRole('button', { name: /Start a new organisation/ }).click();
    await leader.getByLabel('Name of the organisation').fill('Norrgard Energy');
    await leader.getByLabel('Your name').fill('Lena Lund');
    await leader.getByLabel('Your e-mail').fill('lena@norrgard.example');
    await leader.getByLabel('Password').fill(password);
    await leader.getByRole('button', { name: 'Make the organisation' }).click();
    await leader.getByRole('button', { name: 'Keep it and go on' }).click();
    for (const unit of ['Towers', 'Rotor blades']) {
      await leader.getByLabel('Name of the unit').fill(unit);
      await leader.getByRole('button', { name: 'Add unit' }).click();
      await leader.getByRole('listitem').filter({ hasText: unit }).waitFor();
    }
    await leader.getByRole('link', { name: 'Go on to people' }).click();
    await leader.getByRole('link', { name: 'Found the first community' }).click();
    await leader.getByLabel('Name', { exact: true }).fill('Bolted joints');
    await leader.getByRole('button', { name: 'Found the community' }).click();

    await expect(leader.getByRole('heading', { name: 'Bolted joints', level: 1 })).toBeShown();
  });

  it('lets a member join in two taps on a phone, and post what is in the way', async () => {
    await come('Ben Berg', 'Rotor blades');
    const page = named('Ben Berg');
    await page.goto('/communities');
    await page.getByRole('link', { name: /Bolted joints/ }).click();
    await page.getByRole('button', { name: 'Join', exact: true }).click();
    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Post' }).click();
    const bar = page.getByRole('navigation', { name: 'Places' });
    await page.getByLabel('Title').fill(issue);
    await page.getByRole('textbox', { name: 'Situation' }).fill('Three towers in a row.');
    await page.getByRole('combobox', { name: 'Tags' }).fill('preload,');

    expect(await bar.getByRole('link', { name: 'Post' }).getAttribute('aria-current')).toBe('page');
    expect(await bar.getByRole('link', { name: 'Issues' }).getAttribute('aria-current')).toBeNull();
    await page.getByRole('button', { name: /^Post issue/ }).click();
    await expect(page.getByRole('heading', { name: issue, level: 1 })).toBeShown();
  });

  it('shows its leader what waits for an answer, which the member reads live and says that it helped', async () => {
    await leader.goto('/communities');
    await leader
      .getByRole('link', { name: /Bolted joints/ })
      .first()
      .click();
    await leader.getByRole('link', { name: 'Lead', exact: true }).click();
    await leader
      .getByRole('link', { name: new RegExp(issue) })
      .first()
      .click();
    await threadScreen(leader).write('Mask the seat before topcoat.');
    const page = named('Ben Berg');
    await page.getByText('Mask the seat before topcoat.').first().waitFor();
    await threadScreen(page).choose('Mask the seat', 'This helped');

    await expect(leader.getByRole('article').filter({ hasText: 'Helped' })).toBeShown();
  });

  it('completes the tags that are in use for the next who asks', async () => {
    await come('Cleo Castro', 'Towers');
    const page = named('Cleo Castro');
    await page.goto('/communities');
    await page
      .getByRole('link', { name: /Bolted joints/ })
      .first()
      .click();
    await page.getByRole('heading', { name: 'Bolted joints', level: 1 }).waitFor();
    await page.keyboard.press('c');
    await page.getByLabel('Title').fill('Preload in frost');
    await page.getByRole('combobox', { name: 'Tags' }).fill('pre');
    await page.getByRole('option', { name: 'preload' }).click();

    await expect(page.getByRole('button', { name: 'Remove preload' })).toBeShown();
  });

  it('tells who somebody is where the pointer rests on a name, asked for once, and closed by Esc', async () => {
    const page = named('Cleo Castro');
    await page.keyboard.press('Escape');
    await page.goto('/issues');
    await page.getByRole('link', { name: new RegExp(issue) }).click();
    const name = page.getByRole('article').getByRole('link', { name: 'Lena Lund' });
    const { requests } = stage.world.proxy.line(lineOf('Cleo Castro'));
    await name.hover();
    const card = page.getByRole('group', { name: 'Lena Lund' });
    await card.getByRole('link', { name: 'Open the profile' }).waitFor();
    await page.mouse.move(0, 0);
    await card.waitFor({ state: 'detached' });

    await page.keyboard.press('Tab');
    await name.focus();
    await card.waitFor();
    expect(requests.filter((request) => /^GET \/api\/people\/[^/]+$/.test(request))).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(card).toBeGone();
  });
});
