import { describe, expect, it } from 'vitest';
import { blankQuotes, containsWords, renderMarkdown, withAuthors } from './render-markdown.ts';

const person = '0198f4b2-0000-7000-8000-000000000001';
const source = '0198f4b2-0000-7000-8000-000000000002';
const other = '0198f4b2-0000-7000-8000-000000000003';
const html = (markdown: string) => renderMarkdown(markdown).html;

describe('render markdown', () => {
  it('colours code of a known language, and leaves other code as it is', () => {
    expect(html('```ts\nconst bolt = 1;\n```')).toContain('<span class="hljs-keyword">const</span>');
    expect(html('```klingon\nconst <bolt>\n```')).toBe('<pre tabindex="0"><code class="hljs">const &lt;bolt&gt;\n</code></pre>\n');
  });

  it('makes tables that scroll by themselves', () => {
    expect(html('| bolt | Nm |\n|---|---|\n| M36 | 2,100 |')).toContain('<div class="table-scroll" tabindex="0"><table>');
  });

  it('makes task lists', () => {
    expect(html('- [x] cleaned\n- [ ] torqued')).toContain('<li class="task"><span class="task-box done">☑</span>cleaned</li>');
    expect(html('- [ ] torqued')).toContain('<span class="task-box">☐</span>');
  });

  it('keeps line breaks, and starts headings below those of the page', () => {
    expect(html('one\ntwo')).toBe('<p>one<br />\ntwo</p>\n');
    expect(html('# Title')).toBe('<h3>Title</h3>\n');
  });

  it('opens links elsewhere, without telling where they came from', () => {
    expect(html('see https://norrgard.example/x')).toContain('rel="noopener noreferrer nofollow" target="_blank"');
  });

  it('knows a mention by its id alone: the written name is not believed', () => {
    const rendered = renderMarkdown(`[@The Director](person:${person}) knows.`);

    expect(rendered.html).toBe(`<p><a class="mention" data-person="${person}"></a> knows.</p>\n`);
    expect(rendered.mentionIds).toEqual([person]);
  });

  it('knows a quote by its header, and whose words it holds', () => {
    const rendered = renderMarkdown(`> [Rui](message:${source})\n> Two marks.\n\nExactly.`);

    expect(rendered.quotes).toEqual([{ sourceId: source, words: '\nTwo marks.' }]);
    expect(rendered.ownWords).toBe('Exactly.');
    expect(withAuthors(rendered.html, new Map([[source, person]]))).toContain(
      `<blockquote class="quote" data-message="${source}">\n<p><a class="quote-source" data-message="${source}" data-person="${person}"></a>`,
    );
  });

  it('knows a quote in a quote, each with its own words', () => {
    const rendered = renderMarkdown(`> [Rui](message:${source})\n> Outer.\n>\n> > [Ada](message:${other})\n> > Inner.`);

    expect(rendered.quotes.map(({ sourceId, words }) => [sourceId, words.trim()])).toEqual([
      [source, 'Outer.'],
      [other, 'Inner.'],
    ]);
  });

  it('links to a message inside the organisation', () => {
    expect(html(`[there](message:${source})`)).toBe(`<p><a href="/messages/${source}">there</a></p>\n`);
  });

  it('has the first line of its own words as excerpt, cut at a length', () => {
    expect(renderMarkdown(`> [Rui](message:${source})\n> Two.\n\n**Exactly** so.\nMore.`).excerpt).toBe('Exactly so.');
    expect(renderMarkdown('x'.repeat(200)).excerpt).toHaveLength(140);
  });

  const long = (piece: string) => piece.repeat(Math.floor(20_000 / piece.length));
  it.for([
    '[',
    '>',
    '*',
    '`',
    '_',
    '~',
    '<',
    '![',
    '](',
    '**a ',
    '> a\n\n',
    'a\n\n',
    '- a\n',
    '> ',
    '`a',
    '|',
    '[a](',
    '&amp;',
    'http://a ',
    '\\',
  ])('is quick with twenty thousand characters of %j', (piece) => {
    const before = performance.now();

    renderMarkdown(long(piece));

    expect(performance.now() - before).toBeLessThan(1_000);
  });
});

describe('contains words', () => {
  it('does not mind how lines are broken', () => {
    expect(containsWords('Two marks, one on the nut.', 'marks,\none  on')).toBe(true);
    expect(containsWords('Two marks.', 'Three marks.')).toBe(false);
  });
});

describe('blank quotes', () => {
  it('leaves the header and takes the words', () => {
    expect(blankQuotes(`Before.\n\n> [Rui](message:${source})\n> Two marks.\nlazily.\n\nAfter.`, source)).toBe(
      `Before.\n\n> [Rui](message:${source})\n\nAfter.`,
    );
  });

  it('leaves quotes of others', () => {
    const text = `> [Ada](message:${other})\n> Hers.`;

    expect(blankQuotes(text, source)).toBe(text);
  });

  it('takes the words inside a quote of somebody else', () => {
    expect(blankQuotes(`> [Ada](message:${other})\n> Hers.\n>\n> > [Rui](message:${source})\n> > His.\n\nMine.`, source)).toBe(
      `> [Ada](message:${other})\n> Hers.\n>\n> > [Rui](message:${source})\n\nMine.`,
    );
  });

  it('takes only the quote when it holds the same quote again, and nothing after it', () => {
    expect(
      blankQuotes(
        `> [Rui](message:${source})\n> His.\n>\n> > [Rui](message:${source})\n> > Again.\n> > And again.\n\nMine.\nStays.`,
        source,
      ),
    ).toBe(`> [Rui](message:${source})\n\nMine.\nStays.`);
  });
});
