export { SessionAccess } from './session.access.ts';
export { sessionMoved } from './sessions.happenings.ts';
export { SessionsModule } from './sessions.module.ts';
