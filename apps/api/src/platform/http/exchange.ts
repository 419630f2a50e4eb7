import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../sign-in/actor.ts';
import { signInCookie } from '../sign-in/actor.ts';

/** What the access guard found out about the caller. */
export interface Caller {
  actor: Actor | null;
}

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

/** The little of HTTP that a feature may touch: who calls from where, and the sign-in cookie. */
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

  keepSignIn(token: string, expiresAt: Date): void {
    this.reply.setCookie(signInCookie, token, { path: '/', httpOnly: true, sameSite: 'lax', secure: this.isSecure, expires: expiresAt });
  }

  forgetSignIn(): void {
    this.reply.clearCookie(signInCookie, { path: '/' });
  }
}
