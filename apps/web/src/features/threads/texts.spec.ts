import { expect, it } from 'vitest';
import { text } from './texts.ts';

it('texts are filled in with numbers and their plural form', () => {
  expect(text('threads.unread-count', { count: 1 })).toBe('1 unread message');
  expect(text('threads.unread-count', { count: 5 })).toBe('5 unread messages');
});
