import { closeUnit, createUnit } from '@landbridge/contract/organisation';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { newClientId } from './support/world.ts';

describe('an administrator', () => {
  const stage = setStage();
  let page: Page;
  let ben: Member;
  let bens: Page;

  beforeAll(async () => {
    ben = await stage.world.person('Ben Berg', 'Rotor blades');
    page = await stage.sit({ line: 'ada', member: stage.world.administrator });
    bens = await stage.sit({ line: 'ben', member: ben });
    await bens.goto('/threads');
    // The socket is there once a right can be told of.
    await bens.waitForLoadState('networkidle');
    await page.goto('/admin');
  });

  const choose = async (entry: string) => {
    await page.getByRole('button', { name: 'More for Ben Berg' }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };

  it('gives a role, which shows in the other browser at once', async () => {
    await choose('Change roles');
    await page.getByRole('checkbox', { name: 'Administrator' }).check();

    await expect(bens.getByRole('link', { name: 'Admin' })).toBeShown();
  });

  it('appoints a manager of a unit', async () => {
    await page.getByLabel('Appoint as manager of').selectOption({ label: 'Rotor blades' });

    await expect(page.getByRole('button', { name: 'No longer manager of Rotor blades' })).toBeShown();
    await page.getByRole('button', { name: 'Done' }).click();
  });

  it('moves somebody to another unit from a day on, after asking', async () => {
    await stage.world.person('Cleo Castro', 'Foundations');
    await page.reload();
    const unit = page.getByLabel('Unit of Ben Berg');
    await unit.selectOption({ label: 'Foundations' });
    const dialog = page.getByRole('dialog', { name: 'Move Ben Berg to Foundations?' });
    await dialog.getByLabel('From which day?').fill('2031-01-01');
    await dialog.getByRole('button', { name: 'Move to Foundations' }).click();
    await dialog.getByText(/is in the future/).waitFor();
    expect(await unit.locator('option:checked').innerText()).toBe('Rotor blades');

    await dialog.getByLabel('From which day?').fill('');
    await dialog.getByRole('button', { name: 'Move to Foundations' }).click();
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => unit.locator('option:checked').innerText()).toBe('Foundations');
  });

  it('deactivates somebody, who is signed out at once', async () => {
    await choose('Deactivate…');
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click();

    await expect(bens.getByRole('button', { name: 'Sign in', exact: true })).toBeShown();
    await expect(page.getByText('Ben Berg is deactivated and signed out everywhere.')).toBeShown();
  });

  it('brings them back', async () => {
    await page.getByLabel('Show', { exact: true }).selectOption('deactivated');
    await page.getByRole('button', { name: 'Bring back Ben Berg' }).click();

    await expect(page.getByText('Ben Berg can sign in again.')).toBeShown();
  });

  it('finds all of it in the audit log, newest first', async () => {
    await page.getByRole('link', { name: 'Audit log' }).click();
    const entries = page.getByRole('list', { name: 'Audit log' }).getByRole('listitem').filter({ hasText: 'Ben Berg' });
    await entries.first().waitFor();

    expect((await entries.allInnerTexts()).slice(0, 5).map((entry) => entry.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringContaining('Ada Administrator brought Ben Berg back'),
      expect.stringContaining('deactivated Ben Berg'),
      expect.stringContaining('moved Ben Berg to Foundations'),
      expect.stringContaining('appointed Ben Berg manager of Rotor blades'),
      expect.stringContaining('made Ben Berg administrator'),
    ]);
  });
});

describe('an administrator and the units', () => {
  const stage = setStage();
  let page: Page;

  beforeAll(async () => {
    await stage.world.person('Ben Berg', 'Rotor blades');
    await stage.world.person('Rui Rocha', 'Tower assembly');
    page = await stage.sit({ line: 'ada', member: stage.world.administrator });
    await page.goto('/admin');
  });

  const tree = () => page.getByRole('list', { name: 'Units' });
  const choose = async (unit: string, entry: string) => {
    await page.getByRole('button', { name: `More for ${unit}` }).click();
    await page.getByRole('menuitem', { name: entry }).click();
  };

  it('is told why a unit with people cannot be closed', async () => {
    await choose('Rotor blades', 'Close…');
    await page.getByRole('button', { name: 'Close unit' }).click();

    await expect(page.getByRole('alert').filter({ hasText: 'People belong to this unit still.' })).toBeShown();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  it('renames a unit', async () => {
    await choose('Rotor blades', 'Rename…');
    await page.getByRole('dialog').getByLabel('Name of the unit').fill('Blades');
    await page.getByRole('button', { name: 'Rename unit' }).click();

    await expect(tree().getByText('Blades', { exact: true })).toBeShown();
  });

  it('merges a unit into another, and its people follow', async () => {
    await choose('Blades', 'Merge into another…');
    await page.getByLabel('Merge into').selectOption({ label: 'Tower assembly' });
    await page.getByRole('button', { name: 'Merge unit' }).click();
    await page.getByText('Blades is part of Tower assembly now.').waitFor();
    await page.reload();
    await page.getByText('One closed unit').click();
    await page.getByText(/^Part of Tower assembly since/).waitFor();

    const unit = page.getByLabel('Unit of Ben Berg');
    await unit.waitFor();
    expect(await unit.locator('option:checked').innerText()).toBe('Tower assembly');
    expect(await tree().getByText('Blades').count()).toBe(0);
  });
});

describe('an administrator who closed a unit by mistake', () => {
  const stage = setStage();

  it('opens it again', async () => {
    const { id } = await stage.world.administrator.do(createUnit, { body: { clientId: newClientId(), name: 'Grid' } });
    await stage.world.administrator.do(closeUnit, { params: { unitId: id } });
    const page = await stage.sit({ line: 'ada', member: stage.world.administrator });
    await page.goto('/admin');
    await page.getByText('One closed unit').click();

    await page.getByRole('button', { name: 'Open Grid again' }).click();

    await expect(page.getByText('Grid is open again.')).toBeShown();
    await expect(page.getByRole('list', { name: 'Units' }).getByText('Grid')).toBeShown();
  });
});

describe('an administrator with a file of people', () => {
  const stage = setStage();
  let page: Page;
  const file = {
    name: 'people.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'name;email;unit\nNadia Haddad;nadia@norrgard.example;Rotor blades\nBen;ben.berg@norrgard.example;\nLea;lea@norrgard.example;Nowhere',
    ),
  };

  beforeAll(async () => {
    await stage.world.person('Ben Berg', 'Rotor blades');
    page = await stage.sit({ line: 'ada', member: stage.world.administrator });
    await page.goto('/admin');
    await page.getByRole('link', { name: 'Import people' }).click();
  });

  it('sees what each line would do before anything is done', async () => {
    await page.getByLabel('File').setInputFiles(file);

    await expect(page.getByText('1 person is new, 1 is here already and stays as they are, 1 line cannot be used.')).toBeShown();
    await expect(page.getByText('No open unit is called “Nowhere”')).toBeShown();
  });

  it('brings them in', async () => {
    await page.getByRole('button', { name: 'Bring in 1 person' }).click();

    await expect(page.getByText('1 person is here now.')).toBeShown();
  });

  it('changes nothing with the same file again', async () => {
    await page.getByLabel('File').setInputFiles(file);

    await expect(page.getByText('Nobody is new, 2 are here already')).toBeShown();
  });

  it('finds them among the people, in their unit', async () => {
    await page.getByRole('link', { name: 'Admin' }).first().click();

    const unit = page.getByLabel('Unit of Nadia Haddad');
    await unit.waitFor();
    expect(await unit.locator('option:checked').innerText()).toBe('Rotor blades');
  });
});
