import { randomUUID } from 'node:crypto';
import { clientId, type ThreadId } from '@landbridge/contract';
import { openCrossUnitThread } from '@landbridge/contract/threads';
import { listUnits } from '@landbridge/contract/organisation';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen } from './support/thread-screen.ts';
import { say } from './support/world.ts';

const question = 'Which calibration would each of our units accept?';

describe('a thread across units', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let outsider: Member;
  let annasPage: Page;
  let bensPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    anna = await world.person('Anna Alvarez', 'Tower assembly');
    ben = await world.person('Ben Berg', 'Rotor blades');
    outsider = await world.person('Olga Outside', 'Payroll');
    annasPage = await stage.sit({ line: 'anna', member: anna });
    bensPage = await stage.sit({ line: 'ben', member: ben });
  });

  const openByAnna = async (): Promise<ThreadId> => {
    const { units } = await anna.do(listUnits);
    const unitIds = units.filter(({ name }) => name !== 'Payroll').map(({ id }) => id);
    const body = {
      clientId: clientId.parse(randomUUID()),
      title: 'A wrench we trust',
      question,
      unitIds,
      markdown: 'What must you see on it?',
    };
    return (await anna.do(openCrossUnitThread, { body })).thread.id;
  };

  it('is started from the list of threads, with what is written kept until then', async () => {
    await annasPage.goto('/threads?show=across-units');
    await annasPage.getByRole('link', { name: 'Start across units' }).click();
    await annasPage.getByLabel('What is it about?').fill('A wrench we trust');
    await annasPage.getByLabel('What do we want to find out?').fill(question);
    await annasPage.getByRole('checkbox', { name: 'Rotor blades' }).check();
    await annasPage.getByRole('checkbox', { name: 'Tower assembly' }).check();
    await annasPage.getByRole('textbox', { name: 'First message' }).fill('What must you see on it?');
    await annasPage.reload();
    await annasPage.getByRole('button', { name: /^Start thread/ }).click();

    await expect(annasPage.getByRole('heading', { name: 'A wrench we trust' })).toBeShown();
    await expect(annasPage.getByText(question)).toBeShown();
    await expect(annasPage.getByText('No single community. 2 units, as equals.')).toBeShown();
    await expect(unitsOf(annasPage).filter({ hasText: 'Not heard yet' })).toBeShown();
  });

  it('reaches the people of the units it is for, in their list, and nobody else', async () => {
    const id = await openByAnna();
    await bensPage.goto('/threads?show=across-units');
    const olgasPage = await stage.sit({ line: 'olga', member: outsider });
    await olgasPage.goto(`/threads/${id}`);

    await expect(bensPage.getByRole('link', { name: /A wrench we trust/ }).first()).toBeShown();
    await expect(olgasPage.getByText('There is no such thread, or it is not open to you.')).toBeShown();
  });

  it('shows at once when a unit is heard for the first time', async () => {
    const id = await openByAnna();
    await threadScreen(annasPage).open(id);
    await unitsOf(annasPage).filter({ hasText: 'Rotor blades' }).getByText('Not heard yet').waitFor();

    await say(ben, id, 'A date and initials.');

    await expect(unitsOf(annasPage).filter({ hasText: 'Rotor blades' }).getByText('Spoke just now')).toBeShown();
  });

  it('lights up three units as equals, in the order in which each first spoke, before the eyes of all', async () => {
    const cleo = await stage.world.person('Cleo Castro', 'Foundations');
    const cleosPage = await stage.sit({ line: 'cleo', member: cleo });
    const id = await openByAnna();
    for (const page of [annasPage, bensPage, cleosPage]) await threadScreen(page).open(id);

    await threadScreen(cleosPage).write('Our anchor bolts have the same question.');
    await unitsOf(bensPage).filter({ hasText: 'Foundations' }).getByText('Spoke just now').waitFor();
    await threadScreen(bensPage).write('Ours hang in the cold.');

    for (const page of [annasPage, bensPage, cleosPage]) {
      await expect(page.getByText('No single community. 3 units, as equals.')).toBeShown();
      await expect(unitsOf(page).filter({ hasText: 'Rotor blades' }).getByText('Spoke just now')).toBeShown();
      expect(await unitsOf(page).filter({ hasText: 'Not heard yet' }).count()).toBe(0);
      const names = (await unitsOf(page).allInnerTexts()).map((words) => /Tower assembly|Foundations|Rotor blades/.exec(words)?.[0]);
      expect(names).toEqual(['Tower assembly', 'Foundations', 'Rotor blades']);
    }
  });

  it('keeps what its convener pinned beside it, for everybody', async () => {
    const id = await openByAnna();
    await say(ben, id, 'We decided: a weekly check.');
    await threadScreen(bensPage).open(id);
    const annas = threadScreen(annasPage);
    await annas.open(id);

    await annas.choose('We decided', 'Pin for everybody');

    await expect(bensPage.getByRole('region', { name: 'Pinned' }).getByText('We decided: a weekly check.')).toBeShown();
  });

  it('is closed with a word for what it was', async () => {
    const id = await openByAnna();
    const annas = threadScreen(annasPage);
    await annas.open(id);
    await annasPage.getByRole('button', { name: 'More actions' }).first().click();
    await annasPage.getByRole('menuitem', { name: 'Close thread' }).click();
    await annasPage.getByRole('radio', { name: /Reflection/ }).check();
    await annasPage.getByRole('button', { name: 'Close thread' }).click();

    await expect(annasPage.getByText('Closed as reflection: units saw their work with the eyes of others.')).toBeShown();
    await expect(annasPage.getByText('This thread is closed. Everything stays readable.')).toBeShown();
  });
});

const unitsOf = (page: Page) => page.getByRole('list', { name: 'Units in this thread' }).getByRole('listitem');
