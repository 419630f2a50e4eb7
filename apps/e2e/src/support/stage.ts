import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser, takeSeat, type SeatOptions } from './browser.ts';
import { startWorld, type Installation, type World } from './world.ts';

export interface Stage<Place extends Installation> {
  readonly world: Place;
  /** Sits somebody down in a browser of their own; it is closed at the end. */
  sit(options: SeatOptions): Promise<Page>;
}

/** One running product and one Chromium for the tests of a file. Whatever was opened is closed at its end. */
export const setStage = (): Stage<World> => setStageWith(startWorld);

/** As `setStage`, on another beginning than an organisation with its administrator. */
export const setStageWith = <Place extends Installation>(begin: () => Promise<Place>): Stage<Place> => {
  const ends: (() => Promise<void>)[] = [];
  let world: Place | null = null;
  let browser: Browser | null = null;
  beforeAll(async () => {
    const begun = begin();
    const launched = launchBrowser();
    ends.push(
      async () => (await begun).stop(),
      async () => (await launched).close(),
    );
    [world, browser] = await Promise.all([begun, launched]);
  });
  afterAll(async () => {
    // The last that was opened is closed first.
    for (const end of ends.toReversed()) await end();
  });
  return {
    get world() {
      if (!world) throw new Error('The stage is not set yet.');
      return world;
    },
    sit: async (options) => {
      if (!browser || !world) throw new Error('The stage is not set yet.');
      const seat = await takeSeat(browser, world.url, options);
      ends.push(seat.close);
      return seat.page;
    },
  };
};
