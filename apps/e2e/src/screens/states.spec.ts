import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { holdAnswers } from '../support/places.ts';
import { setStage } from '../support/stage.ts';
import { threadScreen } from '../support/thread-screen.ts';
import { barriersOn, settle, sidewaysOn, takePicture } from './look.ts';
import { setScene, type Scene } from './screens.ts';

const looks = [
  { name: 'wide', options: { colorScheme: 'light' } },
  { name: 'phone-dark', options: { colorScheme: 'dark', viewport: { width: 390, height: 844 } } },
] as const;

describe('what opens over a screen, and the screens without content', () => {
  const stage = setStage();
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene(stage.world);
  });

  describe.each(looks)('on a $name screen', ({ name, options }) => {
    let page: Page;
    let empty: Page;

    beforeAll(async () => {
      page = await stage.sit({ line: `full-${name}`, member: scene.viewer, ...options });
      empty = await stage.sit({ line: `empty-${name}`, member: scene.newcomer, ...options });
    });

    beforeEach(async () => {
      await threadScreen(page).open(scene.threadId);
      await page.getByText('Torque in newton metres').waitFor();
    });

    const faultsOf = async (seen: Page, picture: string) => {
      await settle(seen);
      await takePicture(seen, `${picture}-${name}`);
      return { barriers: await barriersOn(seen), sideways: await sidewaysOn(seen) };
    };
    const faultless = { barriers: [], sideways: 0 };

    it('starting a thread has no barrier', async () => {
      await page.goto(`/communities/${scene.communityId}?tab=conversation`);
      await page.getByRole('button', { name: 'Start a thread' }).first().click();
      await page.getByRole('dialog', { name: 'Start a thread' }).waitFor();

      expect(await faultsOf(page, 'start-thread')).toEqual(faultless);
    });

    it('leading a community has no barrier', async () => {
      await page.goto(`/communities/${scene.communityId}?tab=lead`);
      await page.getByText('Leadership roles').waitFor();

      expect(await faultsOf(page, 'leading')).toEqual(faultless);
    });

    it('deleting has no barrier', async () => {
      await threadScreen(page).choose('We had this in May', 'Delete');
      await page.getByRole('dialog', { name: 'Delete this message?' }).waitFor();

      expect(await faultsOf(page, 'delete')).toEqual(faultless);
    });

    it('the menu of a message has no barrier', async () => {
      const message = threadScreen(page).message('We had this in May');
      await message.hover();
      await message.getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: 'Copy link' }).waitFor();

      expect(await faultsOf(page, 'message-menu')).toEqual(faultless);
    });

    it('choosing an emoji has no barrier', async () => {
      await page.getByRole('toolbar').getByRole('button', { name: 'Emoji' }).click();
      await page.getByRole('searchbox', { name: 'Find an emoji' }).waitFor();

      expect(await faultsOf(page, 'emoji')).toEqual(faultless);
    });

    it('editing has no barrier', async () => {
      await threadScreen(page).choose('We had this in May', 'Edit');
      await page.getByRole('textbox', { name: 'Edit your message' }).waitFor();

      expect(await faultsOf(page, 'edit')).toEqual(faultless);
      await page.keyboard.press('Escape');
    });

    it('the keys have no barrier', async () => {
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();

      expect(await faultsOf(page, 'keys')).toEqual(faultless);
    });

    it('the switcher has no barrier', async () => {
      await page.keyboard.press('Control+k');
      await page.getByRole('combobox', { name: 'Find or go to' }).fill('r');
      await page.getByRole('option', { name: /Rui Rocha/ }).waitFor();

      expect(await faultsOf(page, 'switcher')).toEqual(faultless);
    });

    it('an urgent issue that nobody answered has no barrier', async () => {
      await page.goto(`/issues/${scene.openIssueId}`);
      await page.getByText('Nobody has answered yet.').waitFor();

      expect(await faultsOf(page, 'issue-open')).toEqual(faultless);
    });

    it('editing an issue has no barrier', async () => {
      await page.goto(`/issues/${scene.openIssueId}`);
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Edit the issue' }).click();
      await page.getByRole('dialog', { name: 'Edit the issue' }).waitFor();

      expect(await faultsOf(page, 'issue-edit')).toEqual(faultless);
    });

    it('telling what changed has no barrier', async () => {
      await page.goto(`/issues/${scene.issueId}`);
      await page.getByRole('button', { name: 'More actions' }).first().click();
      await page.getByRole('menuitem', { name: 'Change what was told' }).click();
      await page.getByRole('dialog', { name: 'What happened?' }).waitFor();

      expect(await faultsOf(page, 'issue-outcome')).toEqual(faultless);
    });

    it('posting an issue with look-alikes and errors has no barrier', async () => {
      await page.goto(`/issues/new?community=${scene.communityId}`);
      await page.getByLabel('Title').fill('Preload falls on our bolts');
      await page.getByRole('list', { name: 'Issues like yours' }).waitFor();
      await page.getByRole('button', { name: /^Post issue/ }).click();
      await page.getByText('Describe the situation').waitFor();

      expect(await faultsOf(page, 'issue-new')).toEqual(faultless);
    });

    it('kept views have no barrier', async () => {
      await page.goto('/issues?state=open');
      await page.getByRole('button', { name: 'Kept views' }).click();
      await page.getByText('You keep no view yet.').waitFor();

      expect(await faultsOf(page, 'issue-views')).toEqual(faultless);
    });

    it('a list in which no issue fits has no barrier', async () => {
      await page.goto('/issues?q=nothing-like-it');
      await page.getByText('No issue fits these filters').waitFor();

      expect(await faultsOf(page, 'issues-none')).toEqual(faultless);
    });

    it.each([
      ['unread', 'You are up to date'],
      ['following', 'Nothing followed yet'],
      ['mentions', 'Nobody has mentioned you yet'],
    ])('an inbox without %s threads has no barrier', async (show, title) => {
      await empty.goto(`/threads?show=${show}`);
      await empty.getByText(title).waitFor();

      expect(await faultsOf(empty, `empty-${show}`)).toEqual(faultless);
    });

    it('a closed community has no barrier for those outside it', async () => {
      await page.goto(`/communities/${scene.closedCommunityId}`);
      await page.getByRole('button', { name: 'Ask to join' }).waitFor();

      expect(await faultsOf(page, 'closed-community')).toEqual(faultless);
    });

    it('answering who asks to join has no barrier', async () => {
      const leader = await stage.sit({ line: `leader-${name}`, member: scene.leaderOfClosed, ...options });
      await leader.goto(`/communities/${scene.closedCommunityId}`);
      await leader.getByText('I buy what you audit.').waitFor();

      expect(await faultsOf(leader, 'asks-to-join')).toEqual(faultless);
      await leader.getByRole('button', { name: 'Decline: Rui Rocha' }).click();
      expect(await faultsOf(leader, 'decline')).toEqual(faultless);
    });

    it('a profile without anything in it has no barrier', async () => {
      await empty.goto(`/people/${scene.newcomer.id}`);
      await empty.getByText('You have not written anything about yourself yet.').waitFor();

      expect(await faultsOf(empty, 'empty-profile')).toEqual(faultless);
    });

    it('a thread that is not there has no barrier', async () => {
      await page.goto(`/threads/${scene.communityId}`);
      await page.getByText('There is no such thread, or it is not open to you.').waitFor();

      expect(await faultsOf(page, 'missing-thread')).toEqual(faultless);
    });

    it('a page that is not there has no barrier', async () => {
      await page.goto('/nowhere');
      await page.getByRole('alert').waitFor();

      expect(await faultsOf(page, 'missing-page')).toEqual(faultless);
    });

    it('a list that cannot be loaded has no barrier', async () => {
      await page.route(/api\/communities$/, (route) => route.abort());
      await page.goto('/communities');
      await page.getByRole('button', { name: 'Try again' }).waitFor({ timeout: 20_000 });

      expect(await faultsOf(page, 'unreachable')).toEqual(faultless);
      await page.unroute(/api\/communities$/);
    });

    it('a thread that is loading has no barrier', async () => {
      const held = await holdAnswers(page, /api\/threads\/[\w-]{36}\?/);
      await page.goto(`/threads/${scene.threadId}`);
      await page.getByRole('status', { name: 'Loading' }).waitFor();
      await takePicture(page, `loading-${name}`);

      expect(await barriersOn(page)).toEqual([]);
      await held.letGo();
      await page.unroute(/api\/threads\/[\w-]{36}\?/);
    });
  });
});
