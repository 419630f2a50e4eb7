import { describe, expect, it } from 'vitest';
import { asMarkdown, asWritten, mentionsIn } from './mention-text.ts';

const ann = { id: '11111111-1111-7111-8111-111111111111', name: 'Ann' };
const annLee = { id: '22222222-2222-7222-8222-222222222222', name: 'Ann Lee' };
const otherAnn = { id: '33333333-3333-7333-8333-333333333333', name: 'Ann' };
const linkTo = ({ id, name }: { id: string; name: string }) => `[@${name}](person:${id})`;

describe('a text with mentions', () => {
  it('is written by name and stored by id', () => {
    const markdown = `Ask ${linkTo(ann)} first.`;

    expect(asWritten(markdown)).toBe('Ask @Ann first.');
    expect(asMarkdown('Ask @Ann first.', mentionsIn(markdown))).toBe(markdown);
  });

  it('tells Ann Lee from Ann', () => {
    expect(asMarkdown('@Ann Lee and @Ann', [ann, annLee])).toBe(`${linkTo(annLee)} and ${linkTo(ann)}`);
  });

  it('tells two people of one name apart by keeping the second as a link', () => {
    const markdown = `${linkTo(ann)} and ${linkTo(otherAnn)}`;

    expect(asWritten(markdown)).toBe(`@Ann and ${linkTo(otherAnn)}`);
    expect(asMarkdown(asWritten(markdown), mentionsIn(markdown))).toBe(markdown);
  });

  it('mentions nobody in a longer word or an address', () => {
    expect(asMarkdown('@Anna, me@Ann', [ann])).toBe('@Anna, me@Ann');
  });

  it('mentions nobody who was not chosen', () => {
    expect(asMarkdown('@Bo', [ann])).toBe('@Bo');
  });

  it('ends the mention when the name is broken', () => {
    expect(asMarkdown('@An', [ann])).toBe('@An');
  });
});
