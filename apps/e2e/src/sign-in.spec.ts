import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage, setStageWith } from './support/stage.ts';
import { install, linkIn, newestMailTo, password } from './support/world.ts';

describe('the first page of a new installation without mail', () => {
  const stage = setStageWith(() => install({ hasMailbox: false }));
  let page: Page;
  let link: string;

  beforeAll(async () => {
    page = await stage.sit({ line: 'first' });
  });

  it('makes the organisation and its administrator', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /Start a new organisation/ }).click();
    await page.getByLabel('Name of the organisation').fill('Norrgard Energy');
    await page.getByLabel('Your name').fill('Ada Administrator');
    await page.getByLabel('Your e-mail').fill('ada@norrgard.example');
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Make the organisation' }).click();

    await expect(page.getByRole('heading', { name: 'Three steps to begin' })).toBeShown();
    await expect(page.getByRole('link', { name: 'Admin' })).toBeShown();
  });

  it('goes on in three steps: organisation, units, people', async () => {
    await page.getByLabel('Time zone').fill('Europe/Copenhagen');
    await page.getByLabel('Saturday').check();
    await page.getByLabel('Holidays').fill('2026-12-25\n2026-12-26');
    await page.getByRole('button', { name: 'Keep it and go on' }).click();
    await page.getByLabel('Name of the unit').fill('Norrgard');
    await page.getByRole('button', { name: 'Add unit' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Norrgard' }).waitFor();
    await page.getByRole('link', { name: 'Go on to people' }).click();

    await expect(page.getByRole('link', { name: 'Found the first community' })).toBeShown();
    await page.goto('/admin/organisation');
    await expect(page.getByLabel('Saturday')).toBeShown();
    await expect.poll(() => page.getByLabel('Saturday').isChecked()).toBe(true);
    await expect.poll(() => page.getByLabel('Holidays').inputValue()).toBe('2026-12-25\n2026-12-26');
  });

  it('shows the link of an invitation once, to hand on', async () => {
    await page.goto('/admin');
    await page.getByLabel('Name', { exact: true }).fill('Ben Berg');
    await page.getByLabel('E-mail', { exact: true }).fill('ben@norrgard.example');
    await page.getByRole('button', { name: 'Invite', exact: true }).click();
    const handed = page.getByRole('status').filter({ hasText: 'Hand this link to Ben Berg' });
    await handed.waitFor();
    link = linkIn(await handed.innerText());
    await page.reload();
    await page.getByText('Ben Berg').first().waitFor();

    expect(await page.getByText('/link/').count()).toBe(0);
  });

  it('lets the invited in by that link, and not twice', async () => {
    const bens = await stage.sit({ line: 'ben' });
    await bens.goto(link);
    await bens.getByRole('heading', { name: 'Welcome, Ben Berg' }).waitFor();
    await bens.getByLabel('New password').fill(password);
    await bens.getByRole('button', { name: 'Save and sign in' }).click();
    await bens.getByRole('heading', { name: /^Good /, level: 1 }).waitFor();
    await bens.goto(link);

    await expect(bens.getByRole('link', { name: 'Go to sign-in' })).toBeShown();
  });
});

describe('signing in', () => {
  const stage = setStage();
  let ben: Member;
  let page: Page;

  beforeAll(async () => {
    ben = await stage.world.person('Ben Berg', 'Rotor blades');
    page = await stage.sit({ line: 'ben' });
  });

  const signIn = async (seat: Page, secret: string) => {
    await seat.goto('/sign-in');
    await seat.getByLabel('E-mail').fill(ben.email);
    await seat.getByLabel('Password').fill(secret);
    await seat.getByRole('button', { name: 'Sign in', exact: true }).click();
  };

  it('leads to the sign-in page whoever is not signed in', async () => {
    await page.goto('/threads');

    await expect(page.getByRole('heading', { name: 'Norrgard Energy' })).toBeShown();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
  });

  it('says in words that a password does not match, and keeps the e-mail', async () => {
    await signIn(page, 'not the password');

    await expect(page.getByText('That address and password do not match.')).toBeShown();
    expect(await page.getByLabel('E-mail').inputValue()).toBe(ben.email);
  });

  it('opens Home', async () => {
    await signIn(page, password);

    await expect(page.getByRole('heading', { name: /^Good /, level: 1 })).toBeShown();
  });

  it('keeps the chosen theme', async () => {
    await page.goto('/settings');
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    await page.getByRole('radio', { name: 'Dark' }).click();
    await expect.poll(theme).toBe('dark');
    await page.reload();
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
    expect(await theme()).toBe('dark');
    await page.getByRole('radio', { name: 'Light' }).click();

    await expect.poll(theme).toBe('light');
  });

  it('can be ended from another browser, which leads to the sign-in page at once', async () => {
    const other = await stage.sit({ line: 'other', userAgent: 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0 line/other' });
    await signIn(other, password);
    await other.getByRole('heading', { name: /^Good /, level: 1 }).waitFor();
    // The socket is there once the sign-in can be told of its end.
    await other.waitForLoadState('networkidle');
    await page.goto('/settings');
    await page.getByRole('button', { name: 'End the sign-in on Firefox, Windows' }).click();

    await expect(other.getByRole('button', { name: 'Sign in', exact: true })).toBeShown();
  });

  it('takes a new password by a link in the mailbox', async () => {
    const other = await stage.sit({ line: 'forgot' });
    await other.goto('/sign-in');
    await other.getByLabel('E-mail').fill(ben.email);
    await other.getByRole('button', { name: 'Choose a new password' }).click();
    await other.getByText(`If ${ben.email} belongs to somebody here`).waitFor();
    await newestMailTo(stage.world.url, ben.email, 'Choose a new password');
    await other.goto('/mailbox');
    await other.getByRole('article').filter({ hasText: 'Choose a new password' }).getByRole('link').click();
    await other.getByLabel('New password').fill('quite another bridge of words');
    await other.getByRole('button', { name: 'Save and sign in' }).click();

    await expect(other.getByRole('heading', { name: /^Good /, level: 1 })).toBeShown();
  });
});
