import { describe, expect, it } from 'vitest';
import { htmlToMarkdown } from './html-to-markdown.ts';

const names = { person: () => null, personById: () => null, message: (id: string) => `our-${id}` };
const said = '<span class="mention">@Ines Moreau</span> <a href="message:7">said</a>:</p>\n<blockquote>\n<p>One mark.</p>\n</blockquote>';

describe('HTML of another program as Markdown', () => {
  it('heads a quote with its author and source', () => {
    expect(htmlToMarkdown(`<p>${said}\n<p>Yes.</p>`, names)).toBe('> [Ines Moreau](message:our-7)\n>\n> One mark.\n\nYes.');
  });

  it('does so when the author is named on the last line of a paragraph', () => {
    expect(htmlToMarkdown(`<p>Which says<br>\nthe same:<br>\n${said}`, names)).toBe(
      'Which says\nthe same:\n\n> [Ines Moreau](message:our-7)\n>\n> One mark.',
    );
  });
});
