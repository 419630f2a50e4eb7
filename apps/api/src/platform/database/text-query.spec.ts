import { describe, expect, it } from 'vitest';
import { allWords, tellingWords } from './text-query.ts';

describe('words as a text query', () => {
  it.each([
    ['Bolt preload', 'bolt:* & preload:*'],
    ["a & b | !c:*<->'", 'a:* & b:* & c:*'],
    ['%%%___', null],
  ])('%s is %s', (words, query) => {
    expect(allWords(words)).toBe(query);
  });
});

describe('words that tell something', () => {
  it('lose their endings, leave short ones out, and name the two longest', () => {
    expect(tellingWords('The tensioners read low')).toEqual({ any: 'tensione:* | read:*', most: 'tensione:* & read:*' });
  });

  it('are the short ones where there is nothing else', () => {
    expect(tellingWords('M 36')).toEqual({ any: 'm:* | 36:*', most: '36:* & m:*' });
    expect(tellingWords('…')).toBeNull();
  });
});
