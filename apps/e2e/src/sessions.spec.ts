import { getSession, recordPart } from '@landbridge/contract/sessions';
import { sessionId, type CommunityId, type SessionId } from '@landbridge/contract';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { callRoute, type Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { foundCommunity, join } from './support/world.ts';

const title = 'Case clinic: preload in the cold';

describe('a session', () => {
  const stage = setStage();
  let leader: Member;
  let member: Member;
  let communityId: CommunityId;
  let id: SessionId;
  let leadersPage: Page;
  let membersPage: Page;

  beforeAll(async () => {
    const { world } = stage;
    leader = await world.person('Anna Alvarez', 'Tower assembly');
    member = await world.person('Ben Berg', 'Rotor blades');
    communityId = (await foundCommunity(leader)).id;
    await join(member, communityId);
    leadersPage = await stage.sit({ line: 'leader', member: leader });
    membersPage = await stage.sit({ line: 'member', member });
  });

  it('is planned by a leader in the community', async () => {
    await leadersPage.goto(`/communities/${communityId}?tab=sessions`);
    await leadersPage.getByRole('link', { name: 'Plan a session' }).first().click();
    await leadersPage.getByLabel('What is it about?').fill(title);
    await leadersPage.getByLabel('Begins').fill('2030-11-28T09:00');
    await leadersPage.getByLabel('Place or link').fill('Hall 3');
    await leadersPage.getByRole('button', { name: 'Plan a session' }).click();
    await leadersPage.getByRole('heading', { name: title, level: 1 }).waitFor();

    id = sessionId.parse(new URL(leadersPage.url()).pathname.split('/').at(-1));
    await expect(leadersPage.getByText('Nobody has said yet that they come')).toBeShown();
  });

  it('stands in the community and in the calendar of its members, who say that they come', async () => {
    await membersPage.goto(`/communities/${communityId}?tab=sessions`);
    await membersPage.getByRole('link', { name: title }).waitFor();
    await membersPage.goto('/calendar');
    await membersPage
      .getByRole('group', { name: `Do you come to ${title}?` })
      .getByRole('button', { name: 'I come' })
      .click();

    await expect(leadersPage.getByText('One person comes')).toBeShown();
  });

  it('is found by its title in the switcher', async () => {
    await membersPage.keyboard.press('Control+k');
    await membersPage.getByRole('combobox', { name: 'Find or go to' }).fill('clinic');
    await membersPage.getByRole('option', { name: title }).click();

    await expect(membersPage.getByRole('heading', { name: title, level: 1 })).toBeShown();
  });

  it('goes into any calendar as a file', async () => {
    const link = await membersPage.getByRole('link', { name: 'Add to calendar' }).getAttribute('href');

    const file = await fetch(new URL(link ?? '', stage.world.url), { headers: { cookie: member.cookie } });

    const lines = (await file.text()).split('\r\n');
    expect(file.headers.get('content-type')).toContain('text/calendar');
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines).toContain(`SUMMARY:${title}`);
    expect(lines).toContain('LOCATION:Hall 3');
    expect(lines.at(-2)).toBe('END:VCALENDAR');
  });

  it('keeps who took part, once it has begun', async () => {
    await leadersPage.getByRole('button', { name: 'More actions' }).click();
    await leadersPage.getByRole('menuitem', { name: 'Edit session' }).click();
    await leadersPage.getByLabel('Begins').fill('2026-01-15T09:00');
    await leadersPage.getByRole('button', { name: 'Save session' }).click();
    await leadersPage.getByRole('checkbox', { name: 'Ben Berg' }).click();

    await expect.poll(async () => (await member.do(getSession, { params: { sessionId: id } })).tookPart).toBe(true);
    await expect(membersPage.getByRole('heading', { name: 'Took part' })).toBeShown();
  });

  it('shows at once whom one ticks, and takes it back when that is refused', async () => {
    const ben = leadersPage.getByRole('checkbox', { name: 'Ben Berg' });
    const path = '**/api/sessions/*/people/*/part';
    const { promise: mayAnswer, resolve: answer } = Promise.withResolvers<void>();
    await leadersPage.route(path, async (request) => {
      await mayAnswer;
      await request.abort();
    });
    await expect.poll(() => ben.isChecked()).toBe(true);

    await ben.click();
    expect(await ben.isChecked()).toBe(false);
    answer();

    await expect.poll(() => ben.isChecked()).toBe(true);
    await leadersPage.unroute(path);
  });

  it('lets no member write down who took part', async () => {
    const refused = callRoute(stage.world.url, recordPart, { params: { sessionId: id, personId: member.id }, cookie: member.cookie });

    await expect(refused).rejects.toMatchObject({ status: 403 });
  });
});
