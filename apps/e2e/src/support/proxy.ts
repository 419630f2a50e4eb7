import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { readRequestHeads, type RequestHead } from './request-heads.ts';

/** The way between one browser and the server. Lines are told apart by the user agent, which ends in `line/NAME`. */
export interface Line {
  /** Ends its connections, as a network that goes away; new ones are let through. */
  cut(): void;
  /** Carries nothing either way and closes nothing: what a lost mobile network looks like. */
  stall(): void;
  /** Ends its connections and lets no new one through. */
  refuse(): void;
  /** Carries again; what was held up goes on. */
  heal(): void;
  /** Requests that passed so far, as `GET /api/me`. */
  readonly requests: readonly string[];
  /** Bytes carried so far, both ways. */
  readonly bytes: number;
}

export interface Proxy {
  readonly port: number;
  readonly url: string;
  line(name: string): Line;
  close(): Promise<void>;
}

/** Where requests are counted whose user agent names no line: those of scripts. */
export const scriptLine = 'script';

export const userAgentOf = (line: string): string =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 line/${line}`;

const lineIn = ({ userAgent }: RequestHead): string => /line\/([\w-]+)$/.exec(userAgent)?.[1] ?? scriptLine;

/** A TCP proxy in front of the server, which can do to connections what networks do. */
export const startProxy = async (target: number): Promise<Proxy> => {
  const lines = new Map<string, ControlledLine>();
  const open = new Set<Socket>();
  const lineNamed = (name: string): ControlledLine => {
    const line = lines.get(name) ?? new ControlledLine();
    lines.set(name, line);
    return line;
  };

  const server = createServer((client) => {
    open.add(client);
    client.on('close', () => open.delete(client));
    client.on('error', () => undefined);
    const read = readRequestHeads();
    const early: Buffer[] = [];
    const wait = (chunk: Buffer) => {
      early.push(chunk);
      const heads = read(chunk);
      const [first] = heads;
      if (!first) return;
      client.off('data', wait);
      client.pause();
      lineNamed(lineIn(first)).carry({ client, early, heads, read, target });
    };
    client.on('data', wait);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('The proxy has no port.');

  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}`,
    line: lineNamed,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const client of open) client.destroy();
      await closed;
    },
  };
};

interface Arrival {
  readonly client: Socket;
  /** What the client sent before its line was known. */
  readonly early: readonly Buffer[];
  readonly heads: readonly RequestHead[];
  readonly read: (chunk: Buffer) => readonly RequestHead[];
  readonly target: number;
}

interface Connection {
  readonly hold: () => void;
  readonly goOn: () => void;
  readonly end: () => void;
}

class ControlledLine implements Line {
  private state: 'open' | 'stalled' | 'refusing' = 'open';
  private readonly connections = new Set<Connection>();
  readonly requests: string[] = [];
  bytes = 0;

  carry(arrival: Arrival): void {
    if (this.state === 'refusing') return void arrival.client.destroy();
    const connection = this.connectionOf(arrival);
    this.connections.add(connection);
    arrival.client.on('close', () => this.connections.delete(connection));
    if (this.state === 'open') connection.goOn();
  }

  cut(): void {
    for (const connection of this.connections) connection.end();
  }

  stall(): void {
    this.state = 'stalled';
    for (const connection of this.connections) connection.hold();
  }

  refuse(): void {
    this.state = 'refusing';
    this.cut();
  }

  heal(): void {
    this.state = 'open';
    for (const connection of this.connections) connection.goOn();
  }

  private connectionOf({ client, early, heads, read, target }: Arrival): Connection {
    let upstream: Socket | null = null;
    const end = () => {
      client.destroy();
      upstream?.destroy();
    };
    const note = (seen: readonly RequestHead[]) => this.requests.push(...seen.map(({ method, path }) => `${method} ${path}`));
    const open = (): Socket => {
      const server = connect({ host: '127.0.0.1', port: target });
      const send = (chunk: Buffer) => {
        this.bytes += chunk.length;
        server.write(chunk);
      };
      note(heads);
      for (const chunk of early) send(chunk);
      client.on('data', (chunk) => {
        note(read(chunk));
        send(chunk);
      });
      server.on('data', (chunk) => {
        this.bytes += chunk.length;
        client.write(chunk);
      });
      for (const side of [client, server]) {
        side.on('close', end);
        side.on('error', end);
      }
      return server;
    };
    return {
      end,
      hold: () => {
        client.pause();
        upstream?.pause();
      },
      goOn: () => {
        upstream ??= open();
        client.resume();
        upstream.resume();
      },
    };
  }
}
