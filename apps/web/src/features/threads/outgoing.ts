import { useEffect, useSyncExternalStore } from 'react';
import { clientId, messageId, type ClientId, type MessageId, type ThreadId } from '@landbridge/contract';
import { fileViews, type FileView } from '@landbridge/contract/files';
import { postMessage } from '@landbridge/contract/threads';
import { putMessage } from '@landbridge/domain/threads';
import { z } from 'zod';
import { newClientId } from '../../platform/new-client-id.ts';
import { callRoute, Refusal } from '../../platform/api.ts';
import { deviceStore } from '../../platform/device-store.ts';
import { live } from '../../platform/live.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { changeThread } from './thread-cache.ts';

/** A message on its way: shown at once, kept on this device until the server has it. `reason` says why the server refused it. */
const keptMessage = z.object({
  clientId,
  markdown: z.string(),
  replyToId: messageId.nullable(),
  writtenAt: z.string(),
  files: fileViews.default([]),
  reason: z.string().optional(),
});
type KeptMessage = z.infer<typeof keptMessage>;

export interface OutgoingMessage extends KeptMessage {
  /** `waiting`: the server did not answer; it is tried again by itself. `failed`: it was refused. */
  readonly state: 'sending' | 'waiting' | 'failed';
}

const triedAgainEveryMs = 3_000;
const nothing: readonly OutgoingMessage[] = [];
const sending = new Set<ThreadId>();
const unreached = new Set<ClientId>();

const placeOf = (id: ThreadId, sent = '') => `outgoing.${id}.${sent}`;
const keep = (id: ThreadId, { clientId: sent, markdown, replyToId, writtenAt, files }: KeptMessage, reason?: string) =>
  deviceStore.write(placeOf(id, sent), JSON.stringify({ clientId: sent, markdown, replyToId, writtenAt, files, reason }));

const read = (id: ThreadId): OutgoingMessage[] =>
  deviceStore
    .places(placeOf(id))
    .flatMap((place) => parseKept(keptMessage, deviceStore.read(place)) ?? [])
    .toSorted((one, other) => one.writtenAt.localeCompare(other.writtenAt))
    .map((message) => ({ ...message, state: stateOf(message) }));

const stateOf = ({ clientId: sent, reason }: KeptMessage): OutgoingMessage['state'] => {
  if (reason !== undefined) return 'failed';
  return unreached.has(sent) ? 'waiting' : 'sending';
};

/** Takes a message off the list: it was posted, or its author gave it up. */
export const forgetOutgoing = (id: ThreadId, sent: ClientId): void => {
  unreached.delete(sent);
  deviceStore.write(placeOf(id, sent), null);
};

interface NewMessage {
  readonly markdown: string;
  readonly replyToId: MessageId | null;
  readonly files: readonly FileView[];
}

/** Posts a message: visible at once, repeated under the same client id while the server cannot be reached. */
export const sendMessage = (id: ThreadId, { markdown, replyToId, files }: NewMessage): void => {
  keep(id, { clientId: newClientId(), markdown, replyToId, files: [...files], writtenAt: new Date().toISOString() });
  void sendAll(id);
};

export const retryOutgoing = (id: ThreadId, message: OutgoingMessage): void => {
  keep(id, message);
  void sendAll(id);
};

/** Puts a discarded message back, as it was. */
export const restoreOutgoing = (id: ThreadId, message: OutgoingMessage): void => {
  keep(id, message, message.reason);
};

/** One after the other, so that what was written first is posted first. Stops while the server does not answer. */
const sendAll = async (id: ThreadId): Promise<void> => {
  if (sending.has(id)) return;
  sending.add(id);
  try {
    for (;;) {
      const next = read(id).find((message) => message.state !== 'failed');
      if (!next || !(await isSettled(id, next))) return;
    }
  } finally {
    sending.delete(id);
  }
};

/** @returns false when the server did not answer and everything has to wait */
const isSettled = async (id: ThreadId, message: OutgoingMessage): Promise<boolean> => {
  const { clientId: sent, markdown, replyToId } = message;
  const fileIds = message.files.map((file) => file.id);
  try {
    const posted = await callRoute(postMessage, { params: { threadId: id }, body: { clientId: sent, markdown, replyToId, fileIds } });
    changeThread(id, (page) => putMessage(page, posted));
    forgetOutgoing(id, sent);
    return true;
  } catch (error) {
    if (isPassing(error)) {
      unreached.add(sent);
      keep(id, message);
      return false;
    }
    keep(id, message, problemText(error));
    return true;
  }
};

const isPassing = (error: unknown): boolean =>
  error instanceof Refusal && (error.isUnreachable || error.problem.status === 429 || error.problem.status >= 500);

let shown: { readonly raw: string; readonly messages: readonly OutgoingMessage[] } = { raw: '', messages: nothing };

/** The same list as long as it says the same, as React wants it. */
const snapshot = (id: ThreadId): readonly OutgoingMessage[] => {
  const messages = read(id);
  if (messages.length === 0) return nothing;
  const raw = JSON.stringify([id, messages]);
  if (raw !== shown.raw) shown = { raw, messages };
  return shown.messages;
};

/** The messages of a thread that are on their way; those that wait go out when the connection is back. */
export const useOutgoing = (id: ThreadId): readonly OutgoingMessage[] => {
  useEffect(() => {
    const send = () => void sendAll(id);
    const stop = live.onArrival(send);
    const timer = setInterval(send, triedAgainEveryMs);
    send();
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [id]);
  return useSyncExternalStore(deviceStore.subscribe, () => snapshot(id));
};
