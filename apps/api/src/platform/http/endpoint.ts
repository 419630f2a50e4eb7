import { Readable } from 'node:stream';
import {
  createParamDecorator,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Res,
  SetMetadata,
  applyDecorators,
  type ExecutionContext,
} from '@nestjs/common';
import type { InputOf, ResponseOf, Route } from '@landbridge/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '../sign-in/actor.ts';
import { Exchange } from './exchange.ts';
import { fieldErrors } from './field-errors.ts';
import type { Json } from './json.ts';
import { problem } from './problem-error.ts';

export const routeKey = Symbol('route');

type Answer<R extends Route> = Promise<ResponseOf<R> | Json<ResponseOf<R>>>;
type SignedInMethod<R extends Route> = (actor: Actor, input: InputOf<R>, exchange: Exchange) => Answer<R>;
type PublicMethod<R extends Route> = (input: InputOf<R>, exchange: Exchange) => Answer<R>;
/** `value` alone: a whole descriptor would be invariant and refuse methods with fewer parameters. */
type EndpointDecorator<Method> = (target: object, key: string, descriptor: { readonly value?: Method }) => void;

/**
 * Serves a route of the contract to people who are signed in. The method gets the actor and the parsed input;
 * a method whose input or answer does not fit the route does not compile.
 */
export const Endpoint =
  <R extends Route>(route: R): EndpointDecorator<SignedInMethod<R>> =>
  (target, key, descriptor) => {
    if (route.access === 'public') throw new Error(`${route.name} is public: use PublicEndpoint`);
    CurrentActor()(target, key, 0);
    Input()(target, key, 1);
    CurrentExchange()(target, key, 2);
    serve(route)(target, key, descriptor);
  };

type BytesMethod<R extends Route> = (actor: Actor, input: InputOf<R>, exchange: Exchange) => Promise<void>;

/** As `Endpoint`, for a route that `answers: 'bytes'`: the method sends them by the exchange. */
export const BytesEndpoint =
  <R extends Route>(route: R): EndpointDecorator<BytesMethod<R>> =>
  (target, key, descriptor) => {
    if (route.access === 'public' || route.answers !== 'bytes') throw new Error(`${route.name} does not answer bytes to people signed in`);
    CurrentActor()(target, key, 0);
    Input()(target, key, 1);
    CurrentExchange()(target, key, 2);
    // Nest sends nothing of its own where a method asks for the response.
    Res()(target, key, 3);
    serve(route)(target, key, descriptor);
  };

/** Serves a route of the contract to everybody. */
export const PublicEndpoint =
  <R extends Route>(route: R): EndpointDecorator<PublicMethod<R>> =>
  (target, key, descriptor) => {
    if (route.access !== 'public') throw new Error(`${route.name} needs a sign-in: use Endpoint`);
    Input()(target, key, 0);
    CurrentExchange()(target, key, 1);
    serve(route)(target, key, descriptor);
  };

const methods = { GET: Get, POST: Post, PUT: Put, PATCH: Patch, DELETE: Delete };

const serve = (route: Route) => applyDecorators(methods[route.method](route.path), HttpCode(route.status), SetMetadata(routeKey, route));

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<FastifyRequest>();

const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = requestOf(context).caller?.actor;
  if (!actor) throw problem('sign-in.required');
  return actor;
});

const CurrentExchange = createParamDecorator((_: unknown, context: ExecutionContext): Exchange => {
  const request = requestOf(context);
  return new Exchange(request, context.switchToHttp().getResponse<FastifyReply>(), request.server.isSecure);
});

const Input = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const route: Route = Reflect.getMetadata(routeKey, context.getHandler());
  const request = requestOf(context);
  return parseInput(route, request);
});

/** Parses all three parts and names every wrong field at once. */
const parseInput = (route: Route, { params, query, body }: FastifyRequest): InputOf<Route> => {
  if (body instanceof Readable && route.sends !== 'bytes') throw problem('request.unsupported-type');
  const parsed = {
    params: route.params.safeParse(params ?? {}),
    query: route.query.safeParse(query ?? {}),
    body: route.body.safeParse(route.sends === 'bytes' ? undefined : (body ?? undefined)),
  };
  if (parsed.params.success && parsed.query.success && parsed.body.success)
    return { params: parsed.params.data, query: parsed.query.data, body: parsed.body.data };
  throw problem('request.invalid', {
    errors: [
      ...(parsed.params.error ? fieldErrors(parsed.params.error) : []),
      ...(parsed.query.error ? fieldErrors(parsed.query.error) : []),
      ...(parsed.body.error ? fieldErrors(parsed.body.error) : []),
    ],
  });
};

declare module 'fastify' {
  interface FastifyInstance {
    isSecure: boolean;
  }
}
