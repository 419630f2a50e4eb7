import { Injectable } from '@nestjs/common';
import type { FileId, InputOf, IssueId } from '@landbridge/contract';
import type { editIssue, IssueAbility } from '@landbridge/contract/practice-issues';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { IssueThreads } from '../threads/index.ts';
import { IssueFiles } from './issue-files.ts';
import { IssueTelling } from './issue-telling.ts';
import { IssueAccess } from './practice-issue.access.ts';
import type { IssueStanding } from './practice-issue.facts.ts';
import { peopleNamed } from './practice-issues.happenings.ts';
import { WriteTexts } from './write-texts.ts';

const texts = ['title', 'situation', 'tried', 'stakes'] as const;
type Content = Pick<IssueStanding, (typeof texts)[number] | 'kind' | 'tags' | 'isUrgent'> & { readonly fileIds: readonly FileId[] };

/** Changes what an issue says, its kind, tags and urgency. Whoever edited an older version is told what is stored, and keeps theirs. */
@Injectable()
export class EditIssue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly access: IssueAccess,
    private readonly threads: IssueThreads,
    private readonly telling: IssueTelling,
    private readonly writeTexts: WriteTexts,
    private readonly files: IssueFiles,
  ) {}

  run(actor: Actor, id: IssueId, { version, ...wanted }: InputOf<typeof editIssue>['body']): Promise<void> {
    return this.unitOfWork.run(async (tx) => {
      const issue = await this.access.forChange(tx, actor.personId, id, 'read');
      const before = contentOf(issue);
      const next: Content = { ...before, ...wanted };
      const needed = neededFor(before, next);
      // The same edit sent again finds itself done.
      if (needed.length === 0) return;
      for (const ability of needed) await this.access.get(tx, actor.personId, id, ability);
      if (issue.version !== version) throw problem('version.stale', { current: { ...before, version: issue.version } });
      if (next.isUrgent && next.stakes === '') throw problem('issue.urgent-needs-stakes');
      if (next.isUrgent && issue.state !== 'open') throw problem('issue.not-now');
      await this.write(tx, actor, issue, next);
    });
  }

  private async write(tx: Tx, actor: Actor, issue: IssueStanding, { fileIds, ...next }: Content): Promise<void> {
    const { newlyNamedIds, ...written } = await this.writeTexts.run(tx, issue.communityId, { ...issue, ...next }, issue.namedIds);
    const thread = await this.threads.lock(tx, issue.id, null);
    if (thread) await this.threads.change(tx, thread, { title: next.title, isClosed: thread.closedAt !== null });
    await this.threads.mentioned(tx, issue.id, newlyNamedIds);
    if (newlyNamedIds.length > 0) tx.happened(peopleNamed, { issueId: issue.id, personIds: newlyNamedIds, byId: actor.personId });
    const files = await this.files.put(tx, issue.id, { ownerId: actor.personId, before: issue.files, wanted: fileIds });
    await this.telling.change(tx, issue, { ...next, ...written, files });
  }
}

const contentOf = ({ title, situation, tried, stakes, kind, tags, isUrgent, files }: IssueStanding): Content => ({
  title,
  situation,
  tried,
  stakes,
  kind,
  tags,
  isUrgent,
  fileIds: files.map((file) => file.id),
});

/** Urgency is taken away by whoever may edit the kind, also where it could not be given again. */
const neededFor = (before: Content, next: Content): IssueAbility[] => {
  const areTextsOther = texts.some((text) => before[text] !== next[text]) || before.fileIds.join() !== next.fileIds.join();
  const needed: IssueAbility[] = areTextsOther ? ['editTexts'] : [];
  if (before.kind !== next.kind || before.tags.join('\n') !== next.tags.join('\n')) needed.push('editKind');
  if (before.isUrgent === next.isUrgent) return needed;
  return [...needed, next.isUrgent && before.stakes !== '' ? 'markUrgent' : 'editKind'];
};
