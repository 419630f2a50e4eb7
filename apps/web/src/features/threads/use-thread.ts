import { useQuery } from '@tanstack/react-query';
import type { ThreadId } from '@landbridge/contract';
import { getThread, listMessages, type ThreadView } from '@landbridge/contract/threads';
import { appendNewer, newerReadState, prependOlder, trimWindow } from '@landbridge/domain/threads';
import { callRoute } from '../../platform/api.ts';
import { queryClient } from '../../platform/query-client.ts';
import { changeThread, readThread, threadKey } from './thread-cache.ts';

/** Most messages kept in the page; the end that is not being read is let go. */
const windowSize = 200;

/** Shows a thread as an answer gave it, unless events that are younger came first. Its read state has a revision of its own. */
export const showThread = (thread: ThreadView): void =>
  changeThread(thread.id, (page) =>
    thread.lastSeq < page.thread.lastSeq
      ? page
      : { ...page, thread: { ...thread, readState: newerReadState(page.thread.readState, thread.readState) } },
  );

/** A thread with a window of messages: round one message, or round the first unread one. */
export const useThread = (id: ThreadId, at: string) =>
  useQuery({ queryKey: threadKey(id), queryFn: () => callRoute(getThread, { params: { threadId: id }, query: { at } }), gcTime: 0 });

/** Puts another stretch of the thread in place of the window. */
export const showThreadAt = async (id: ThreadId, at: string): Promise<void> => {
  const page = await callRoute(getThread, { params: { threadId: id }, query: { at } });
  queryClient.setQueryData(threadKey(id), page);
};

export const loadOlder = async (id: ThreadId): Promise<void> => {
  const first = readThread(id)?.messages[0];
  if (!first) return;
  const older = await callRoute(listMessages, { params: { threadId: id }, query: { before: first.position } });
  changeThread(id, (page) => trimWindow(prependOlder(page, older), windowSize, 'oldest'));
};

export const loadNewer = async (id: ThreadId): Promise<void> => {
  const last = readThread(id)?.messages.at(-1);
  if (!last) return;
  const newer = await callRoute(listMessages, { params: { threadId: id }, query: { after: last.position } });
  changeThread(id, (page) => trimWindow(appendNewer(page, newer), windowSize, 'newest'));
};
