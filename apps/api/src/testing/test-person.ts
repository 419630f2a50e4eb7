import {
  pathFor,
  problemDocument,
  type LiveCall,
  type LiveEvent,
  type PersonId,
  type ProblemDocument,
  type RequestOf,
  type Route,
} from '@landbridge/contract';
import { livePath } from '@landbridge/contract';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';

type Parts<R extends Route> = Partial<RequestOf<R>>;

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly headers: Headers;
}

export interface Heard {
  readonly name: string;
  readonly payload: unknown;
}

/** Text that reached somebody, and what it came by: a request, or an event. */
export interface Received {
  readonly by: string;
  readonly text: string;
}

/** Text and bytes go as they are. */
const bodyOf = (body: unknown): string | Uint8Array<ArrayBuffer> => {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  return typeof body === 'string' ? body : JSON.stringify(body);
};

const acknowledgement = z.union([z.object({ answer: z.unknown() }), z.object({ problem: problemDocument })]);

/** Somebody at the other end of the wire: real HTTP, real socket. Everything they receive is kept in `received`. */
export class TestPerson {
  /** Every byte that reached this person. */
  readonly received: Received[] = [];
  readonly heard: Heard[] = [];
  /** How often a socket was opened, coming back included. */
  connections = 0;
  private socket: Socket | null = null;

  constructor(
    readonly id: PersonId,
    readonly name: string,
    private readonly url: string,
    readonly cookie: string | null,
  ) {}

  /** Sends a request as it is, without regard to the contract. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.cookie ? { cookie: this.cookie } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: bodyOf(body) }),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text = new TextDecoder().decode(bytes);
    this.received.push({ by: `${method} ${path.split('?')[0]}`, text: `${text}\n${[...response.headers].join('\n')}` });
    const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, body: isJson ? JSON.parse(text) : text || undefined, bytes, headers: response.headers };
  }

  request<R extends Route>(route: R, parts: Parts<R> = {}): Promise<Answer> {
    return this.requestAnything(route, parts);
  }

  /** As `request`, whatever the contract says of the parts. */
  requestAnything(route: Route, parts: { params?: object; query?: object; body?: unknown }): Promise<Answer> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(parts.query ?? {})) if (value !== undefined) query.set(name, String(value));
    const path = pathFor(route.path, { ...parts.params });
    const target = query.size > 0 ? `${path}?${query}` : path;
    if (route.sends === 'bytes') return this.send(route.method, target, parts.body, { 'content-type': 'application/octet-stream' });
    return this.send(route.method, target, parts.body);
  }

  /** The answer; fails the test when it is a refusal. */
  async do<R extends Route, Response extends z.ZodType>(
    route: R & { response: Response },
    parts: Parts<R> = {},
  ): Promise<z.output<Response>> {
    const { status, body } = await this.request(route, parts);
    if (status !== route.status) throw new Error(`${this.name}: ${route.name} was answered ${status}: ${JSON.stringify(body)}`);
    return route.response.parse(body);
  }

  /** The refusal; fails the test when it was done. */
  async refused<R extends Route>(route: R, parts: Parts<R> = {}): Promise<ProblemDocument> {
    const { status, body, headers } = await this.request(route, parts);
    if (status < 400) throw new Error(`${this.name}: ${route.name} was not refused: ${JSON.stringify(body)}`);
    const document = problemDocument.parse(body);
    if (headers.get('content-type') !== 'application/problem+json; charset=utf-8') throw new Error('A refusal must be a problem document.');
    return document;
  }

  /** Opens the socket. @throws when the server does not let this person in */
  async connect(): Promise<this> {
    const refused = await this.tryToConnect();
    if (refused) throw new Error(`${this.name} was not let in: ${JSON.stringify(refused)}`);
    return this;
  }

  /** Opens the socket. @returns the problem of a refusal, null when it is open */
  async tryToConnect(): Promise<ProblemDocument | null> {
    const socket = io(this.url, {
      path: livePath,
      transports: ['websocket'],
      reconnectionDelay: 50,
      forceNew: true,
      ...(this.cookie ? { extraHeaders: { cookie: this.cookie } } : {}),
    });
    this.socket = socket;
    socket.onAny((name: string, payload: unknown) => {
      this.received.push({ by: name, text: JSON.stringify(payload) });
      this.heard.push({ name, payload });
    });
    socket.on('connect', () => (this.connections += 1));
    return new Promise((resolve, reject) => {
      const refuse = (error: Error) => {
        socket.disconnect();
        const document = problemDocument.safeParse('data' in error ? error.data : undefined);
        if (document.success) resolve(document.data);
        else reject(error);
      };
      socket.once('connect_error', refuse);
      socket.once('connect', () => {
        // From now on a lost connection comes back by itself.
        socket.off('connect_error', refuse);
        resolve(null);
      });
    });
  }

  get isConnected(): boolean {
    return this.socket?.connected ?? false;
  }

  disconnect(): void {
    this.socket?.disconnect();
    this.socket = null;
  }

  /** Sends something over the socket and wants no answer. */
  emit(name: string, ...sent: unknown[]): void {
    this.socket?.emit(name, ...sent);
  }

  /** Asks over the socket. @returns the answer or the problem */
  async ask<C extends LiveCall>(call: C, request: z.input<C['request']>): Promise<{ answer?: unknown; problem?: ProblemDocument }> {
    return this.askAnything(call.name, request);
  }

  async askAnything(name: string, request: unknown): Promise<{ answer?: unknown; problem?: ProblemDocument }> {
    if (!this.socket) throw new Error(`${this.name} is not connected.`);
    const answer: unknown = await this.socket.timeout(5_000).emitWithAck(name, request);
    this.received.push({ by: name, text: JSON.stringify(answer) });
    return acknowledgement.parse(answer);
  }

  /** Waits for the next event of a kind that fits, also when it came already. */
  async hears<Payload extends z.ZodType>(
    event: LiveEvent<string, Payload>,
    fits: (payload: z.output<Payload>) => boolean = () => true,
  ): Promise<z.output<Payload>> {
    for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 10) {
      for (const { name, payload } of this.heard) {
        if (name !== event.name) continue;
        const parsed = event.payload.parse(payload);
        if (fits(parsed)) return parsed;
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`${this.name} did not hear ${event.name}.`);
  }
}
