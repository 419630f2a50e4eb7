import { livePath, problemDocument, serverStopping, type LiveCall, type LiveEvent } from '@landbridge/contract';
import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';
import { Refusal } from './api.ts';

export type LiveState = 'connecting' | 'connected' | 'lost';

const acknowledgement = z.union([z.object({ answer: z.unknown() }), z.object({ problem: problemDocument })]);

let socket: Socket | null = null;
let state: LiveState = 'connecting';
const stateListeners = new Set<() => void>();
const arrivalListeners = new Set<() => void>();

const setState = (next: LiveState) => {
  state = next;
  for (const tell of stateListeners) tell();
};

const open = (): Socket => {
  const opened = io({
    path: livePath,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 200,
    reconnectionDelayMax: 5_000,
  });
  opened.on('connect', () => {
    setState('connected');
    for (const tell of arrivalListeners) tell();
  });
  opened.on('disconnect', (reason) => {
    setState('lost');
    // Socket.IO does not come back by itself when the server ended the connection; ours does so to restart.
    if (reason === 'io server disconnect') comeBack(opened, 500);
  });
  opened.on('connect_error', () => setState('lost'));
  opened.on(serverStopping.name, (payload: unknown) => comeBack(opened, serverStopping.payload.parse(payload).retryAfterMs));
  wakeUp(opened);
  return opened;
};

const comeBack = (opened: Socket, withinMs: number) => setTimeout(() => opened.active || opened.connect(), Math.random() * withinMs);

/** A laptop that slept has a socket that says "open" and is dead: on waking, everything is caught up by sequence. */
const wakeUp = (opened: Socket) => {
  let lastTick = Date.now();
  const look = () => {
    if (opened.connected) for (const tell of arrivalListeners) tell();
    else opened.connect();
  };
  setInterval(() => {
    if (Date.now() - lastTick > 30_000) look();
    lastTick = Date.now();
  }, 5_000);
  addEventListener('online', look);
};

/** The one socket of this browser, opened when it is first needed. */
const connection = (): Socket => (socket ??= open());

export const live = {
  /** Hears an event until the returned function is called. Payloads that do not fit the contract are not heard. */
  on: <Payload extends z.ZodType>(event: LiveEvent<string, Payload>, hear: (payload: z.output<Payload>) => void): (() => void) => {
    const listen = (sent: unknown) => {
      const parsed = event.payload.safeParse(sent);
      if (parsed.success) hear(parsed.data);
    };
    connection().on(event.name, listen);
    return () => connection().off(event.name, listen);
  },

  /** @throws Refusal */
  ask: async <Request extends z.ZodType, Response extends z.ZodType>(
    call: LiveCall<string, Request, Response>,
    request: z.input<Request>,
  ): Promise<z.output<Response>> => {
    const answer = acknowledgement.parse(await connection().timeout(10_000).emitWithAck(call.name, request));
    if ('problem' in answer) throw new Refusal(answer.problem);
    return call.response.parse(answer.answer);
  },

  /** Runs whenever the connection stands again, and after sleep: the moment to ask for what was missed. */
  onArrival: (act: () => void): (() => void) => {
    connection();
    arrivalListeners.add(act);
    return () => arrivalListeners.delete(act);
  },

  isConnected: (): boolean => socket?.connected ?? false,

  subscribe: (tell: () => void): (() => void) => {
    connection();
    stateListeners.add(tell);
    return () => stateListeners.delete(tell);
  },
  state: (): LiveState => state,

  close: (): void => {
    socket?.disconnect();
    socket = null;
  },
};
