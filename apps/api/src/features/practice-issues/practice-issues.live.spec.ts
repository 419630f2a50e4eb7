import { watchCommunity } from '@landbridge/contract/communities';
import type { LiveEvent } from '@landbridge/contract';
import * as issues from '@landbridge/contract/practice-issues';
import * as threads from '@landbridge/contract/threads';
import { applyIssueChanged, applyIssueMovedToList, applyThreadMovedToIssueList } from '@landbridge/domain/practice-issues';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, eventsIn, foundCommunity, say, step, thank } from '../../testing/world.ts';

const { issueChanged, issueMoved } = issues;

/** An issue with a message in it, and people with its page and the open issues of its community before them. */
interface World {
  readonly asker: TestPerson;
  readonly helper: TestPerson;
  readonly convener: TestPerson;
  readonly issue: issues.IssueView;
  readonly message: threads.MessageView;
  readonly screens: readonly Screen[];
}

interface Case {
  readonly event: LiveEvent;
  readonly when: string;
  act(world: World): Promise<unknown>;
}

const edit = ({ asker, issue }: World, wanted: object) =>
  asker.do(issues.editIssue, { params: { issueId: issue.id }, body: { version: issue.version, ...wanted } });

const cases: readonly Case[] = [
  {
    event: issueChanged,
    when: 'its texts are edited',
    act: (world) => edit(world, { title: 'Preload falls in the cold', stakes: 'Nine.' }),
  },
  { event: issueChanged, when: 'a message is marked', act: ({ asker, issue, message }) => thank(asker, issue, message) },
  {
    event: issueChanged,
    when: 'the mark is taken back',
    act: async ({ asker, issue, message }) => {
      await thank(asker, issue, message);
      await asker.do(issues.unmarkHelped, { params: { issueId: issue.id, messageId: message.id } });
    },
  },
  {
    event: issueChanged,
    when: 'a marked message is edited, then deleted',
    act: async ({ asker, helper, issue, message }) => {
      await thank(asker, issue, message);
      await helper.do(threads.editMessage, { params: { messageId: message.id }, body: { version: 1, markdown: 'Mask the seat.' } });
      await helper.do(threads.deleteMessage, { params: { messageId: message.id } });
    },
  },
  {
    event: issueChanged,
    when: 'it is tried and told about',
    act: async ({ asker, issue }) => {
      const { version } = await step(asker, issue, 'try');
      await asker.do(issues.tellOutcome, { params: { issueId: issue.id }, body: { version, markdown: 'It holds.' } });
    },
  },
  { event: issueChanged, when: 'it is archived', act: ({ convener, issue }) => step(convener, issue, 'archive') },
  {
    event: issueMoved,
    when: 'it comes back from the archive',
    act: async ({ convener, issue }) => {
      await step(convener, issue, 'archive');
      await step(convener, issue, 'bring-back');
    },
  },
  { event: issueMoved, when: 'another is posted', act: ({ helper, issue }) => ask(helper, issue.community.id, { title: 'Nuts turn' }) },
  { event: threads.threadMoved, when: 'somebody speaks', act: ({ convener, issue }) => say(convener, issue.threadId, 'Also at night.') },
];

/** What somebody has open: the page of an issue, and a list of those that are open in its community. */
class Screen {
  private constructor(
    readonly person: TestPerson,
    private readonly opened: { readonly issue: issues.IssueView; readonly list: issues.IssueList },
  ) {}

  static async open(person: TestPerson, { id, community, threadId }: issues.IssueView): Promise<Screen> {
    await person.connect();
    await person.ask(threads.watchThread, { threadId });
    await person.ask(watchCommunity, { communityId: community.id });
    return new Screen(person, await Screen.read(person, id, community.id));
  }

  static async read(person: TestPerson, issueId: issues.IssueView['id'], communityId: issues.IssueView['community']['id']) {
    const issue = await person.do(issues.getIssue, { params: { issueId } });
    const list = await person.do(issues.listIssues, { query: { communityId, state: 'open' } });
    return { issue, list };
  }

  /** After every event heard, through the reducers that the web uses. */
  get now() {
    return this.person.heard.reduce(({ issue, list }, { name, payload }) => {
      if (name === issueChanged.name) return { list, issue: applyIssueChanged(issue, issueChanged.payload.parse(payload), this.person.id) };
      if (name === issueMoved.name) {
        const filters = { communityId: issue.community.id, state: 'open' as const };
        return { issue, list: applyIssueMovedToList(list, issueMoved.payload.parse(payload), filters, this.person.id) };
      }
      if (name === threads.threadMoved.name)
        return { issue, list: applyThreadMovedToIssueList(list, threads.threadMoved.payload.parse(payload)) };
      return { issue, list };
    }, this.opened);
  }

  fresh() {
    return Screen.read(this.person, this.opened.issue.id, this.opened.issue.community.id);
  }
}

describe('practice issues, live', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  const makeWorld = async (): Promise<World> => {
    const convener = await server.person('Convener Carvalho', { unit: 'Bogies' });
    const asker = await server.person('Tomasz Wieczorek', { unit: 'Towers' });
    const helper = await server.person('Priya Raghunathan', { unit: 'Foundations' });
    const visitor = await server.person('Visitor Vogel');
    const { id } = await foundCommunity(convener);
    const issue = await ask(asker, id);
    const message = await say(helper, issue.threadId, 'Mask a ring round each hole.');
    const screens = [];
    for (const person of [convener, asker, helper, visitor]) screens.push(await Screen.open(person, issue));
    return { asker, helper, convener, issue, message, screens };
  };

  it.for(cases)('$event.name: screens equal a fresh look when $when', async ({ act, event }) => {
    const world = await makeWorld();

    await act(world);

    for (const screen of world.screens) {
      const fresh = await screen.fresh();
      await expect.poll(() => screen.now, { interval: 5, message: screen.person.name }).toEqual(fresh);
    }
    expect(world.screens.some(({ person }) => person.heard.some(({ name }) => name === event.name))).toBe(true);
    for (const { person } of world.screens) person.disconnect();
  });

  it('has a case for every event of practice issues', () => {
    const proved = new Set(cases.map(({ event }) => event.name));

    expect(eventsIn(issues).filter((name) => !proved.has(name))).toEqual([]);
  });
});
