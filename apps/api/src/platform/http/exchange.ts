import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../sign-in/actor.ts';
import { signInCookie } from '../sign-in/actor.ts';
import { problem } from './problem-error.ts';

/** What the access guard found out about the caller. */
export interface Caller {
  actor: Actor | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** Bytes on their way out. */
export interface SentBytes {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  /** Null sends headers alone. */
  readonly stream: Readable | null;
}

/** The little of HTTP that a feature may touch: who calls from where, the sign-in cookie, and bytes that are no JSON. */
export class Exchange {
  constructor(
    private readonly request: FastifyRequest,
    private readonly reply: FastifyReply,
    private readonly isSecure: boolean,
  ) {}

  get address(): string {
    return this.request.ip;
  }

  get device(): string {
    return (this.request.headers['user-agent'] ?? '').slice(0, 300);
  }

  /** The answer is no JSON but a file of this type, which a browser saves under this name. */
  answerAs(type: string, filename: string): void {
    this.reply.header('content-type', type).header('content-disposition', `attachment; filename="${filename}"`);
  }

  /** The body of a route that `sends: 'bytes'`, to be read once. @throws request.not-bytes */
  get bytes(): Readable {
    const { body } = this.request;
    if (body instanceof Readable) return body;
    throw problem('request.not-bytes');
  }

  /** How many bytes the caller says are coming; null when they do not say. */
  get byteSize(): number | null {
    const said = Number(this.request.headers['content-length'] ?? Number.NaN);
    return Number.isSafeInteger(said) ? said : null;
  }

  header(name: 'range' | 'if-none-match'): string | null {
    return this.request.headers[name] ?? null;
  }

  /** The answer of a route that `answers: 'bytes'`. */
  send({ status, headers, stream }: SentBytes): void {
    void this.reply
      .status(status)
      .headers(headers)
      .send(stream ?? undefined);
  }

  keepSignIn(token: string, expiresAt: Date): void {
    this.reply.setCookie(signInCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure, expires: expiresAt });
  }

  forgetSignIn(): void {
    this.reply.clearCookie(signInCookie, { path: '/' });
  }
}
