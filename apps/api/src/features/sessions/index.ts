export { SessionAccess } from './session.access.ts';
export { SessionsModule } from './sessions.module.ts';
