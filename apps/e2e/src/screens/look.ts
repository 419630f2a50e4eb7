import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against a screen, a line for each. */
export const barriersOn = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(rules).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ') ?? ''}`),
  );
};

/** How far a screen, or what is open over it, reaches out sideways, in pixels. */
export const sidewaysOn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const holders = [document.documentElement, ...document.querySelectorAll('main, dialog[open]')];
    return Math.max(...holders.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });

const folder = fileURLToPath(new URL('../../test-results/pictures/', import.meta.url));

/** Leaves a picture for people to look at. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled' });
};

/** Complete: nothing is loading any more, fonts are there and nothing moves. */
export const settle = async (page: Page): Promise<void> => {
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'hidden' });
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
};
