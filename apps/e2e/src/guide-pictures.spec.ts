import { listCommunities } from '@landbridge/contract/communities';
import { getDemo, openDemo, signInToDemo, type DemoPart } from '@landbridge/contract/import';
import { listArtifacts } from '@landbridge/contract/library';
import { changeUnit, createUnit } from '@landbridge/contract/organisation';
import { giveRole, invitePerson } from '@landbridge/contract/people';
import { listIssues } from '@landbridge/contract/practice-issues';
import { listMyThreads } from '@landbridge/contract/threads';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { settle } from './screens/look.ts';
import { writeGuidePicture } from './screens/write-guide-picture.ts';
import { callRoute, cookieIn } from './support/member.ts';
import { setStageWith } from './support/stage.ts';
import { install, newClientId } from './support/world.ts';

const mostBytes = 60 * 1024;

interface Places {
  readonly community: string;
  readonly issue: string;
  readonly across: string;
  readonly artifact: string;
}

interface Picture {
  readonly name: string;
  readonly as: DemoPart;
  readonly path: (places: Places) => string;
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
  /** Words that are there once the screen is complete. */
  readonly shows: string | RegExp;
  readonly isPhone?: boolean;
}

const askAboutPreload = async (page: Page): Promise<void> => {
  await page.getByLabel('Title').fill('Preload falls on flange bolts after some weeks');
  await page.getByRole('textbox', { name: 'Situation' }).fill('Three towers in a row. Nuts have not turned, washers are not crushed.');
};

const toTheTop = async (page: Page): Promise<void> => {
  const strip = page.getByRole('list', { name: 'Units in this thread' });
  await strip.waitFor({ state: 'attached' });
  // It opens at the first unread line and may still be on its way there.
  await expect
    .poll(() =>
      strip.evaluate((element) => {
        element.scrollIntoView({ block: 'start' });
        return element.getBoundingClientRect().top >= 0;
      }),
    )
    .toBe(true);
};

const pictures: readonly Picture[] = [
  { name: 'member-home', as: 'member', path: () => '/', shows: 'That is everything new.' },
  { name: 'member-communities', as: 'member', path: () => '/communities', shows: 'Bolted joints' },
  {
    name: 'member-post',
    as: 'member',
    path: () => '/issues/new',
    act: askAboutPreload,
    shows: /^(One|Two|Three|Four|Five) issues? like yours/,
  },
  { name: 'member-issue', as: 'member', path: ({ issue }) => `/issues/${issue}`, shows: 'What helped' },
  { name: 'member-issue-phone', as: 'member', path: ({ issue }) => `/issues/${issue}`, shows: 'Situation', isPhone: true },
  { name: 'member-calendar', as: 'member', path: () => '/calendar', shows: 'My communities' },
  { name: 'leader-community', as: 'leader', path: ({ community }) => `/communities/${community}`, shows: 'Post an issue' },
  { name: 'leader-lead', as: 'leader', path: ({ community }) => `/communities/${community}?tab=lead`, shows: 'Outcomes' },
  { name: 'leader-session', as: 'leader', path: ({ community }) => `/sessions/new?community=${community}`, shows: 'Place or link' },
  { name: 'leader-across', as: 'leader', path: ({ across }) => `/threads/${across}`, act: toTheTop, shows: 'No single community.' },
  { name: 'leader-keep', as: 'leader', path: ({ issue }) => `/library/new?issue=${issue}`, shows: 'Where is it at home?' },
  { name: 'administrator-units', as: 'administrator', path: () => '/admin', shows: 'Nacelle Assembly' },
  { name: 'administrator-import', as: 'administrator', path: () => '/admin/import', shows: /Choose|file/ },
  { name: 'administrator-organisation', as: 'administrator', path: () => '/admin/organisation', shows: 'Holidays' },
  { name: 'administrator-audit', as: 'administrator', path: () => '/admin/audit', shows: /never changed/ },
];

/** Making the demo organisation takes some seconds, on a busy machine more. */
const untilMade = { timeout: 120_000, interval: 200 };

describe('a picture for the guides', () => {
  const stage = setStageWith(() => install({ hasMailbox: false }));
  const pages = new Map<string, Page>();
  let places: Places;

  const cookieOf = async (as: DemoPart): Promise<string> =>
    cookieIn((await callRoute(stage.world.url, signInToDemo, { body: { as } })).headers);

  const pageOf = async (as: DemoPart, isPhone: boolean): Promise<Page> => {
    const seat = `${as}${isPhone ? '-phone' : ''}`;
    const known = pages.get(seat);
    if (known) return known;
    const viewport = isPhone ? { width: 390, height: 700 } : { width: 1200, height: 750 };
    const page = await stage.sit({ line: seat, viewport, hasTouch: isPhone, colorScheme: 'light', reducedMotion: 'reduce' });
    const [name = '', value = ''] = (await cookieOf(as)).split('=');
    await page.context().addCookies([{ name, value, url: stage.world.url, httpOnly: true, sameSite: 'Lax' }]);
    pages.set(seat, page);
    return page;
  };

  /** So that the audit log has something to say. */
  const doSomeAdministration = async (): Promise<void> => {
    const { url } = stage.world;
    const cookie = await cookieOf('administrator');
    const unit = (await callRoute(url, createUnit, { cookie, body: { clientId: newClientId(), name: 'Grid Connections' } })).value;
    await callRoute(url, changeUnit, { cookie, params: { unitId: unit.id }, body: { name: 'Grid Services' } });
    const body = { clientId: newClientId(), name: 'Nina Neu', email: 'nina.neu@norrgard.example', unitId: unit.id };
    const { person } = (await callRoute(url, invitePerson, { cookie, body })).value;
    await callRoute(url, giveRole, { cookie, params: { personId: person.id, role: 'observer' } });
  };

  beforeAll(async () => {
    const first = await stage.sit({ line: 'first', viewport: { width: 1200, height: 750 }, colorScheme: 'light' });
    await first.goto('/');
    pages.set('first', first);
  });

  it('shows the first page of all', async () => {
    const [first] = [...pages.values()];
    if (!first) throw new Error('Nobody sits at the first page.');
    await first.getByRole('button', { name: /Start a new organisation/ }).waitFor();
    await settle(first);

    expect(await writeGuidePicture(first, 'administrator-first')).toBeLessThan(mostBytes);
  });

  it('needs an organisation with people, communities, issues and threads', { timeout: 150_000 }, async () => {
    const { url } = stage.world;
    await callRoute(url, openDemo, { body: {} });
    await vi.waitFor(async () => expect((await callRoute(url, getDemo)).value.state).toBe('open'), untilMade);
    await doSomeAdministration();
    const cookie = await cookieOf('leader');
    const communities = (await callRoute(url, listCommunities, { cookie, query: { q: 'Bolted joints' } })).value.communities;
    const issues = (await callRoute(url, listIssues, { cookie, query: { state: 'outcome-told', communityId: communities[0]?.id } })).value
      .issues;
    const threads = (await callRoute(url, listMyThreads, { cookie, query: { show: 'across-units' } })).value.threads;
    const artifacts = (await callRoute(url, listArtifacts, { cookie, query: {} })).value.artifacts;
    places = {
      community: String(communities[0]?.id),
      issue: String(issues[0]?.id),
      across: String(threads[0]?.id),
      artifact: String(artifacts[0]?.id),
    };

    expect(Object.values(places)).not.toContain('undefined');
  });

  it.each(pictures)('shows $name, small enough for a page', async ({ name, as, path, act, shows, isPhone = false }) => {
    const page = await pageOf(as, isPhone);
    await page.goto(path(places));
    await act?.(page);
    await page.getByRole('main').getByText(shows).first().waitFor();
    await settle(page);

    expect(await writeGuidePicture(page, name)).toBeLessThan(mostBytes);
  });
});
