import { randomUUID } from 'node:crypto';
import {
  clientId,
  type ClientId,
  type CommunityId,
  type MessageId,
  type RequestOf,
  type ThreadId,
  type UnitId,
} from '@landbridge/contract';
import { appointMember, createCommunity, joinCommunity, type CommunityView, type Visibility } from '@landbridge/contract/communities';
import { listMailbox, setUpOrganisation, useLink as followLink } from '@landbridge/contract/identity';
import { createUnit } from '@landbridge/contract/organisation';
import { invitePerson } from '@landbridge/contract/people';
import { postIssue, type IssueView } from '@landbridge/contract/practice-issues';
import { openThread, postMessage, type MessageView, type ThreadView } from '@landbridge/contract/threads';
import { vi } from 'vitest';
import { freePort } from '../../../../tools/postgres/free-port.ts';
import { callRoute, cookieIn, Member } from './member.ts';
import { startProxy, type Proxy } from './proxy.ts';
import { serverProcess, type ServerProcess } from './server-process.ts';
import { createTestDatabase, type TestDatabase } from './test-database.ts';

export interface Installation {
  /** Where people find it: the proxy in front of the server. */
  readonly url: string;
  readonly proxy: Proxy;
  readonly server: ServerProcess;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export interface InstallOptions {
  readonly hasMailbox?: boolean;
  /** One of the test cluster when not given. */
  readonly database?: TestDatabase;
}

/** The built product on a database of its own, with nobody in it. */
export const install = async ({ hasMailbox = true, database: given }: InstallOptions = {}): Promise<Installation> => {
  const database = given ?? (await createTestDatabase());
  const port = await freePort('127.0.0.1');
  const proxy = await startProxy(port);
  const server = serverProcess({ databaseUrl: database.url, port, publicUrl: proxy.url, hasMailbox });
  await server.start();
  return {
    url: proxy.url,
    proxy,
    server,
    databaseUrl: database.url,
    stop: async () => {
      await proxy.close();
      await server.remove();
      await database.drop();
    },
  };
};

export interface World extends Installation {
  readonly administrator: Member;
  /** Somebody who took up their invitation, in a unit of that name (made when it is new). */
  person(name: string, unit: string): Promise<Member>;
}

export const newClientId = (): ClientId => clientId.parse(randomUUID());
export const password = 'a bridge of four words';

/** An installation with an organisation, made by the product's own verbs. */
export const startWorld = async (options: InstallOptions = {}): Promise<World> => {
  const installation = await install(options);
  const { url } = installation;
  const administrator = await setUp(url);
  const units = new Map<string, Promise<UnitId>>();
  /** Kept as a promise: two people who come at once to a new unit come to the same one. */
  const unitNamed = (name: string): Promise<UnitId> => {
    const unit = units.get(name) ?? administrator.do(createUnit, { body: { clientId: newClientId(), name } }).then(({ id }) => id);
    units.set(name, unit);
    return unit;
  };
  return {
    ...installation,
    administrator,
    person: async (name, unit) => {
      const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '.')}@norrgard.example`;
      await administrator.do(invitePerson, { body: { clientId: newClientId(), name, email, unitId: await unitNamed(unit) } });
      const token = linkToken(await newestMailTo(url, email));
      return signedIn(url, email, await callRoute(url, followLink, { params: { token }, body: { password } }));
    },
  };
};

const setUp = async (url: string): Promise<Member> => {
  const body = { organisation: 'Norrgard Energy', name: 'Ada Administrator', email: 'ada@norrgard.example', password };
  return signedIn(url, body.email, await callRoute(url, setUpOrganisation, { body }));
};

const signedIn = (
  url: string,
  email: string,
  answered: Awaited<ReturnType<typeof callRoute<typeof followLink, typeof followLink.response>>>,
) => {
  const { person } = answered.value;
  return new Member(person.id, person.name, email, password, url, cookieIn(answered.headers));
};

/** The text of the last mail to an address whose subject has these words, once a job has sent it. */
export const newestMailTo = (url: string, email: string, words = ''): Promise<string> =>
  vi.waitFor(
    async () => {
      const { mails } = (await callRoute(url, listMailbox)).value;
      const mail = mails.find(({ to, subject }) => to === email && subject.includes(words));
      if (!mail) throw new Error(`No mail went to ${email}.`);
      return mail.text;
    },
    { timeout: 10_000, interval: 30 },
  );

/** The address of the single-use link in a mail. */
export const linkIn = (mail: string): string => {
  const link = /https?:\/\/\S+\/link\/[\w-]{43}/.exec(mail)?.[0];
  if (!link) throw new Error(`There is no link in: ${mail}`);
  return link;
};

const linkToken = (mail: string): string => linkIn(mail).slice(-43);

export const foundCommunity = (
  convener: Member,
  { name = 'Bolted joints', visibility = 'open' }: { name?: string; visibility?: Visibility } = {},
): Promise<CommunityView> =>
  convener.do(createCommunity, {
    body: {
      clientId: newClientId(),
      name,
      visibility,
      domain: 'Joints that hold for thirty years.',
      people: 'Fitters, engineers and inspectors of three units.',
      practice: 'We compare torque logs and tell each other what came loose.',
    },
  });

export const join = (member: Member, communityId: CommunityId): Promise<CommunityView> =>
  member.do(joinCommunity, { params: { communityId } });

/** The only way into a private community. */
export const bring = (leader: Member, member: Member, communityId: CommunityId) =>
  leader.do(appointMember, { params: { communityId, personId: member.id }, body: { role: 'member' } });

export const startThread = async (
  author: Member,
  communityId: CommunityId,
  { title = 'When a shift hands over a half-tightened flange', markdown = 'How does the next crew know?' } = {},
): Promise<ThreadView> => {
  const opened = await author.do(openThread, { params: { communityId }, body: { clientId: newClientId(), title, markdown } });
  return opened.thread;
};

/** A practice issue asked of a community. */
export const askIssue = (
  asker: Member,
  communityId: CommunityId,
  { title = 'Preload falls on flange bolts after 500 hours', ...more }: Partial<RequestOf<typeof postIssue>['body']> = {},
): Promise<IssueView> =>
  asker.do(postIssue, {
    params: { communityId },
    body: { clientId: newClientId(), title, situation: 'The upper third of the flange has lost a tenth of its preload.', ...more },
  });

export const say = (author: Member, threadId: ThreadId, markdown: string, more: { replyToId?: MessageId } = {}): Promise<MessageView> =>
  author.do(postMessage, { params: { threadId }, body: { clientId: newClientId(), markdown, ...more } });
