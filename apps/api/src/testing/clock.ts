import { Clock } from '../platform/clock/clock.ts';
import type { TestServer } from './test-server.ts';

/** Sets the server's clock on by so much; what it says from then on is later. */
export const waitOnClock = (server: TestServer, ms: number): void => {
  const clock = server.running.application.get(Clock);
  const before = clock.now.bind(clock);
  clock.now = () => new Date(before().getTime() + ms);
};
