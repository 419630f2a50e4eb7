import type { ClientId, MessageId, ThreadId } from '@landbridge/contract';
import { postMessage } from '@landbridge/contract/threads';
import { Refused, type Member } from '../support/member.ts';
import { newClientId } from '../support/world.ts';

export interface Acknowledged {
  readonly clientId: ClientId;
  readonly threadId: ThreadId;
  readonly messageId: MessageId;
  readonly position: number;
}

export interface LoadOptions {
  readonly authors: readonly Member[];
  readonly threadIds: readonly ThreadId[];
  readonly perSecond: number;
  readonly seconds: number;
}

const retriedAfterMs = 100;

/**
 * Posts at a steady rate, each message by the next author into the next thread, whether the ones before were answered or not.
 * One that was not acknowledged is sent again under the same client id until it is.
 */
export const postLoad = async ({ authors, threadIds, perSecond, seconds }: LoadOptions): Promise<Acknowledged[]> => {
  const startedAt = performance.now();
  const posts: Promise<Acknowledged>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const dueInMs = startedAt + (n * 1_000) / perSecond - performance.now();
    if (dueInMs > 1) await pause(dueInMs);
    posts.push(postUntilAcknowledged(at(authors, n), at(threadIds, n), n));
  }
  return Promise.all(posts);
};

const at = <Thing>(list: readonly Thing[], n: number): Thing => {
  const thing = list[n % list.length];
  if (thing === undefined) throw new Error('The list is empty.');
  return thing;
};

const postUntilAcknowledged = async (author: Member, threadId: ThreadId, n: number): Promise<Acknowledged> => {
  const clientId = newClientId();
  for (;;) {
    try {
      const { id, position } = await author.do(postMessage, { params: { threadId }, body: { clientId, markdown: `Message ${n}.` } });
      return { clientId, threadId, messageId: id, position };
    } catch (error) {
      if (!isPassing(error)) throw error;
      await pause(retriedAfterMs);
    }
  }
};

/** What a client repeats: the server was away, or said that it is busy or stopping. */
const isPassing = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 0 || error.status === 429 || error.status === 503);

/** The beat of the load, not a wait for something to have happened. */
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
