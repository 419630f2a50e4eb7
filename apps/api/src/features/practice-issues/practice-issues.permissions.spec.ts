import { threadId } from '@landbridge/contract';
import * as issues from '@landbridge/contract/practice-issues';
import { afterAll, beforeAll, describe } from 'vitest';
import { everybody, members, nobodyElse, row, testPermissions, type Place } from '../../testing/permission-matrix.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { ask, newClientId, say, step, thank } from '../../testing/world.ts';

const readers = (missing: 'issue.not-found' | 'community.not-found') => ({ open: everybody(), private: members(missing) });

const unseen = { outsider: 'issue.not-found', administrator: 'issue.not-found' } as const;

/** The member asks: each issue of this table is theirs. */
const asker = {
  open: nobodyElse(['member'], 'issue.not-allowed'),
  private: nobodyElse(['member'], 'issue.not-allowed', unseen),
};

/** The asker, and the leaders of the community, look after kind, urgency and the archive. */
const caretakers = {
  open: nobodyElse(['member', 'steward', 'convener'], 'issue.not-allowed'),
  private: nobodyElse(['member', 'steward', 'convener'], 'issue.not-allowed', unseen),
};

const anIssue = ({ people, community }: Place) => ask(people.member, community.id, { stakes: 'Forty-one towers.' });
const aTriedIssue = async (place: Place) => step(place.people.member, await anIssue(place), 'try');
const about = async (place: Place) => ({ params: { issueId: (await anIssue(place)).id } });
const take = (name: 'try' | 'archive') => async (place: Place) => ({ ...(await about(place)), body: { step: name } });
const takeAfterTried = (name: 'not-use' | 'reopen') => async (place: Place) => ({
  params: { issueId: (await aTriedIssue(place)).id },
  body: { step: name },
});
const answered = async (place: Place) => {
  const issue = await anIssue(place);
  return { issue, message: await say(place.people.convener, threadId.parse(issue.id), 'Mask the seat before topcoat.') };
};

const table = [
  row(issues.listIssues, everybody()),
  row(issues.countIssues, everybody()),
  row(issues.findLookAlikes, everybody(), () => ({ query: { q: 'Preload falls' } })),
  row(issues.listIssueTags, everybody()),
  row(issues.listIssuesForMe, { ...readers('community.not-found'), closed: members('community.ask-first') }, ({ community }) => ({
    params: { communityId: community.id },
  })),
  row(issues.listHelpedIssues, everybody(), ({ people }) => ({ params: { personId: people.member.id } })),
  row(issues.postIssue, { ...readers('community.not-found'), closed: members('community.ask-first') }, ({ community }) => ({
    params: { communityId: community.id },
    body: { clientId: newClientId(), title: 'Nuts turn by themselves', situation: 'At night.' },
  })),
  row(issues.getIssue, readers('issue.not-found'), about),
  row(issues.editIssue, asker, async (place) => ({ ...(await about(place)), body: { version: 1, title: 'Preload falls in the cold' } })),
  row(issues.editIssue, caretakers, async (place) => ({ ...(await about(place)), body: { version: 1, tags: ['cold'], isUrgent: true } })),
  row(issues.takeIssueStep, asker, take('try')),
  row(issues.takeIssueStep, asker, takeAfterTried('not-use')),
  row(issues.takeIssueStep, asker, takeAfterTried('reopen')),
  row(issues.takeIssueStep, caretakers, take('archive')),
  row(issues.takeIssueStep, caretakers, async (place) => ({
    params: { issueId: (await step(place.people.member, await anIssue(place), 'archive')).id },
    body: { step: 'bring-back' as const },
  })),
  row(issues.tellOutcome, asker, async (place) => {
    const { id, version } = await aTriedIssue(place);
    return { params: { issueId: id }, body: { version, markdown: 'The seat is masked.' } };
  }),
  row(issues.markHelped, asker, async (place) => {
    const { issue, message } = await answered(place);
    return { params: { issueId: issue.id, messageId: message.id } };
  }),
  row(issues.unmarkHelped, asker, async (place) => {
    const { issue, message } = await answered(place);
    await thank(place.people.member, issue, message);
    return { params: { issueId: issue.id, messageId: message.id } };
  }),
  row(issues.listIssueViews, everybody()),
  row(issues.saveIssueView, everybody(), () => ({ body: { name: 'Waiting', filters: { state: 'open' as const } } })),
  // What is not one's own is not there, and deleting what is not there is done.
  row(issues.deleteIssueView, everybody(), async ({ people }) => ({
    params: { issueViewId: (await people.member.do(issues.saveIssueView, { body: { name: 'Mine', filters: {} } })).id },
  })),
];

describe('permissions in practice issues', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  testPermissions('practice issues', table, issues, () => server);
});
