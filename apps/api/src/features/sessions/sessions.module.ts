import { Module } from '@nestjs/common';
import { CommunitiesModule } from '../communities/index.ts';
import { EditSession } from './edit-session.ts';
import { PlanSession } from './plan-session.ts';
import { SessionTelling } from './session-telling.ts';
import { SessionAccess } from './session.access.ts';
import { SessionsController } from './sessions.controller.ts';
import { TakePart } from './take-part.ts';

@Module({
  imports: [CommunitiesModule],
  controllers: [SessionsController],
  providers: [EditSession, PlanSession, SessionAccess, SessionTelling, TakePart],
  exports: [SessionAccess],
})
export class SessionsModule {}
