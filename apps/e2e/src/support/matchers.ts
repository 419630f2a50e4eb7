import { errors, type Locator } from 'playwright-core';
import { expect } from 'vitest';

declare module 'vitest' {
  // The type parameters are Vitest's own.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    /** Waits until the person sees it. */
    toBeShown(): T extends Locator ? Promise<void> : R;
    /** Waits until the person does not see it any more. */
    toBeGone(): T extends Locator ? Promise<void> : R;
  }
}

const becomes = async (locator: Locator, state: 'visible' | 'hidden') => {
  try {
    await locator.first().waitFor({ state });
    return { pass: true, message: () => `${String(locator)} is ${state}` };
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    const screen = await locator.page().locator('body').ariaSnapshot();
    return { pass: false, message: () => `${String(locator)} did not become ${state} on ${locator.page().url()}:\n${screen}` };
  }
};

expect.extend({
  toBeShown: (locator: Locator) => becomes(locator, 'visible'),
  toBeGone: (locator: Locator) => becomes(locator, 'hidden'),
});
