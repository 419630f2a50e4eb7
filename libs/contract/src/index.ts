import * as administration from './administration/index.ts';
import * as communities from './communities/index.ts';
import type { LiveCall, LiveEvent } from './event.ts';
import * as files from './files/index.ts';
import * as home from './home/index.ts';
import * as importing from './import/index.ts';
import * as identity from './identity/index.ts';
import * as library from './library/index.ts';
import * as live from './live.ts';
import * as notifications from './notifications/index.ts';
import * as organisation from './organisation/index.ts';
import * as people from './people/index.ts';
import * as practiceIssues from './practice-issues/index.ts';
import type { Route } from './route.ts';
import * as sessions from './sessions/index.ts';
import * as threads from './threads/index.ts';

export * from './event.ts';
export * from './ids.ts';
export * from './live.ts';
export * from './primitives.ts';
export * from './problem.ts';
export * from './problems.ts';
export * from './route.ts';

const everything: readonly unknown[] = [
  identity,
  organisation,
  people,
  communities,
  files,
  threads,
  practiceIssues,
  library,
  sessions,
  notifications,
  home,
  importing,
  administration,
  live,
].flatMap((noun) => Object.values(noun));

const isRoute = (value: unknown): value is Route => typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const isLiveEvent = (value: unknown): value is LiveEvent =>
  typeof value === 'object' && value !== null && 'name' in value && 'payload' in value;
const isLiveCall = (value: unknown): value is LiveCall =>
  typeof value === 'object' && value !== null && 'name' in value && 'request' in value;

/** Every route there is. */
export const allRoutes: readonly Route[] = everything.filter(isRoute);
/** Every event there is. */
export const allEvents: readonly LiveEvent[] = everything.filter(isLiveEvent);
/** Everything that can be asked over the socket. */
export const allCalls: readonly LiveCall[] = everything.filter(isLiveCall);
