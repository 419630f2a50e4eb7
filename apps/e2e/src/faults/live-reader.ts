import { livePath, type LiveEvent, type ThreadId } from '@landbridge/contract';
import {
  getThread,
  getThreadChanges,
  listMessages,
  messagePosted,
  watchThread,
  type MessageView,
  type ThreadChanges,
} from '@landbridge/contract/threads';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { Refused, type Member } from '../support/member.ts';

/** A missing number is often only late: wait this long before asking for it, as the browser does. */
const patienceMs = 100;

type Posted = z.output<(typeof messagePosted)['payload']>;

/** One reader of one thread, over a real socket: it applies events in the order of their numbers and asks for what it misses. */
export class LiveReader {
  /** By position. */
  readonly messages = new Map<number, MessageView>();
  readonly threadId: ThreadId;
  private lastSeq = 0;
  private readonly early = new Map<number, Posted>();
  private readonly socket: Socket;
  private timer: NodeJS.Timeout | null = null;

  private constructor(
    private readonly member: Member,
    threadId: ThreadId,
  ) {
    this.threadId = threadId;
    this.socket = io(member.url, {
      path: livePath,
      transports: ['websocket'],
      reconnectionDelay: 100,
      reconnectionDelayMax: 500,
      forceNew: true,
      extraHeaders: { cookie: member.cookie },
    });
    this.on(messagePosted, (posted) => this.hear(posted));
    this.socket.on('connect', () => void this.enter());
  }

  static async open(member: Member, threadId: ThreadId): Promise<LiveReader> {
    const reader = new LiveReader(member, threadId);
    await new Promise<void>((resolve) => reader.socket.once('connect', resolve));
    await reader.enter();
    return reader;
  }

  close(): void {
    this.socket.disconnect();
    if (this.timer) clearTimeout(this.timer);
  }

  private on<Payload extends z.ZodType>({ name, payload }: LiveEvent<string, Payload>, hear: (sent: z.output<Payload>) => void): void {
    this.socket.on(name, (sent: unknown) => hear(payload.parse(sent)));
  }

  /** A connection that breaks in the middle comes back, and with it this. */
  private async enter(): Promise<void> {
    try {
      const answered: unknown = await this.socket.timeout(5_000).emitWithAck(watchThread.name, { threadId: this.threadId });
      const { answer } = z.object({ answer: watchThread.response }).parse(answered);
      if (answer.lastSeq > this.lastSeq) await this.catchUp();
    } catch (error) {
      if (this.socket.connected && !(error instanceof Refused && error.status === 0)) throw error;
    }
  }

  private hear(posted: Posted): void {
    if (posted.threadId !== this.threadId || posted.seq <= this.lastSeq) return;
    this.early.set(posted.seq, posted);
    this.applyReady();
    if (this.early.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = null;
      if (this.early.size > 0) void this.catchUp().catch(() => undefined);
    }, patienceMs);
  }

  private applyReady(): void {
    for (let next = this.early.get(this.lastSeq + 1); next; next = this.early.get(this.lastSeq + 1)) {
      this.early.delete(next.seq);
      this.lastSeq = next.seq;
      this.put(next.message);
    }
  }

  private async catchUp(): Promise<void> {
    const changes: ThreadChanges = await this.member.do(getThreadChanges, {
      params: { threadId: this.threadId },
      query: { after: this.lastSeq },
    });
    for (const message of changes.messages) this.put(message);
    this.lastSeq = Math.max(this.lastSeq, changes.throughSeq);
    for (const seq of this.early.keys()) if (seq <= this.lastSeq) this.early.delete(seq);
    this.applyReady();
    if (!changes.isComplete) await this.catchUp();
  }

  /** @throws when another message stands at that place already */
  private put(message: MessageView): void {
    const there = this.messages.get(message.position);
    if (there && there.id !== message.id) throw new Error(`Two messages stand at position ${message.position}.`);
    this.messages.set(message.position, message);
  }
}

/** Everything in a thread as the server has it now, by pages. */
export const readWhole = async (member: Member, threadId: ThreadId): Promise<{ messages: MessageView[]; lastSeq: number }> => {
  const { thread } = await member.do(getThread, { params: { threadId }, query: { at: 'newest', limit: 1 } });
  const messages: MessageView[] = [];
  for (let hasNewer = true; hasNewer;) {
    const window = await member.do(listMessages, { params: { threadId }, query: { after: messages.at(-1)?.position ?? 0, limit: 100 } });
    messages.push(...window.messages);
    hasNewer = window.hasNewer;
  }
  return { messages, lastSeq: thread.lastSeq };
};
