import { useEffect, useState } from 'react';
import type { PersonId, ThreadId } from '@landbridge/contract';
import { communityChanged } from '@landbridge/contract/communities';
import type { PersonSummary } from '@landbridge/contract/people';
import {
  getThreadChanges,
  messageDeleted,
  messageEdited,
  messageHidden,
  messagePosted,
  messageReacted,
  ownReportChanged,
  presenceChanged,
  readStateChanged,
  threadChanged,
  threadLost,
  typing,
  unwatchThread,
  watchThread,
} from '@landbridge/contract/threads';
import {
  applyOwnReportToPage,
  applyReadStateToPage,
  applyThreadChanges,
  applyThreadEvent,
  type ThreadEvent,
} from '@landbridge/domain/threads';
import { callRoute } from '../../platform/api.ts';
import { live } from '../../platform/live.ts';
import { changeThread, readThread } from './thread-cache.ts';

/** A missing number is often only late: wait this long before asking for it. */
const patienceMs = 100;
const typingHoldsMs = 5_000;

export interface LiveThread {
  readonly here: readonly PersonSummary[];
  readonly hereCount: number;
  readonly writing: readonly PersonSummary[];
  readonly isLost: boolean;
}

/** Applies events in the order of their numbers; where one is missing, what changed is asked for by number. */
const orderedEvents = (id: ThreadId, viewerId: PersonId) => {
  const early = new Map<number, ThreadEvent>();
  let timer: ReturnType<typeof setTimeout> | null = null;

  const applyReady = () => {
    for (;;) {
      const next = early.get((readThread(id)?.thread.lastSeq ?? 0) + 1);
      if (!next) return;
      early.delete(next.payload.seq);
      changeThread(id, (page) => applyThreadEvent(page, next, viewerId));
    }
  };
  const catchUp = async () => {
    const page = readThread(id);
    if (!page) return;
    const changes = await callRoute(getThreadChanges, { params: { threadId: id }, query: { after: page.thread.lastSeq } });
    changeThread(id, (now) => applyThreadChanges(now, changes));
    for (const seq of early.keys()) if (seq <= changes.throughSeq) early.delete(seq);
    applyReady();
    if (!changes.isComplete) await catchUp();
  };
  const hear = (event: ThreadEvent) => {
    const page = readThread(id);
    if (event.payload.threadId !== id || !page || event.payload.seq <= page.thread.lastSeq) return;
    early.set(event.payload.seq, event);
    applyReady();
    if (early.size === 0) return;
    timer ??= setTimeout(() => {
      timer = null;
      if (early.size > 0) void catchUp().catch(() => undefined);
    }, patienceMs);
  };
  return { hear, catchUp, stop: () => timer && clearTimeout(timer) };
};

/** Keeps an open thread as the server has it, and tells who is there. A message that arrives causes no request. */
export const useLiveThread = (id: ThreadId, viewerId: PersonId): LiveThread => {
  const [here, setHere] = useState<{ people: readonly PersonSummary[]; count: number }>({ people: [], count: 0 });
  const [writing, setWriting] = useState<readonly { person: PersonSummary; until: number }[]>([]);
  const [isLost, setLost] = useState(false);

  useEffect(() => {
    const events = orderedEvents(id, viewerId);
    const enter = async () => {
      if (!live.isConnected()) return;
      const { lastSeq, people, count } = await live.ask(watchThread, { threadId: id });
      setHere({ people, count });
      if (lastSeq > (readThread(id)?.thread.lastSeq ?? 0)) await events.catchUp();
    };
    const tryToEnter = () => void enter().catch(() => undefined);
    const stops = [
      live.on(messagePosted, (payload) => {
        setWriting((before) => before.filter(({ person }) => person.id !== payload.message.author.id));
        events.hear({ name: messagePosted.name, payload });
      }),
      live.on(messageEdited, (payload) => events.hear({ name: messageEdited.name, payload })),
      live.on(messageDeleted, (payload) => events.hear({ name: messageDeleted.name, payload })),
      live.on(messageHidden, (payload) => events.hear({ name: messageHidden.name, payload })),
      live.on(messageReacted, (payload) => events.hear({ name: messageReacted.name, payload })),
      live.on(threadChanged, (payload) => events.hear({ name: threadChanged.name, payload })),
      live.on(readStateChanged, (payload) => changeThread(id, (page) => applyReadStateToPage(page, payload))),
      live.on(ownReportChanged, (payload) => changeThread(payload.threadId, (page) => applyOwnReportToPage(page, payload))),
      live.on(presenceChanged, (payload) => payload.threadId === id && setHere(payload)),
      live.on(threadLost, (payload) => payload.threadId === id && setLost(true)),
      live.on(typing, ({ threadId, person }) => {
        if (threadId !== id || person.id === viewerId) return;
        setWriting((before) => [...before.filter((other) => other.person.id !== person.id), { person, until: Date.now() + typingHoldsMs }]);
      }),
      // Its community may have been closed, or opened again: that is no event of the thread.
      live.on(communityChanged, ({ communityId }) => {
        if (readThread(id)?.thread.community?.id === communityId) void events.catchUp().catch(() => undefined);
      }),
      live.onArrival(tryToEnter),
    ];
    const sweep = setInterval(
      () =>
        setWriting((before) =>
          before.some(({ until }) => until < Date.now()) ? before.filter(({ until }) => until >= Date.now()) : before,
        ),
      1_000,
    );
    tryToEnter();
    return () => {
      for (const stop of stops) stop();
      events.stop();
      clearInterval(sweep);
      if (live.isConnected()) void live.ask(unwatchThread, { threadId: id }).catch(() => undefined);
    };
  }, [id, viewerId]);

  return { here: here.people, hereCount: here.count, writing: writing.map(({ person }) => person), isLost };
};
