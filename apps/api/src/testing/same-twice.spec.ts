import {
  communityRequestId,
  milestoneId,
  threadId,
  unitId,
  type PersonId,
  type RequestOf,
  type Route,
  type UnitId,
} from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { uploadFile } from '@landbridge/contract/files';
import * as importing from '@landbridge/contract/import';
import * as home from '@landbridge/contract/home';
import * as identity from '@landbridge/contract/identity';
import * as library from '@landbridge/contract/library';
import * as notifications from '@landbridge/contract/notifications';
import * as organisation from '@landbridge/contract/organisation';
import * as people from '@landbridge/contract/people';
import * as issues from '@landbridge/contract/practice-issues';
import * as sessions from '@landbridge/contract/sessions';
import * as threads from '@landbridge/contract/threads';
import { allRoutes } from '@landbridge/contract';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bringFile, header } from './import-lines.ts';
import type { Answer, TestPerson } from './test-person.ts';
import { startTestServer, type TestServer } from './test-server.ts';
import { ask, bring, foundCommunity, keep, newClientId, plan, say, startThread, step, thank, upload } from './world.ts';

interface World {
  readonly server: TestServer;
  /** Administrator, and convener of the community. */
  readonly person: TestPerson;
  readonly other: TestPerson;
  readonly community: communities.CommunityView;
  readonly thread: threads.ThreadView;
  readonly message: threads.MessageView;
}

interface Write {
  readonly name: string;
  /** Sends the request; a case makes it once, so that each sending is the same. */
  prepare(world: World): Promise<() => Promise<Answer>> | (() => Promise<Answer>);
  /** How much there is of what the write does: rows in the database. */
  readonly counted: string;
}

const write = <R extends Route>(
  route: R,
  counted: string,
  parts: (world: World) => Partial<RequestOf<R>> | Promise<Partial<RequestOf<R>>>,
): Write => ({
  name: route.name,
  counted,
  prepare: async (world) => {
    const prepared = await parts(world);
    return () => world.person.request(route, prepared);
  },
});

const inThread = ({ thread }: World) => ({ params: { threadId: thread.id } });
const inMessage = ({ message }: World) => ({ params: { messageId: message.id } });
const inCommunity = ({ community }: World) => ({ params: { communityId: community.id } });
const anotherUnit = async (person: TestPerson): Promise<{ unitIds: UnitId[]; personIds: PersonId[] }> => {
  const { id } = await person.do(organisation.createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
  return { unitIds: [id], personIds: [] };
};
const messages = 'select count(*) from messages';
const events = 'select coalesce(sum(last_seq), 0) as count from threads';
const members = 'select count(*) from community_members';
const requests = 'select count(*) from community_requests';
const undecided = `${requests} where decided_at is null`;
const carriers = 'select count(*) from leadership_roles';
const versions = 'select coalesce(sum(version), 0) as count from communities';
const inRole = ({ community }: World) => ({ params: { communityId: community.id, leadership: 'social-reporter' as const } });
/** The other one asks to join a closed community of the person. */
const asked = async ({ person, other }: World) => {
  const { id: communityId } = await foundCommunity(person, { visibility: 'closed' });
  await other.do(communities.askToJoin, { params: { communityId }, body: { words: '' } });
  const [request] = (await person.do(communities.listRequests, { params: { communityId } })).requests;
  return { communityId, requestId: communityRequestId.parse(request?.id) };
};
const imperatives = 'select coalesce(sum(version), 0) as count from imperatives';
const open = 'select count(*) from imperatives where closed_at is null';
const named = async ({ person }: World) => {
  const { id: imperativeId } = await person.do(communities.nameImperative, { body: { clientId: newClientId(), name: `Uptime ${uuid()}` } });
  return { params: { imperativeId } };
};
const marks = 'select coalesce(sum(revision), 0) as count from read_marks';
const audited = 'select count(*) from audit_entries';
const moved = 'select coalesce(sum(version), 0) as count from practice_issues';
const written = 'select coalesce(sum(version), 0) as count from artifacts';
const convened = 'select coalesce(sum(seq), 0) as count from sessions';
const unreadNotices = 'select count(*) from notices where read_at is null';
const nothing = 'select 0 as count';

const imports = 'select count(*) from import_runs';
/** A history that waits; none is read any more. */
const broughtFile = async ({ person, server }: World): Promise<importing.ImportView> => {
  await expect.poll(async () => Number((await server.database.pool.query(`${imports} where state = 'running'`)).rows[0]?.count)).toBe(0);
  return bringFile(person, [header]);
};

/** The other one mentions the person, who is told of it. */
const told = async ({ person, other, thread }: World): Promise<notifications.NoticeView> => {
  await say(other, thread.id, `[@Adwoa](person:${person.id}) knows.`);
  await expect.poll(async () => (await person.do(notifications.getUnreadNotices)).count).toBe(1);
  const [notice] = (await person.do(notifications.listNotices)).notices;
  if (!notice) throw new Error('Nothing was told.');
  return notice;
};

const reports = 'select count(*) from message_reports';
/** A message of somebody who is not the only one who looks after the thread. */
const reportable = async ({ person, other, community, thread }: World) => {
  await bring(person, other, community.id);
  return { messageId: (await say(other, thread.id, 'And paint.')).id };
};
const reported = async (world: World) => {
  const params = await reportable(world);
  await world.person.do(threads.reportMessage, { params, body: { kind: 'unkind' } });
  return params;
};

/** An issue with a message that may have helped. */
const anIssue = async ({ person, community }: World) => {
  const issue = await ask(person, community.id);
  return { issue, message: await say(person, threadId.parse(issue.id), 'Mask the seat.') };
};

const writes: readonly Write[] = [
  write(threads.openThread, messages, (world) => ({
    ...inCommunity(world),
    body: { clientId: newClientId(), title: 'Who signs?', markdown: 'The torque log.' },
  })),
  write(uploadFile, 'select count(*) from files', () => ({
    params: { clientId: newClientId() },
    query: { name: 'log.txt' },
    body: 'Two marks.',
  })),
  write(threads.postMessage, `select count(*) from message_files`, async (world) => ({
    ...inThread(world),
    body: { clientId: newClientId(), markdown: '', fileIds: [(await upload(world.person, 'log.txt', 'Two marks.')).id] },
  })),
  write(threads.postMessage, messages, (world) => ({ ...inThread(world), body: { clientId: newClientId(), markdown: 'Two marks.' } })),
  write(threads.editMessage, events, (world) => ({ ...inMessage(world), body: { version: 1, markdown: 'Three marks.' } })),
  write(threads.deleteMessage, events, inMessage),
  write(threads.react, events, (world) => ({ params: { messageId: world.message.id, emoji: '👍' } })),
  write(threads.unreact, events, async (world) => {
    const params = { messageId: world.message.id, emoji: '👍' };
    await world.person.do(threads.react, { params });
    return { params };
  }),
  write(threads.changeThread, events, (world) => ({ ...inThread(world), body: { version: 1, title: 'Renamed', isClosed: true } })),
  write(threads.openCrossUnitThread, messages, async ({ person }) => ({
    body: { clientId: newClientId(), title: 'Who trusts it?', question: '', markdown: 'The wrench.', ...(await anotherUnit(person)) },
  })),
  write(threads.changeParticipants, events, async ({ person }) => {
    const { thread } = await person.do(threads.openCrossUnitThread, {
      body: { clientId: newClientId(), title: 'Who trusts it?', question: '', markdown: 'The wrench.', ...(await anotherUnit(person)) },
    });
    return { params: { threadId: thread.id }, body: { version: 1, ...(await anotherUnit(person)) } };
  }),
  write(threads.pinMessage, events, inMessage),
  write(threads.unpinMessage, events, async (world) => {
    await world.person.do(threads.pinMessage, inMessage(world));
    return inMessage(world);
  }),
  write(threads.reportMessage, reports, async (world) => ({ params: await reportable(world), body: { kind: 'unkind' as const } })),
  write(threads.withdrawReport, reports, async (world) => ({ params: await reported(world) })),
  write(threads.answerReports, `${reports} where answered_at is null`, async (world) => ({
    params: await reported(world),
    body: { isLeft: true },
  })),
  write(threads.hideMessage, events, async (world) => ({ params: await reportable(world), body: { reason: 'Not for here.' } })),
  write(threads.showMessage, events, async (world) => {
    const params = await reportable(world);
    await world.person.do(threads.hideMessage, { params, body: { reason: 'Not for here.' } });
    return { params };
  }),
  write(threads.markRead, marks, async (world) => {
    await say(world.other, world.thread.id, 'And paint.');
    return { ...inThread(world), body: { kind: 'read' as const, position: 3 } };
  }),
  write(threads.followThread, marks, (world) => ({ ...inThread(world), body: { follows: 'muted' as const } })),
  write(issues.postIssue, 'select count(*) from practice_issues', (world) => ({
    ...inCommunity(world),
    body: { clientId: newClientId(), title: 'Preload falls', situation: 'On three towers.' },
  })),
  write(issues.editIssue, moved, async (world) => ({
    params: { issueId: (await anIssue(world)).issue.id },
    body: { version: 1, title: 'Preload falls in the cold', tags: ['cold'] },
  })),
  write(issues.takeIssueStep, moved, async (world) => ({
    params: { issueId: (await anIssue(world)).issue.id },
    body: { step: 'archive' as const },
  })),
  write(issues.tellOutcome, moved, async (world) => {
    const { version, id } = await step(world.person, (await anIssue(world)).issue, 'try');
    return { params: { issueId: id }, body: { version, markdown: 'The seat is masked.', before: '10 %', after: '3 %' } };
  }),
  write(issues.markHelped, moved, async (world) => {
    const { issue, message } = await anIssue(world);
    return { params: { issueId: issue.id, messageId: message.id } };
  }),
  write(issues.unmarkHelped, moved, async (world) => {
    const { issue, message } = await anIssue(world);
    await thank(world.person, issue, message);
    return { params: { issueId: issue.id, messageId: message.id } };
  }),
  write(issues.saveIssueView, 'select count(*) from issue_views', () => ({ body: { name: 'Mine', filters: { mine: 'asked' as const } } })),
  write(issues.deleteIssueView, 'select count(*) from issue_views', async ({ person }) => {
    const { id } = await person.do(issues.saveIssueView, { body: { name: 'Mine', filters: {} } });
    return { params: { issueViewId: id } };
  }),
  write(importing.uploadHistory, imports, () => ({
    params: { clientId: newClientId() },
    query: { name: 'history.ndjson' },
    body: JSON.stringify(header),
  })),
  write(importing.startImport, 'select sum(version) as count from import_runs', async (world) => {
    const { id, version } = await broughtFile(world);
    return { params: { importId: id }, body: { version, isDry: true } };
  }),
  write(importing.cancelImport, `${imports} where state = 'cancelled'`, async (world) => ({
    params: { importId: (await broughtFile(world)).id },
  })),
  write(home.setNeedDone, 'select count(*) from home_done', ({ thread }) => ({
    body: { kind: 'mentioned' as const, threadId: thread.id, isDone: true },
  })),
  write(library.keepArtifact, 'select count(*) from artifact_versions', ({ community }) => ({
    body: { clientId: newClientId(), title: 'Masking', markdown: 'Mask the seat.', communityIds: [community.id] },
  })),
  write(library.keepArtifact, 'select count(*) from artifact_files', async ({ person, community }) => ({
    body: {
      clientId: newClientId(),
      title: 'Masking',
      markdown: 'Mask the seat.',
      communityIds: [community.id],
      fileIds: [(await upload(person, 'ring.txt', 'Forty.')).id],
    },
  })),
  write(library.editArtifact, written, async ({ person, community }) => {
    const { id } = await keep(person, [community.id]);
    const fileIds = [(await upload(person, 'ring.txt', 'Forty.')).id];
    return { params: { artifactId: id }, body: { version: 1, markdown: 'Mask a ring.', fileIds } };
  }),
  write(sessions.planSession, convened, (world) => ({
    ...inCommunity(world),
    body: { clientId: newClientId(), title: 'Case clinic', at: '2026-12-01T09:00:00.000Z' },
  })),
  write(sessions.editSession, convened, async ({ person, community }) => {
    const { id } = await plan(person, community.id);
    return { params: { sessionId: id }, body: { version: 1, title: 'Peer assist', minutes: 90 } };
  }),
  write(sessions.cancelSession, convened, async ({ person, community }) => ({
    params: { sessionId: (await plan(person, community.id)).id },
  })),
  write(sessions.resumeSession, convened, async ({ person, community }) => {
    const params = { sessionId: (await plan(person, community.id)).id };
    await person.do(sessions.cancelSession, { params });
    return { params };
  }),
  write(sessions.answerSession, convened, async ({ person, community }) => ({
    params: { sessionId: (await plan(person, community.id)).id },
    body: { isComing: true },
  })),
  write(sessions.recordPart, convened, async ({ person, community }) => ({
    params: { sessionId: (await plan(person, community.id, { inMinutes: -5 })).id, personId: person.id },
  })),
  write(sessions.erasePart, convened, async ({ person, community }) => {
    const params = { sessionId: (await plan(person, community.id, { inMinutes: -5 })).id, personId: person.id };
    await person.do(sessions.recordPart, { params });
    return { params };
  }),
  write(notifications.readNotices, unreadNotices, async (world) => ({
    params: { readingId: newClientId() },
    body: { noticeId: (await told(world)).id },
  })),
  write(notifications.takeBackReading, unreadNotices, async (world) => {
    const params = { readingId: newClientId() };
    await world.person.do(notifications.readNotices, { params, body: { noticeId: (await told(world)).id } });
    return { params };
  }),
  write(notifications.setNoticeKind, 'select count(*) from notice_kinds_off', () => ({
    params: { noticeKind: 'archived' as const },
    body: { isOn: false },
  })),
  write(communities.createCommunity, 'select count(*) from communities', () => ({
    body: { clientId: newClientId(), name: `Gears ${uuid()}`, visibility: 'open' as const, domain: '', people: '', practice: '' },
  })),
  write(communities.editCommunity, versions, (world) => ({
    ...inCommunity(world),
    body: { version: 1, name: `Gears ${uuid()}`, domain: 'Gears.', people: '', practice: '' },
  })),
  write(communities.editCommunity, 'select count(*) from community_imperatives', async (world) => ({
    ...inCommunity(world),
    body: {
      version: 1,
      name: `Gears ${uuid()}`,
      domain: '',
      people: '',
      practice: '',
      imperativeIds: [(await named(world)).params.imperativeId],
    },
  })),
  write(communities.nameImperative, imperatives, () => ({ body: { clientId: newClientId(), name: `Uptime ${uuid()}` } })),
  write(communities.changeImperative, imperatives, async (world) => ({
    ...(await named(world)),
    body: { version: 1, name: `Yield ${uuid()}`, ownerId: world.other.id },
  })),
  write(communities.closeImperative, open, named),
  write(communities.reopenImperative, open, async (world) => {
    const { params } = await named(world);
    await world.person.do(communities.closeImperative, { params });
    return { params };
  }),
  write(communities.joinCommunity, members, async (world) => ({
    params: { communityId: (await foundCommunity(world.other)).id },
  })),
  write(communities.leaveCommunity, members, async (world) => {
    await bring(world.person, world.other, world.community.id, 'convener');
    return inCommunity(world);
  }),
  write(communities.appointMember, members, (world) => ({
    params: { communityId: world.community.id, personId: world.other.id },
    body: { role: 'steward' as const },
  })),
  {
    name: communities.askToJoin.name,
    counted: requests,
    prepare: async ({ person, other }) => {
      const { id } = await foundCommunity(person, { visibility: 'closed' });
      return () => other.request(communities.askToJoin, { params: { communityId: id }, body: { words: 'I tighten, too.' } });
    },
  },
  {
    name: communities.withdrawRequest.name,
    counted: undecided,
    prepare: async (world) => {
      const { communityId } = await asked(world);
      return () => world.other.request(communities.withdrawRequest, { params: { communityId } });
    },
  },
  write(communities.decideRequest, members, async (world) => ({ params: await asked(world), body: { decision: 'approved' as const } })),
  write(communities.takeLeadership, carriers, inRole),
  write(communities.layDownLeadership, carriers, async (world) => {
    await world.person.do(communities.takeLeadership, inRole(world));
    return inRole(world);
  }),
  write(communities.closeCommunity, versions, inCommunity),
  write(communities.reopenCommunity, versions, async (world) => {
    await world.person.do(communities.closeCommunity, inCommunity(world));
    return inCommunity(world);
  }),
  write(communities.mergeCommunity, versions, async (world) => ({
    ...inCommunity(world),
    body: { intoId: (await foundCommunity(world.person)).id },
  })),
  write(communities.removeMember, members, async (world) => {
    await bring(world.person, world.other, world.community.id);
    return { params: { communityId: world.community.id, personId: world.other.id } };
  }),
  write(organisation.changeOrganisation, audited, async ({ person }) => {
    const { version, ...settings } = await person.do(organisation.getOrganisation);
    return { body: { ...settings, language: 'en' as const, version, name: `Norrgard ${uuid()}` } };
  }),
  write(organisation.createUnit, 'select count(*) from units', () => ({ body: { clientId: newClientId(), name: `Hubs ${uuid()}` } })),
  write(organisation.changeUnit, 'select count(*) from unit_pasts', async ({ person }) => {
    const { id } = await person.do(organisation.createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
    return { params: { unitId: id }, body: { name: `Rotors ${uuid()}` } };
  }),
  write(organisation.mergeUnit, audited, async ({ person }) => {
    const [[fromId], [intoId]] = [(await anotherUnit(person)).unitIds, (await anotherUnit(person)).unitIds];
    return { params: { unitId: unitId.parse(fromId) }, body: { intoId: unitId.parse(intoId) } };
  }),
  write(organisation.closeUnit, audited, async ({ person }) => ({
    params: { unitId: unitId.parse((await anotherUnit(person)).unitIds[0]) },
  })),
  write(organisation.reopenUnit, audited, async ({ person }) => {
    const at = { params: { unitId: unitId.parse((await anotherUnit(person)).unitIds[0]) } };
    await person.do(organisation.closeUnit, at);
    return at;
  }),
  write(people.invitePerson, 'select count(*) from people', () => ({
    body: { clientId: newClientId(), name: 'Rui Carvalho', email: `${uuid()}@norrgard.example` },
  })),
  write(people.importPeople, audited, () => ({
    body: { people: [{ name: 'Rui Carvalho', email: `${uuid()}@norrgard.example`, unit: '', roles: [] }] },
  })),
  write(people.moveToUnit, 'select count(*) from unit_memberships', async ({ person, other }) => {
    const { id } = await person.do(organisation.createUnit, { body: { clientId: newClientId(), name: `Hubs ${uuid()}` } });
    return { params: { personId: other.id }, body: { unitId: id } };
  }),
  write(people.editProfile, 'select coalesce(sum(profile_version), 0) as count from people', () => ({
    body: {
      version: 1,
      title: 'Fitter',
      place: 'Aalvik',
      languages: ['English'],
      topics: ['preload'],
      about: 'I *fit*.',
      worlds: 'Lagos.',
    },
  })),
  write(people.showMilestone, `select count(*) from milestones where visibility = 'private'`, async ({ person }) => {
    const { milestones } = await person.do(people.getPerson, { params: { personId: person.id } });
    return { params: { milestoneId: milestoneId.parse(milestones[0]?.id) }, body: { isPrivate: true } };
  }),
  write(people.deactivatePerson, audited, ({ other }) => ({ params: { personId: other.id } })),
  write(people.bringBackPerson, audited, async ({ person, other }) => {
    await person.do(people.deactivatePerson, { params: { personId: other.id } });
    return { params: { personId: other.id } };
  }),
  write(people.giveRole, audited, ({ other }) => ({ params: { personId: other.id, role: 'administrator' as const } })),
  write(people.takeRole, audited, async ({ person, other }) => {
    const params = { personId: other.id, role: 'observer' as const };
    await person.do(people.giveRole, { params });
    return { params };
  }),
  write(people.appointManager, audited, async ({ server, other }) => ({
    params: { personId: other.id, unitId: unitId.parse(await server.unit('Towers')) },
  })),
  write(people.dismissManager, audited, async ({ server, person, other }) => {
    const params = { personId: other.id, unitId: unitId.parse(await server.unit('Towers')) };
    await person.do(people.appointManager, { params });
    return { params };
  }),
  write(identity.changePreferences, nothing, () => ({ body: { theme: 'dark' as const } })),
];

/** Why a write has no case here. */
const otherwise: Readonly<Record<string, string>> = {
  seeCommunity: 'sets a moment: later is right',
  seeHome: 'sets a moment: later is right',
  setUpOrganisation: 'works once: set-up-organisation.spec.ts',
  openDemo: 'works once: demo.spec.ts',
  signInToDemo: 'each begins a sign-in of its own',
  signIn: 'each begins a sign-in of its own',
  signOut: 'ends its own right to be sent again',
  endSignIn: 'the second finds none: sign-ins.spec.ts',
  changePassword: 'the present password differs the second time: sign-ins.spec.ts',
  askForLink: 'asks anew: single-use-links.spec.ts',
  useLink: 'works once: single-use-links.spec.ts',
  invitePersonAgain: 'makes a new link by intent',
  previewMarkdown: 'stores nothing',
  readPeopleFile: 'stores nothing',
};

describe('the same write sent again', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makeWorld = async (): Promise<World> => {
    const person = await server.person('Adwoa Mensah', { unit: 'Site Service North', isAdministrator: true });
    const other = await server.person('Rui Carvalho', { unit: 'Towers' });
    const community = await foundCommunity(person);
    const { thread } = await startThread(person, community.id);
    return { server, person, other, community, thread, message: await say(person, thread.id, 'One mark.') };
  };

  const count = async (statement: string): Promise<number> => Number((await server.database.pool.query(statement)).rows[0]?.count);

  it.for(writes)('$name has one effect and one answer when it is sent twice', async ({ prepare, counted }) => {
    const send = await prepare(await makeWorld());

    const first = await send();
    const after = await count(counted);
    const second = await send();

    expect(first.status).toBeLessThan(300);
    expect(outcome(second)).toEqual(outcome(first));
    expect(await count(counted)).toBe(after);
  });

  it.for(writes)('$name has one effect and one answer when it is sent ten times at once', async ({ prepare, counted }) => {
    const send = await prepare(await makeWorld());
    const before = await count(counted);

    const answers = await Promise.all(Array.from({ length: 10 }, send));

    const after = await count(counted);
    expect(new Set(answers.map((answer) => JSON.stringify(outcome(answer)))).size).toBe(1);
    expect(answers[0]?.status).toBeLessThan(300);
    await send();
    expect(await count(counted)).toBe(after);
    expect(Math.abs(after - before)).toBeLessThanOrEqual(1);
  });

  it('is proved for every route that writes', () => {
    const written = allRoutes.filter(({ method }) => method !== 'GET').map(({ name }) => name);
    const proved = [...new Set(writes.map(({ name }) => name)), ...Object.keys(otherwise)];

    expect(written.toSorted()).toEqual(proved.toSorted());
  });
});

/** Answers without what is new in each by intent: an invitation's expiry moves with its link. */
const outcome = ({ status, body }: Answer) => ({
  status,
  body: typeof body === 'object' && body !== null && 'expiresAt' in body ? { ...body, expiresAt: null } : body,
});
