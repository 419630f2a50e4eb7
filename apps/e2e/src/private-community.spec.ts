import { keepArtifact } from '@landbridge/contract/library';
import { countIssues, listIssueTags } from '@landbridge/contract/practice-issues';
import { planSession } from '@landbridge/contract/sessions';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { askIssue, bring, foundCommunity, newClientId, say, startThread } from './support/world.ts';

const name = 'Crane planning';
/** Each thing of the community has the word in its title. */
const word = 'tipped';

describe('a private community', () => {
  const stage = setStage();
  let ben: Member;
  let olga: Member;
  let paths: readonly { readonly path: string; readonly shows: string }[];
  let threadId: Parameters<typeof say>[1];
  let members: Page;
  let outsiders: Page;

  beforeAll(async () => {
    const { world } = stage;
    const anna = await world.person('Anna Alvarez', 'Tower assembly');
    ben = await world.person('Ben Berg', 'Rotor blades');
    olga = await world.person('Olga Outside', 'Grid');
    const { id: communityId } = await foundCommunity(anna, { name, visibility: 'private' });
    await bring(anna, ben, communityId);
    const thread = await startThread(anna, communityId, { title: `The crane that ${word}` });
    const issue = await askIssue(anna, communityId, { title: `Why it ${word}`, tags: [word] });
    const artifact = await anna.do(keepArtifact, {
      body: { clientId: newClientId(), title: `What ${word} it`, markdown: 'Wind.', communityIds: [communityId] },
    });
    const session = await anna.do(planSession, {
      params: { communityId },
      body: { clientId: newClientId(), title: `The day it ${word}`, at: '2030-11-28T09:00:00.000Z' },
    });
    threadId = thread.id;
    paths = [
      { path: `/communities/${communityId}?tab=conversation`, shows: thread.title },
      { path: `/threads/${thread.id}`, shows: thread.title },
      { path: `/issues/${issue.id}`, shows: issue.title },
      { path: `/library/${artifact.id}`, shows: artifact.title },
      { path: `/sessions/${session.id}`, shows: session.title },
    ];
    members = await stage.sit({ line: 'ben', member: ben });
    outsiders = await stage.sit({ line: 'olga', member: olga });
  });

  /** What the switcher offers for some words, once every answer is in. */
  const optionsFor = async (page: Page, words: string) => {
    await page.goto('/people');
    await page.getByText('Ben Berg').first().waitFor();
    await page.keyboard.press('Control+k');
    const asked = ['issues', 'threads/titles', 'communities', 'people', 'artifacts', 'sessions/titles'].map((path) =>
      page.waitForResponse((response) => response.url().includes(`/api/${path}?q=`)),
    );
    await page.getByRole('combobox', { name: 'Find or go to' }).fill(words);
    await Promise.all((await Promise.all(asked)).map((response) => response.finished()));
    return page.getByRole('option', { name: new RegExp(words) });
  };

  it('is listed for its members and for nobody else', async () => {
    await members.goto('/communities');
    await expect(members.getByRole('main').getByText(name)).toBeShown();
    await outsiders.goto('/communities');
    await expect(outsiders.getByText('Which work do people in several units do')).toBeShown();
    expect(await outsiders.getByText(name).count()).toBe(0);
  });

  it('is found by its members in the switcher, with all that is in it, and by nobody else', async () => {
    const found = await optionsFor(members, word);
    await found.nth(3).waitFor();
    expect(await found.count()).toBe(4);
    await expect(await optionsFor(members, 'Crane')).toBeShown();

    expect(await (await optionsFor(outsiders, word)).count()).toBe(0);
    expect(await (await optionsFor(outsiders, 'Crane')).count()).toBe(0);
  });

  it('opens for its members and does not exist for others, whatever link they have', async () => {
    for (const { path, shows } of paths) {
      await members.goto(path);
      await expect(members.getByRole('main').getByText(shows).first()).toBeShown();
      await outsiders.goto(path);
      await expect(outsiders.getByText('Nothing to see here')).toBeShown();
      expect(await outsiders.content()).not.toContain(word);
    }
  });

  it('is in no count, no completion and no list of anybody else', async () => {
    const countOf = async (member: Member) => (await member.do(countIssues, { query: {} })).open;

    expect([await countOf(ben), await countOf(olga)]).toEqual([1, 0]);
    expect((await ben.do(listIssueTags)).tags).toEqual([word]);
    expect((await olga.do(listIssueTags)).tags).toEqual([]);
    for (const path of ['/issues', '/library', '/calendar?show=all', '/threads?show=following']) {
      await outsiders.goto(path);
      await outsiders.getByRole('status', { name: 'Loading' }).waitFor({ state: 'hidden' });
      await outsiders.getByRole('main').waitFor();
      expect(await outsiders.content()).not.toContain(word);
    }
  });

  it('is heard live by its members, and makes no other browser ask or show anything', async () => {
    await outsiders.goto('/threads?show=following');
    await outsiders.waitForLoadState('networkidle');
    await members.goto('/threads?show=following');
    await members.waitForLoadState('networkidle');
    const { requests } = stage.world.proxy.line('olga');
    const before = requests.length;

    await say(ben, threadId, 'The wind was over the limit.');
    await members.getByRole('link', { name: new RegExp(`The crane that ${word}`) }).waitFor();

    expect(requests.slice(before)).toEqual([]);
    expect(await outsiders.content()).not.toContain(word);
  });
});
