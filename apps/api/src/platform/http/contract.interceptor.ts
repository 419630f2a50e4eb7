import { isDeepStrictEqual } from 'node:util';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { Route } from '@landbridge/contract';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';
import { Config } from '../config/config.ts';
import { routeKey } from './endpoint.ts';
import { Json } from './json.ts';

/**
 * The last filter: an answer built in JavaScript passes the contract's schema, which drops what it does not name.
 * JSON from PostgreSQL goes through unread, except where answers are checked: there an unknown key is a failure.
 */
@Injectable()
export class ContractInterceptor implements NestInterceptor {
  constructor(private readonly config: Config) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const route: Route | undefined = Reflect.getMetadata(routeKey, context.getHandler());
    if (!route || route.answers === 'bytes') return next.handle();
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(map((answer: unknown) => this.present(route, reply, answer)));
  }

  private present(route: Route, reply: FastifyReply, answer: unknown): unknown {
    reply.header('cache-control', 'no-store');
    if (!(answer instanceof Json)) return route.response.parse(answer);
    if (this.config.checksAnswers) assertFits(route, JSON.parse(answer.text));
    reply.header('content-type', 'application/json; charset=utf-8');
    return answer.text;
  }
}

const assertFits = (route: Route, answer: unknown) => {
  const parsed = route.response.parse(answer);
  if (!isDeepStrictEqual(parsed, answer)) throw new Error(`The answer of ${route.name} has fields that the contract does not name.`);
};
