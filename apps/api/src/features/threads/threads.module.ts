import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { BlankQuotes } from './blank-quotes.ts';
import { ChangeThread } from './change-thread.ts';
import { DeleteMessage } from './delete-message.ts';
import { EditMessage } from './edit-message.ts';
import { MessagesController } from './messages.controller.ts';
import { OpenThread } from './open-thread.ts';
import { PostMessage } from './post-message.ts';
import { Presence } from './presence.ts';
import { React } from './react.ts';
import { ReadMarks } from './read-marks.ts';
import { ThreadAccess } from './thread.access.ts';
import { ThreadsController } from './threads.controller.ts';
import { WriteMessage } from './write-message.ts';

@Module({
  imports: [CommunitiesModule],
  controllers: [ThreadsController, MessagesController],
  providers: [
    BlankQuotes,
    ChangeThread,
    DeleteMessage,
    EditMessage,
    OpenThread,
    PostMessage,
    Presence,
    React,
    ReadMarks,
    ThreadAccess,
    WriteMessage,
  ],
  exports: [ThreadAccess],
})
export class ThreadsModule {}
