import type { CommunityId, ThreadId } from '@landbridge/contract';
import { changeThread, editMessage, getMessageSource, getThread } from '@landbridge/contract/threads';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from './support/member.ts';
import { setStage } from './support/stage.ts';
import { threadScreen, type ThreadScreen } from './support/thread-screen.ts';
import { foundCommunity, join, say, startThread } from './support/world.ts';

describe('writing in a thread', () => {
  const stage = setStage();
  let anna: Member;
  let ben: Member;
  let communityId: CommunityId;
  let threadId: ThreadId;
  let page: Page;
  let thread: ThreadScreen;

  beforeAll(async () => {
    const { world } = stage;
    [anna, ben] = await Promise.all([world.person('Anna Alvarez', 'Tower assembly'), world.person('Ben Berg', 'Rotor blades')]);
    communityId = (await foundCommunity(anna)).id;
    await join(ben, communityId);
    page = await stage.sit({ line: 'ben', member: ben });
    thread = threadScreen(page);
  });

  beforeEach(async () => {
    threadId = (await startThread(anna, communityId, { markdown: 'We mark the bolt with paint before the shift ends.' })).id;
    await thread.open(threadId);
  });

  it('answers one message by name', async () => {
    await thread.choose('We mark the bolt', 'Reply');
    await page.getByText('Reply to Anna Alvarez').waitFor();
    await thread.write('Which paint?');

    await expect(thread.message('Which paint?').getByRole('link', { name: 'Anna Alvarez We mark the bolt' })).toBeShown();
  });

  it('quotes the selected words with their author and a link', async () => {
    await thread
      .message('We mark the bolt')
      .locator('p')
      .evaluate((paragraph) => {
        const words = paragraph.firstChild;
        if (words) getSelection()?.setBaseAndExtent(words, 3, words, 16);
      });
    await thread.choose('We mark the bolt', 'Quote');
    await thread.field.press('End');
    await thread.field.pressSequentially('All of them?');
    await thread.send.click();

    const quote = thread.message('All of them?').getByRole('blockquote');
    await expect(quote.getByRole('link', { name: 'Anna Alvarez' })).toBeShown();
    expect(await quote.innerText()).toMatch(/^Anna Alvarez\s+mark the bolt$/);
  });

  it('completes a name after @, by keyboard', async () => {
    await thread.field.pressSequentially('Thank you @Ann');
    await page.getByRole('option', { name: /Anna Alvarez/ }).waitFor();
    await thread.field.press('Enter');
    await thread.field.pressSequentially('for this.');
    await thread.field.press('Control+Enter');

    await expect(thread.message('for this.').getByRole('link', { name: '@Anna Alvarez' })).toBeShown();
  });

  it('completes an emoji after a colon, by keyboard', async () => {
    await thread.field.pressSequentially('Good idea :bul');
    await page.getByRole('option', { name: 'bulb' }).waitFor();
    await thread.field.press('Enter');

    await expect.poll(() => thread.field.inputValue()).toContain('Good idea 💡');
    await thread.field.fill('');
  });

  it('shows what it will look like', async () => {
    await thread.field.fill('**Never** skip it.');
    await page.getByRole('button', { name: 'Preview' }).click();

    await expect(page.getByRole('region', { name: 'Write a message' }).getByRole('strong')).toBeShown();
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await thread.field.fill('');
  });

  it('keeps what the server refused, to be sent again', async () => {
    await refuseByClosing('Too late?');
    await expect(thread.message('Too late?').getByText('This thread is closed.')).toBeShown();
    await change({ isClosed: false });
    await thread.field.waitFor();
    await thread.message('Too late?').getByRole('button', { name: 'Retry' }).click();

    await expect(thread.message('Too late?').getByText('Not sent.')).toBeGone();
    await expect.poll(said).toContain('Too late?');
  });

  it('gives what the server refused back to be edited', async () => {
    await refuseByClosing('Too later?');
    await change({ isClosed: false });
    await thread.field.waitFor();
    await thread.message('Too later?').getByRole('button', { name: 'Edit' }).click();

    await expect.poll(() => thread.field.inputValue()).toBe('Too later?');
    await expect(thread.message('Too later?')).toBeGone();
    await thread.field.fill('');
  });

  it('takes back that a refused message was discarded', async () => {
    await refuseByClosing('Never mind.');
    await thread.message('Never mind.').getByRole('button', { name: 'Discard' }).click();
    await expect(thread.message('Never mind.')).toBeGone();
    await page.getByRole('button', { name: 'Undo' }).click();

    await expect(thread.message('Never mind.').getByRole('button', { name: 'Discard' })).toBeShown();
    await thread.message('Never mind.').getByRole('button', { name: 'Discard' }).click();
  });

  it('shows whoever saves an edit second what the first one wrote, and keeps theirs', async () => {
    const { id } = await say(ben, threadId, 'Eighty newton metres.');
    await thread.choose('Eighty newton metres.', 'Edit');
    const mine = page.getByRole('textbox', { name: 'Edit your message' });
    await mine.fill('Ninety, I looked it up.');
    const { version } = await ben.do(getMessageSource, { params: { messageId: id } });
    await ben.do(editMessage, { params: { messageId: id }, body: { version, markdown: 'Eighty-five, on the other device.' } });
    await page.getByRole('button', { name: /^Save changes/ }).click();
    await page.getByRole('alert').getByText('Eighty-five, on the other device.').waitFor();
    expect(await mine.inputValue()).toBe('Ninety, I looked it up.');
    await page.getByRole('button', { name: /^Save changes/ }).click();

    await expect(thread.message('Ninety, I looked it up.')).toBeShown();
  });

  it('ends the edit in every tab where it is saved in one', async () => {
    await say(ben, threadId, 'Two tabs, one text.');
    const tab = await page.context().newPage();
    const other = threadScreen(tab);
    await other.open(threadId);
    await thread.choose('Two tabs, one text.', 'Edit');
    await other.choose('Two tabs, one text.', 'Edit');
    await page.getByRole('textbox', { name: 'Edit your message' }).fill('One text, two tabs.');
    await page.getByRole('button', { name: /^Save changes/ }).click();

    await expect(tab.getByRole('textbox', { name: 'Edit your message' })).toBeGone();
    await expect(other.message('One text, two tabs.')).toBeShown();
  });

  it('shows former versions to their author', async () => {
    await say(ben, threadId, 'Before.');
    await thread.choose('Before.', 'Edit');
    await page.getByRole('textbox', { name: 'Edit your message' }).fill('After.');
    await page.getByRole('button', { name: /^Save changes/ }).click();
    await thread.message('After.').waitFor();
    await thread.choose('After.', 'Former versions');

    await expect(page.getByRole('dialog', { name: 'Former versions' }).getByText('Before.')).toBeShown();
    await page.keyboard.press('Escape');
  });

  it('asks once before it deletes, and keeps the place', async () => {
    await say(ben, threadId, 'To be deleted.');
    await thread.choose('To be deleted.', 'Delete');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await thread.choose('To be deleted.', 'Delete');
    await page.getByRole('dialog', { name: 'Delete this message?' }).getByRole('button', { name: 'Delete' }).click();

    await expect(thread.deleted).toBeShown();
    expect(await thread.messages.count()).toBe(2);
  });

  const change = async (body: { isClosed: boolean }) => {
    const { thread: now } = await anna.do(getThread, { params: { threadId } });
    await anna.do(changeThread, { params: { threadId }, body: { version: now.version, ...body } });
  };

  /** Ben writes while his line is down; when it is up again, the thread is closed. */
  const refuseByClosing = async (text: string) => {
    const line = stage.world.proxy.line('ben');
    line.refuse();
    await thread.write(text);
    await thread.message(text).getByText('Not sent yet').waitFor();
    await change({ isClosed: true });
    line.heal();
    await thread.message(text).getByText('Not sent.').waitFor();
  };

  const said = async (): Promise<string[]> => {
    const { messages } = await ben.do(getThread, { params: { threadId }, query: { at: 'newest' } });
    return messages.map(({ excerpt }) => excerpt);
  };
});
