import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Injectable, Logger } from '@nestjs/common';
import { livePath, serverStopping, type LiveCall, type PersonId } from '@landbridge/contract';
import cookies from '@fastify/cookie';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server, type Socket } from 'socket.io';
import type { z } from 'zod';
import { Config } from '../config/config.ts';
import { ProblemError, problem } from '../http/problem-error.ts';
import { fieldErrors } from '../http/field-errors.ts';
import { Authenticator, signInCookie, type Actor } from '../sign-in/actor.ts';
import { everybodyRoom, personRoom, signInRoom } from './rooms.ts';

/** One browser's open socket. */
export interface Connection {
  readonly id: string;
  readonly actor: Actor;
  readonly rooms: ReadonlySet<string>;
  join(room: string): void;
  leave(room: string): void;
  onEnd(act: () => void): void;
}

type Answerer = (connection: Connection, request: unknown) => Promise<unknown>;

const callsPerMinute = 600;
const socketsPerPerson = 50;
/** Packets that wait for one slow reader; a thousand messages are about a megabyte. */
const mostWaiting = 1_000;

/** The socket: rooms to tell and calls to answer. It carries no writes; those go by HTTP. */
@Injectable()
export class LiveServer {
  private readonly logger = new Logger(LiveServer.name);
  private readonly answerers = new Map<string, Answerer>();
  private readonly arrivals: ((connection: Connection) => Promise<void>)[] = [];
  private readonly callLimiter = new RateLimiterMemory({ points: callsPerMinute, duration: 60 });
  private io: Server | null = null;

  constructor(
    private readonly config: Config,
    private readonly authenticator: Authenticator,
  ) {}

  /** Answers one call of the contract. Its request is parsed first; a refusal is told as a problem document. */
  answer<Request extends z.ZodType, Response extends z.ZodType>(
    { name, request, response }: LiveCall<string, Request, Response>,
    act: (connection: Connection, request: z.output<Request>) => Promise<z.input<Response>>,
  ): void {
    this.answerers.set(name, async (connection, sent) => {
      const parsed = request.safeParse(sent);
      if (!parsed.success) throw problem('request.invalid', { errors: fieldErrors(parsed.error) });
      return response.parse(await act(connection, parsed.data));
    });
  }

  /** Runs for each new socket before it hears anything. */
  onArrival(act: (connection: Connection) => Promise<void>): void {
    this.arrivals.push(act);
  }

  get callNames(): readonly string[] {
    return [...this.answerers.keys()];
  }

  get socketCount(): number {
    return this.io?.engine.clientsCount ?? 0;
  }

  attach(server: HttpServer): void {
    this.io = new Server(server, {
      path: livePath,
      serveClient: false,
      perMessageDeflate: false,
      maxHttpBufferSize: 64 * 1024,
      pingInterval: 10_000,
      pingTimeout: 8_000,
      allowRequest: (request, decide) => decide(null, this.isOurs(request)),
    });
    this.io.use(async (socket, next) => next(await this.admit(socket)));
    this.io.on('connection', (socket) => this.listen(socket));
  }

  tell(rooms: readonly string[], event: string, payload: unknown): void {
    this.io?.to([...rooms]).emit(event, payload);
  }

  /** Takes these people's sockets out of a room at once: they lost sight of it. */
  expel(personId: string, room: string): void {
    this.io?.in(personRoom(personId)).socketsLeave(room);
  }

  /** Lets these people's sockets hear a room from now on. */
  admitTo(personId: string, room: string): void {
    this.io?.in(personRoom(personId)).socketsJoin(room);
  }

  /** Ends every socket in a room. */
  disconnect(room: string): void {
    this.io?.in(room).disconnectSockets(true);
  }

  /** People who have a socket in a room, each once. */
  peopleIn(room: string): PersonId[] {
    const ids = this.io?.sockets.adapter.rooms.get(room) ?? [];
    return [...new Set([...ids].flatMap((id) => this.connectionOf(id)?.actor.personId ?? []))];
  }

  /** The rooms that any socket of this person is in. */
  roomsOf(personId: PersonId): string[] {
    const ids = this.io?.sockets.adapter.rooms.get(personRoom(personId)) ?? [];
    return [...new Set([...ids].flatMap((id) => [...(this.connectionOf(id)?.rooms ?? [])]))];
  }

  /** Everybody who has a socket. */
  get people(): PersonId[] {
    return this.peopleIn(everybodyRoom);
  }

  /** Tells everybody to come back, spread over a few seconds, then closes. */
  async stop(): Promise<void> {
    if (!this.io) return;
    this.io.to(everybodyRoom).emit(serverStopping.name, { retryAfterMs: Math.min(5_000, 200 + this.socketCount * 2) });
    this.io.disconnectSockets(true);
    // Only the sockets: the HTTP server belongs to the application, which closes it next.
    this.io.engine.close();
    this.io = null;
  }

  private connectionOf(socketId: string): Connection | undefined {
    return this.io?.sockets.sockets.get(socketId)?.data.connection;
  }

  private isOurs(request: IncomingMessage): boolean {
    const { origin, host } = request.headers;
    if (!host || !this.config.hosts.includes(host)) return false;
    return origin === undefined || this.config.origins.includes(origin);
  }

  /** @returns why the socket may not come in; nothing when it may */
  private async admit(socket: Socket): Promise<Error | undefined> {
    try {
      await this.enter(socket);
      return undefined;
    } catch (error) {
      return refusal(error instanceof ProblemError ? error : problem('internal'));
    }
  }

  private async enter(socket: Socket): Promise<void> {
    const token = cookies.parse(socket.handshake.headers.cookie ?? '')[signInCookie];
    const actor = token ? await this.authenticator.find(token) : null;
    if (!token || !actor) throw problem('sign-in.required');
    const others = this.io?.sockets.adapter.rooms.get(personRoom(actor.personId))?.size ?? 0;
    if (others >= socketsPerPerson) throw problem('request.too-many');
    await socket.join([everybodyRoom, personRoom(actor.personId), signInRoom(actor.signInId)]);
    const connection = connect(socket, actor);
    socket.data = { connection };
    for (const arrive of this.arrivals) await arrive(connection);
    // A sign-in that ended meanwhile found no socket to end yet.
    if (!(await this.authenticator.find(token))) throw problem('sign-in.required');
  }

  private listen(socket: Socket): void {
    const connection: Connection = socket.data.connection;
    letGoWhenSlow(socket.conn);
    socket.onAny(async (name: unknown, ...sent: unknown[]) => {
      const reply = sent.at(-1);
      const answer = await this.respond(connection, String(name), sent[0]);
      if (typeof reply === 'function') reply(answer);
    });
  }

  private async respond(connection: Connection, name: string, sent: unknown): Promise<unknown> {
    try {
      await this.callLimiter.consume(connection.id).catch(() => {
        throw problem('request.too-many', { retryAfterSeconds: 60 });
      });
      const answerer = this.answerers.get(name);
      if (!answerer) throw problem('route.not-found');
      return { answer: await answerer(connection, sent) };
    } catch (error) {
      if (error instanceof ProblemError) return { problem: error.toDocument() };
      this.logger.error({ error, call: name }, 'A socket call failed.');
      return { problem: problem('internal').toDocument() };
    }
  }
}

/** Who does not keep up is let go, so that nothing piles up for them. Coming back, they ask by number for what they missed. */
const letGoWhenSlow = (engine: Socket['conn']): void => {
  let waiting = 0;
  engine.on('flush', () => (waiting = 0));
  engine.on('packetCreate', () => {
    waiting += 1;
    if (waiting > mostWaiting) engine.close(true);
  });
};

const connect = (socket: Socket, actor: Actor): Connection => ({
  id: socket.id,
  actor,
  get rooms() {
    return socket.rooms;
  },
  // A socket that closed while something was looked up must not come into a room again. Its own `connected` is false on arrival, too.
  join: (room) => void (socket.conn.readyState === 'open' && socket.join(room)),
  leave: (room) => void socket.leave(room),
  onEnd: (act) => void socket.on('disconnect', act),
});

const refusal = (error: ProblemError): Error => Object.assign(new Error(error.code), { data: error.toDocument() });
