import type { Locator, Page } from 'playwright-core';

/** The thread page, as people use it: by what they read and by the names of what they press. */
export const threadScreen = (page: Page) => {
  /** The message whose own text has the words; one that answers it shows them too. */
  const message = (words: string): Locator =>
    page.getByRole('article').filter({ has: page.getByRole('paragraph').filter({ hasText: words }) });
  return {
    field: page.getByRole('textbox', { name: 'Write a message' }),
    send: page.getByRole('button', { name: /^Send/ }),
    messages: page.getByRole('article'),
    newest: page.getByRole('button', { name: 'Jump to newest' }),
    unreadLine: page.getByRole('heading', { name: /^\d+ new messages?$/ }),

    open: async (threadId: string) => {
      await page.goto(`/threads/${threadId}`);
      await page.getByRole('article').first().waitFor();
    },

    message,

    deleted: page.getByRole('article').filter({ hasText: 'This message was deleted by its author.' }),

    write: async (text: string) => {
      await page.getByRole('textbox', { name: 'Write a message' }).fill(text);
      await page.getByRole('button', { name: /^Send/ }).click();
    },

    /** Chooses from the menu of the message that holds a text. */
    choose: async (words: string, entry: string) => {
      await message(words).hover();
      await message(words).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name: entry, exact: true }).click();
    },

    /** The first paragraph of each message, in the order of the page. */
    said: (): Promise<string[]> =>
      page.getByRole('article').evaluateAll((articles) => articles.map((article) => article.querySelector('p')?.textContent ?? '')),
  };
};

export type ThreadScreen = ReturnType<typeof threadScreen>;
