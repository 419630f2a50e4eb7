import { Injectable } from '@nestjs/common';
import { issueViewId, type InputOf, type IssueViewId } from '@landbridge/contract';
import { mostSavedViews, type saveIssueView, type SavedIssueView } from '@landbridge/contract/practice-issues';
import { v7 as uuid } from 'uuid';
import { againWhen } from '../../platform/database/again-when.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { IssueView } from './issue-parts.entity.ts';
import { savedViews } from './practice-issues.queries.ts';

/** Filters of the list of issues that a person keeps, for themselves alone. */
@Injectable()
export class IssueViews {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  list(actor: Actor): Promise<SavedIssueView[]> {
    return this.database.rows(savedViews, [actor.personId]);
  }

  /** The same name is the same view. */
  save(actor: Actor, wanted: InputOf<typeof saveIssueView>['body']): Promise<SavedIssueView> {
    return againWhen(['issue_views_name'], () => this.unitOfWork.run((tx) => this.put(tx, actor, wanted)));
  }

  async delete(actor: Actor, id: IssueViewId): Promise<void> {
    await this.unitOfWork.run((tx) => tx.delete(IssueView, { id, personId: actor.personId }));
  }

  private async put(tx: Tx, actor: Actor, { name, filters }: InputOf<typeof saveIssueView>['body']): Promise<SavedIssueView> {
    const views = await tx.rows(savedViews, [actor.personId]);
    const before = views.find((view) => view.name.toLowerCase() === name.toLowerCase());
    if (before) {
      await tx.update(IssueView, { id: before.id, personId: actor.personId }, { name, filters });
      return { id: before.id, name, filters };
    }
    if (views.length >= mostSavedViews) throw problem('issue.too-many-views');
    const id = issueViewId.parse(uuid());
    await tx.insert(IssueView, { id, personId: actor.personId, name, filters });
    return { id, name, filters };
  }
}
