import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Route } from '@landbridge/contract';
import type { FastifyRequest } from 'fastify';
import { Authenticator, signInCookie } from '../sign-in/actor.ts';
import { routeKey } from './endpoint.ts';
import { problem } from './problem-error.ts';
import { RateLimits } from './rate-limits.ts';

/** Who calls, may they call this route at all, and not too often. Rights over single things are asked by the feature. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly rateLimits: RateLimits,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route: Route | undefined = Reflect.getMetadata(routeKey, context.getHandler());
    if (!route) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = request.cookies[signInCookie];
    const actor = token ? await this.authenticator.find(token) : null;
    request.caller = { actor };
    await this.rateLimits.spend(route.rate, actor?.personId ?? request.ip);
    if (route.access === 'public') return true;
    if (!actor) throw problem('sign-in.required');
    if (route.access === 'administrator' && !actor.isAdministrator) throw problem('administrator.required');
    return true;
  }
}
