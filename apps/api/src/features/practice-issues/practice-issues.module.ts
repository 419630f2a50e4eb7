import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { PeopleModule } from '../people/index.ts';
import { FilesModule } from '../files/index.ts';
import { ThreadsModule } from '../threads/index.ts';
import { AskForOutcome } from './ask-for-outcome.ts';
import { EditIssue } from './edit-issue.ts';
import { FollowMessageChanges } from './follow-message-changes.ts';
import { Helping } from './helping.ts';
import { IssueFiles } from './issue-files.ts';
import { IssueTelling } from './issue-telling.ts';
import { IssueViews } from './issue-views.ts';
import { MarkHelped } from './mark-helped.ts';
import { PostIssue } from './post-issue.ts';
import { IssueAccess } from './practice-issue.access.ts';
import { PracticeIssuesController } from './practice-issues.controller.ts';
import { TakeIssueStep } from './take-issue-step.ts';
import { TellOutcome } from './tell-outcome.ts';
import { WriteTexts } from './write-texts.ts';

@Module({
  imports: [PeopleModule, CommunitiesModule, FilesModule, ThreadsModule],
  controllers: [PracticeIssuesController],
  providers: [
    AskForOutcome,
    EditIssue,
    FollowMessageChanges,
    Helping,
    IssueAccess,
    IssueFiles,
    IssueTelling,
    IssueViews,
    MarkHelped,
    PostIssue,
    TakeIssueStep,
    TellOutcome,
    WriteTexts,
  ],
  exports: [IssueAccess],
})
export class PracticeIssuesModule {}
