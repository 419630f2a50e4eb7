import { WebSocket } from 'ws';

// A thousand browsers in one process: they watch their threads over raw Engine.IO frames and note how long each message took to arrive.

export interface ReadersOrder {
  readonly url: string;
  readonly readers: readonly { readonly cookie: string; readonly threads: readonly string[] }[];
}

export interface Arrivals {
  /** From the moment a message should have been sent to its arrival, in milliseconds, one for each reader of each message. */
  readonly latenciesMs: readonly number[];
  readonly sockets: number;
}

const frame = { open: '0', ping: '2', pong: '3', connect: '40', event: '42', answer: '43' };
/** The sender writes when it should have been sent into the text. */
const sentAt = /at (\d+\.\d+) ms/;
const mostAtOnce = 50;

let latenciesMs: number[] = [];
let sockets = 0;

const now = (): number => performance.timeOrigin + performance.now();

const hear = (text: string): void => {
  if (!text.startsWith('42["thread.message-posted"')) return;
  const at = sentAt.exec(text)?.[1];
  if (at) latenciesMs.push(now() - Number(at));
};

const connect = (url: string, { cookie, threads }: ReadersOrder['readers'][number]): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/api/live/?EIO=4&transport=websocket`, { headers: { cookie } });
    let answered = 0;
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === frame.ping) socket.send(frame.pong);
      else if (text.startsWith(frame.connect))
        threads.forEach((threadId, n) => socket.send(`${frame.event}${n}["thread.watch",${JSON.stringify({ threadId })}]`));
      else if (text.startsWith(frame.open)) socket.send(frame.connect);
      else if (text.startsWith(frame.answer)) {
        answered++;
        if (answered === threads.length) resolve();
      } else hear(text);
    });
    socket.on('error', reject);
    socket.on('open', () => sockets++);
    socket.on('close', () => sockets--);
  });

const connectAll = async ({ url, readers }: ReadersOrder): Promise<void> => {
  for (let start = 0; start < readers.length; start += mostAtOnce)
    await Promise.all(readers.slice(start, start + mostAtOnce).map((reader) => connect(url, reader)));
};

process.on('message', async (order: ReadersOrder | 'begin' | 'collect') => {
  if (order === 'begin') latenciesMs = [];
  else if (order === 'collect') process.send?.({ latenciesMs, sockets });
  else {
    await connectAll(order);
    process.send?.('connected');
  }
});
process.on('disconnect', () => process.exit(0));
