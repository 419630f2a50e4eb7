import type { ThreadId } from '@landbridge/contract';
import { startTyping } from '@landbridge/contract/threads';
import { live } from '../../platform/live.ts';
import { text } from './texts.ts';

const toldEveryMs = 2_500;
let toldAt = 0;

/** Tells the others in the thread that one is writing; often enough to hold, seldom enough not to matter. */
export const tellTyping = (threadId: ThreadId): void => {
  if (!live.isConnected() || Date.now() - toldAt < toldEveryMs) return;
  toldAt = Date.now();
  void live.ask(startTyping, { threadId }).catch(() => undefined);
};

export const typingText = ([first, second, ...more]: readonly string[]): string => {
  if (first === undefined) return '';
  return text('thread.typing', { count: second === undefined ? 1 : 2 + more.length, first, second: second ?? '' });
};
