import { describe, expect, it } from 'vitest';
import {
  emojiBefore,
  insertBlock,
  makeLink,
  mentionBefore,
  nameInText,
  prefixLines,
  quoteBlock,
  wrap,
  type Selected,
} from './markdown-edits.ts';

/** `a [b] c`: the selection stands in brackets; `a | c`: the cursor. */
const selected = (drawn: string): Selected => {
  const start = drawn.search(/[[|]/);
  const end = drawn.includes(']') ? drawn.indexOf(']') - 1 : start;
  return { text: drawn.replaceAll(/[[\]|]/g, ''), start, end };
};
const drawn = ({ text, start, end }: Selected): string =>
  start === end ? `${text.slice(0, start)}|${text.slice(start)}` : `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`;

describe('wrap', () => {
  it('puts signs round the selection and keeps it selected', () => {
    expect(drawn(wrap(selected('the [last] bolt'), '**'))).toBe('the **[last]** bolt');
  });

  it('takes the signs away when they are there', () => {
    expect(drawn(wrap(selected('the **[last]** bolt'), '**'))).toBe('the [last] bolt');
  });
});

describe('prefix lines', () => {
  it('begins every line of the selection', () => {
    expect(prefixLines(selected('[one\ntwo]'), '- ').text).toBe('- one\n- two');
  });

  it('takes the beginning away when all lines have it', () => {
    expect(prefixLines(selected('[- one\n- two]'), '- ').text).toBe('one\ntwo');
  });

  it('begins the line of the cursor, not the one before', () => {
    expect(prefixLines(selected('one\ntw|o'), '> ').text).toBe('one\n> two');
  });
});

describe('make link', () => {
  it('selects the address, to be typed over', () => {
    const { text, start, end } = makeLink(selected('see [the card]'));

    expect(text).toBe('see [the card](https://)');
    expect(text.slice(start, end)).toBe('https://');
  });

  it('puts the cursor where the words go when nothing is selected', () => {
    const { text, start } = makeLink(selected('see |'));

    expect(text).toBe('see [](https://)');
    expect(start).toBe(5);
  });
});

describe('insert block', () => {
  it('stands on lines of its own', () => {
    expect(insertBlock(selected('before|'), '> words\n').text).toBe('before\n\n> words\n');
  });

  it('needs no empty lines at the beginning', () => {
    expect(insertBlock(selected('|'), '> words\n').text).toBe('> words\n');
  });
});

describe('mention before the cursor', () => {
  it.each([
    ['@', { from: 0, letters: '' }],
    ['thanks @Rui', { from: 7, letters: 'Rui' }],
    ['(@Fatima El A', { from: 1, letters: 'Fatima El A' }],
    ['@Zoë', { from: 0, letters: 'Zoë' }],
  ])('asks in %j', (text, asked) => {
    expect(mentionBefore({ text, start: text.length, end: text.length })).toEqual(asked);
  });

  it.each(['rui@towers', '@ 3 o’clock', '@Rui asked me to', 'no sign', '[@Rui](person:1)'])('does not ask in %j', (text) => {
    expect(mentionBefore({ text, start: text.length, end: text.length })).toBeNull();
  });

  it('does not ask while something is selected', () => {
    expect(mentionBefore({ text: '@Rui', start: 1, end: 4 })).toBeNull();
  });
});

describe('emoji before the cursor', () => {
  it('asks after a colon and two letters', () => {
    expect(emojiBefore({ text: 'good :bu', start: 8, end: 8 })).toEqual({ from: 5, letters: 'bu' });
  });

  it.each([':b', '12:30', 'https://', 'note: this'])('does not ask in %j', (text) => {
    expect(emojiBefore({ text, start: text.length, end: text.length })).toBeNull();
  });
});

describe('what goes into the text', () => {
  it('names people so that the link round the name holds', () => {
    expect(nameInText('A [x] B')).toBe('A x B');
  });

  it('quotes every line under a link to the message', () => {
    expect(quoteBlock({ id: '1', authorName: 'Rui' }, 'one\ntwo')).toBe('> [Rui](message:1)\n> one\n> two\n\n');
  });
});
