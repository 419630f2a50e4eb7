import { Injectable } from '@nestjs/common';
import { issueId, type CommunityId, type InputOf, type IssueId } from '@landbridge/contract';
import type { postIssue } from '@landbridge/contract/practice-issues';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess, Membership } from '../communities/index.ts';
import { IssueThreads, presentUnitOf } from '../threads/index.ts';
import { IssueFiles } from './issue-files.ts';
import { IssueTelling } from './issue-telling.ts';
import { PracticeIssue } from './practice-issue.entity.ts';
import { issueByClientId, nextIssueNumber } from './practice-issue.facts.ts';
import { peopleNamed } from './practice-issues.happenings.ts';
import { WriteTexts } from './write-texts.ts';

type Wanted = InputOf<typeof postIssue>['body'];

/** Posting joins an open community and follows the conversation. The same client id posts once. */
@Injectable()
export class PostIssue {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly communities: CommunityAccess,
    private readonly membership: Membership,
    private readonly threads: IssueThreads,
    private readonly telling: IssueTelling,
    private readonly writeTexts: WriteTexts,
    private readonly files: IssueFiles,
  ) {}

  async run(actor: Actor, communityId: CommunityId, wanted: Wanted): Promise<IssueId> {
    await this.communities.get(this.database, actor.personId, communityId, 'openThread');
    if (wanted.isUrgent && wanted.stakes === '') throw problem('issue.urgent-needs-stakes');
    return againWhen(['practice_issues_client_id'], () =>
      this.unitOfWork.run(async (tx) => (await this.before(tx, actor, communityId, wanted)) ?? this.post(tx, actor, communityId, wanted)),
    );
  }

  /** The community is locked: its issues are numbered without holes. */
  private async post(tx: Tx, actor: Actor, communityId: CommunityId, { fileIds, ...wanted }: Wanted): Promise<IssueId> {
    const community = await this.communities.forChange(tx, actor.personId, communityId, 'openThread');
    if (community.role === null) await this.membership.put(tx, community, actor.personId, 'member');
    const { newlyNamedIds, ...written } = await this.writeTexts.run(tx, communityId, { ...wanted, outcome: '' });
    const id = issueId.parse(uuid());
    const unitId = (await tx.one(presentUnitOf, [actor.personId]))?.unitId ?? null;
    const numbered = await tx.one(nextIssueNumber, [communityId]);
    if (!numbered) throw problem('community.not-found');
    await tx.insert(PracticeIssue, {
      id,
      communityId,
      number: numbered.number,
      askerId: actor.personId,
      askerUnitId: unitId,
      postedAt: this.clock.now(),
      ...wanted,
      ...written,
    });
    // After the issue: the same request at the same moment fails on its client id, and not on files that are taken already.
    const files = await this.files.put(tx, id, { ownerId: actor.personId, before: [], wanted: fileIds });
    if (files.length > 0) await tx.update(PracticeIssue, { id }, { files });
    await this.threads.open(tx, {
      issueId: id,
      communityId,
      title: wanted.title,
      askerId: actor.personId,
      unitId,
      mentionIds: newlyNamedIds,
    });
    if (newlyNamedIds.length > 0) tx.happened(peopleNamed, { issueId: id, personIds: newlyNamedIds, byId: actor.personId });
    await this.telling.tell(tx, id);
    return id;
  }

  /** What an earlier request with this client id posted. @throws client-id.reused when that said something else */
  private async before(tx: Tx, actor: Actor, communityId: CommunityId, wanted: Wanted): Promise<IssueId | null> {
    const posted = await tx.one(issueByClientId, [actor.personId, wanted.clientId]);
    if (!posted) return null;
    const isSame = posted.communityId === communityId && posted.title === wanted.title && posted.situation === wanted.situation;
    if (!isSame) throw problem('client-id.reused');
    return posted.id;
  }
}
