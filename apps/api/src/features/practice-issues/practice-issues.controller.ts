import { Controller } from '@nestjs/common';
import type { InputOf, IssueId } from '@landbridge/contract';
import {
  countIssues,
  deleteIssueView,
  editIssue,
  findLookAlikes,
  getIssue,
  listHelpedIssues,
  listIssues,
  listIssuesForMe,
  listIssueTags,
  listIssueViews,
  markHelped,
  postIssue,
  saveIssueView,
  takeIssueStep,
  tellOutcome,
  unmarkHelped,
  type IssueFilters,
  type IssueView,
} from '@landbridge/contract/practice-issues';
import { issueAbilities } from '@landbridge/domain/practice-issues';
import { z } from 'zod';
import { cursorInstant, likeText, readCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { allWords, tellingWords } from '../../platform/database/text-query.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Json } from '../../platform/http/json.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess } from '../communities/index.ts';
import { EditIssue } from './edit-issue.ts';
import { IssueViews } from './issue-views.ts';
import { MarkHelped } from './mark-helped.ts';
import { PostIssue } from './post-issue.ts';
import { IssueAccess } from './practice-issue.access.ts';
import {
  helpedIssues,
  issueCountsBy,
  issueLists,
  issuePage,
  issuesForPerson,
  lookAlikes,
  tagsInUse,
  type IssueLead,
} from './practice-issues.queries.ts';
import { TakeIssueStep } from './take-issue-step.ts';
import { TellOutcome } from './tell-outcome.ts';

const place = z.tuple([cursorInstant, z.uuid()]);

@Controller()
export class PracticeIssuesController {
  constructor(
    private readonly database: Database,
    private readonly access: IssueAccess,
    private readonly communities: CommunityAccess,
    private readonly postIssue: PostIssue,
    private readonly editIssue: EditIssue,
    private readonly takeIssueStep: TakeIssueStep,
    private readonly tellOutcome: TellOutcome,
    private readonly markHelped: MarkHelped,
    private readonly views: IssueViews,
  ) {}

  @Endpoint(listIssues)
  async list(actor: Actor, { query }: InputOf<typeof listIssues>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    const values = [...valuesOf(actor, query), query.state ?? null, at, id, query.limit];
    return found(await this.database.json(issueLists[leadOf(query)], values));
  }

  @Endpoint(countIssues)
  async count(actor: Actor, { query }: InputOf<typeof countIssues>) {
    return found(await this.database.json(issueCountsBy[leadOf(query)], valuesOf(actor, query)));
  }

  @Endpoint(findLookAlikes)
  async lookAlikes(actor: Actor, { query }: InputOf<typeof findLookAlikes>) {
    const words = tellingWords(query.q);
    if (!words) return { issues: [] };
    return found(
      await this.database.json(lookAlikes, [actor.personId, query.q.toLowerCase(), words.any, words.most, query.except ?? null]),
    );
  }

  @Endpoint(listIssueTags)
  async listTags(actor: Actor, { query }: InputOf<typeof listIssueTags>) {
    return found(await this.database.json(tagsInUse, [actor.personId, likeText(query.q), query.limit]));
  }

  @Endpoint(listIssuesForMe)
  async listForMe(actor: Actor, { params }: InputOf<typeof listIssuesForMe>) {
    await this.communities.get(this.database, actor.personId, params.communityId, 'read');
    return found(await this.database.json(issuesForPerson, [params.communityId, actor.personId]));
  }

  @Endpoint(listHelpedIssues)
  async listHelped(actor: Actor, { params, query }: InputOf<typeof listHelpedIssues>) {
    const [at, id] = readCursor(query.cursor, place) ?? [null, null];
    return found(await this.database.json(helpedIssues, [actor.personId, params.personId, at, id, query.limit]));
  }

  @Endpoint(postIssue)
  async post(actor: Actor, { params, body }: InputOf<typeof postIssue>) {
    return this.view(actor, await this.postIssue.run(actor, params.communityId, body));
  }

  @Endpoint(getIssue)
  async get(actor: Actor, { params }: InputOf<typeof getIssue>) {
    return this.view(actor, params.issueId);
  }

  @Endpoint(editIssue)
  async edit(actor: Actor, { params, body }: InputOf<typeof editIssue>) {
    await this.editIssue.run(actor, params.issueId, body);
    return this.view(actor, params.issueId);
  }

  @Endpoint(takeIssueStep)
  async takeStep(actor: Actor, { params, body }: InputOf<typeof takeIssueStep>) {
    await this.takeIssueStep.run(actor, params.issueId, body.step);
    return this.view(actor, params.issueId);
  }

  @Endpoint(tellOutcome)
  async tell(actor: Actor, { params, body }: InputOf<typeof tellOutcome>) {
    await this.tellOutcome.run(actor, params.issueId, body);
    return this.view(actor, params.issueId);
  }

  @Endpoint(markHelped)
  async mark(actor: Actor, { params }: InputOf<typeof markHelped>) {
    await this.markHelped.mark(actor, params.issueId, params.messageId);
    return this.view(actor, params.issueId);
  }

  @Endpoint(unmarkHelped)
  async unmark(actor: Actor, { params }: InputOf<typeof unmarkHelped>) {
    await this.markHelped.unmark(actor, params.issueId, params.messageId);
    return this.view(actor, params.issueId);
  }

  @Endpoint(listIssueViews)
  async listViews(actor: Actor) {
    return { views: await this.views.list(actor) };
  }

  @Endpoint(saveIssueView)
  saveView(actor: Actor, { body }: InputOf<typeof saveIssueView>) {
    return this.views.save(actor, body);
  }

  @Endpoint(deleteIssueView)
  async deleteView(actor: Actor, { params }: InputOf<typeof deleteIssueView>) {
    await this.views.delete(actor, params.issueViewId);
    return undefined;
  }

  private async view(actor: Actor, id: IssueId): Promise<IssueView> {
    const { askerId } = await this.access.get(this.database, actor.personId, id, 'read');
    const page = await this.database.one(issuePage, [id, actor.personId]);
    if (!page) throw problem('issue.not-found');
    const { issue, visibility, myRole } = page;
    const standing = { isAsker: askerId === actor.personId, isAskerDeactivated: !issue.isAskerActive, hasStakes: issue.stakes !== '' };
    return {
      ...issue,
      myRole,
      can: issueAbilities({ visibility, role: myRole, isEnded: issue.isCommunityEnded, state: issue.state, ...standing }),
    };
  }
}

const leadOf = ({ mine, communityId }: IssueFilters): IssueLead => mine ?? (communityId ? 'community' : 'all');

/** In the order of the statements' parameters. */
const valuesOf = (actor: Actor, { communityId, kind, tag, urgent, q }: IssueFilters) => [
  actor.personId,
  communityId ?? null,
  kind ?? null,
  tag ?? null,
  urgent ?? null,
  q ? allWords(q) : null,
  q ? likeText(q) : null,
];

/** The statement always has one row. */
const found = <T>(answer: Json<T> | null): Json<T> => {
  if (!answer) throw problem('issue.not-found');
  return answer;
};
