import { Module } from '@nestjs/common';
import { ThreadsModule } from '../threads/index.ts';
import { ForgetNotices } from './forget-notices.ts';
import { NotificationsController } from './notifications.controller.ts';
import { Notices } from './notices.ts';
import { NotifyWhenAdded } from './notify-when-added.ts';
import { NotifyWhenAddressed } from './notify-when-addressed.ts';
import { NotifyWhenCommunityChanges } from './notify-when-community-changes.ts';
import { NotifyWhenIssueMoves } from './notify-when-issue-moves.ts';
import { NotifyWhenSessionMoves } from './notify-when-session-moves.ts';
import { ReadWhenThreadRead } from './read-when-thread-read.ts';

@Module({
  imports: [ThreadsModule],
  controllers: [NotificationsController],
  providers: [
    ForgetNotices,
    Notices,
    NotifyWhenAdded,
    NotifyWhenAddressed,
    NotifyWhenCommunityChanges,
    NotifyWhenIssueMoves,
    NotifyWhenSessionMoves,
    ReadWhenThreadRead,
  ],
})
export class NotificationsModule {}
