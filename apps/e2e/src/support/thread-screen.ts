import type { Locator, Page } from 'playwright-core';

/** The thread page, as people use it: by what they read and by the names of what they press. */
export const threadScreen = (page: Page) => ({
  field: page.getByRole('textbox', { name: 'Write a message' }),
  send: page.getByRole('button', { name: /^Send/ }),
  messages: page.getByRole('article'),
  newest: page.getByRole('button', { name: 'Jump to newest' }),
  unreadLine: page.getByRole('heading', { name: /^\d+ new messages?$/ }),

  open: async (threadId: string) => {
    await page.goto(`/threads/${threadId}`);
    await page.getByRole('article').first().waitFor();
  },

  message: (text: string): Locator => page.getByRole('article').filter({ hasText: text }),

  write: async (text: string) => {
    await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
    await page.getByRole('button', { name: /^Send/ }).click();
  },

  /** Chooses from the menu of the message that holds a text. */
  choose: async (text: string, entry: string) => {
    const message = page.getByRole('article').filter({ hasText: text });
    await message.hover();
    await message.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: entry, exact: true }).click();
  },

  /** The first paragraph of each message, in the order of the page. */
  said: (): Promise<string[]> =>
    page.getByRole('article').evaluateAll((articles) => articles.map((article) => article.querySelector('p')?.textContent ?? '')),
});

export type ThreadScreen = ReturnType<typeof threadScreen>;
