import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { FilesModule } from '../files/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { PeopleModule } from '../people/index.ts';
import { Participants } from './change-participants.ts';
import { ChangeThread } from './change-thread.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { HideMessage } from './hide-message.ts';
import { IssueThreads } from './issue-threads.ts';
import { MessageFiles } from './message-files.ts';
import { MessageChanges } from './message-changes.ts';
import { MessagesController } from './messages.controller.ts';
import { ModerationController } from './moderation.controller.ts';
import { OpenThread } from './open-thread.ts';
import { MoveInvitationsWhenMerged } from './move-invitations-when-merged.ts';
import { PinMessage } from './pin-message.ts';
import { PostMessage } from './post-message.ts';
import { Presence } from './presence.ts';
import { React } from './react.ts';
import { ReadMarks } from './read-marks.ts';
import { RefreshQuotes } from './refresh-quotes.ts';
import { RenderPending } from './render-pending.ts';
import { Reports } from './reports.ts';
import { ShownTexts } from './shown-texts.ts';
import { Sight } from './sight.ts';
import { ThreadTelling } from './thread-telling.ts';
import { ThreadAccess } from './thread.access.ts';
import { ThreadsController } from './threads.controller.ts';
import { WriteMessage } from './write-message.ts';
import { WritingsController } from './writings.controller.ts';
import { Writings } from './writings.ts';

@Module({
  imports: [OrganisationModule, PeopleModule, CommunitiesModule, FilesModule],
  controllers: [ThreadsController, MessagesController, ModerationController, WritingsController],
  providers: [
    ChangeThread,
    DeleteMessage,
    EditMessage,
    HideMessage,
    IssueThreads,
    MessageChanges,
    MessageFiles,
    OpenThread,
    MoveInvitationsWhenMerged,
    Participants,
    PinMessage,
    PostMessage,
    Presence,
    React,
    ReadMarks,
    RefreshQuotes,
    RenderPending,
    Reports,
    ShownTexts,
    Sight,
    ThreadAccess,
    ThreadTelling,
    WriteMessage,
    Writings,
  ],
  exports: [IssueThreads, MessageChanges, ReadMarks, RenderPending, ThreadAccess],
})
export class ThreadsModule {}
