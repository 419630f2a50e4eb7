import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../../../../tools/browser/chromium.ts';
import type { Member } from './member.ts';
import { userAgentOf } from './proxy.ts';

export const launchBrowser = async (): Promise<Browser> => {
  const { executablePath, args, env } = await findChromium();
  return chromium.launch({ executablePath, args: [...args], env: { ...env } });
};

/** One person at one device: a browser of their own, whose line through the proxy has the same name. */
export interface Seat {
  readonly page: Page;
  /** Another tab of the same browser. */
  tab(path: string): Promise<Page>;
  close(): Promise<void>;
}

export interface SeatOptions extends BrowserContextOptions {
  /** Name of the line through the proxy. */
  readonly line: string;
  /** Who is signed in; nobody when left out. */
  readonly member?: Member;
}

/** Sits somebody down before the product; errors of the page fail the test that closes the seat. */
export const takeSeat = async (browser: Browser, url: string, { line, member, ...options }: SeatOptions): Promise<Seat> => {
  const context = await browser.newContext({
    baseURL: url,
    userAgent: userAgentOf(line),
    viewport: { width: 1280, height: 800 },
    ...options,
  });
  context.setDefaultTimeout(10_000);
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const errors: Error[] = [];
  context.on('weberror', (error) => errors.push(error.error()));
  if (member) {
    const [name = '', value = ''] = member.cookie.split('=');
    await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Lax' }]);
  }
  const page = await context.newPage();
  return {
    page,
    tab: async (path) => {
      const tab = await context.newPage();
      await tab.goto(path);
      return tab;
    },
    close: async () => {
      await context.close();
      if (errors.length > 0)
        throw new AggregateError(errors, `The page of ${line} failed: ${errors.map(({ message }) => message).join('; ')}`);
    },
  };
};
