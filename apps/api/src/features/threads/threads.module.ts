import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { FilesModule } from '../files/index.ts';
import { OrganisationModule } from '../organisation/index.ts';
import { PeopleModule } from '../people/index.ts';
import { BlankQuotes } from './blank-quotes.ts';
import { Participants } from './change-participants.ts';
import { ChangeThread } from './change-thread.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { IssueThreads } from './issue-threads.ts';
import { MessageFiles } from './message-files.ts';
import { MessageChanges } from './message-changes.ts';
import { MessagesController } from './messages.controller.ts';
import { OpenThread } from './open-thread.ts';
import { MoveInvitationsWhenMerged } from './move-invitations-when-merged.ts';
import { PinMessage } from './pin-message.ts';
import { PostMessage } from './post-message.ts';
import { Presence } from './presence.ts';
import { React } from './react.ts';
import { ReadMarks } from './read-marks.ts';
import { RenderPending } from './render-pending.ts';
import { Sight } from './sight.ts';
import { ThreadTelling } from './thread-telling.ts';
import { ThreadAccess } from './thread.access.ts';
import { ThreadsController } from './threads.controller.ts';
import { WriteMessage } from './write-message.ts';
import { WritingsController } from './writings.controller.ts';
import { Writings } from './writings.ts';

@Module({
  imports: [OrganisationModule, PeopleModule, CommunitiesModule, FilesModule],
  controllers: [ThreadsController, MessagesController, WritingsController],
  providers: [
    BlankQuotes,
    ChangeThread,
    DeleteMessage,
    EditMessage,
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
    RenderPending,
    Sight,
    ThreadAccess,
    ThreadTelling,
    WriteMessage,
    Writings,
  ],
  exports: [IssueThreads, MessageChanges, ReadMarks, RenderPending, ThreadAccess],
})
export class ThreadsModule {}
