import { z } from 'zod';
import type { ProblemCode } from './problems.ts';

type Shape = z.ZodObject;

/** Who may call a route at all. What they may do with a thing is decided by its abilities. */
export type RouteAccess = 'public' | 'signed-in' | 'administrator';

/** How often one person (or, signed out, one address) may call. Limits live beside the server's rate limiter. */
export type RouteRate = 'reading' | 'writing' | 'posting' | 'guessing';

export interface RouteOptions<Params extends Shape, Query extends Shape, Body extends z.ZodType, Response extends z.ZodType> {
  /** The verb; also the `operationId` of the OpenAPI document. */
  readonly name: string;
  readonly summary: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/api/${string}`;
  readonly access: RouteAccess;
  readonly rate: RouteRate;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** The body is bytes as they are (application/octet-stream), read as a stream. */
  readonly sends?: 'bytes';
  /** The answer is bytes, with headers that say what they are. */
  readonly answers?: 'bytes';
  readonly response: Response;
  readonly status?: 200 | 201 | 202 | 204;
  readonly problems?: readonly ProblemCode[];
}

export interface Route<
  Params extends Shape = Shape,
  Query extends Shape = Shape,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> extends RouteOptions<Params, Query, Body, Response> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly status: 200 | 201 | 202 | 204;
  readonly problems: readonly ProblemCode[];
}

type Nothing = z.ZodObject<Record<never, never>, z.core.$strict>;
const nothing: Nothing = z.strictObject({});
const noBody = z.undefined();

/** Describes one request and its answer. Server, browser and OpenAPI document are all made from it. */
export function route<
  Response extends z.ZodType,
  Params extends Shape = Nothing,
  Query extends Shape = Nothing,
  Body extends z.ZodType = z.ZodUndefined,
>(options: RouteOptions<Params, Query, Body, Response>): Route<Params, Query, Body, Response>;
export function route(options: RouteOptions<Shape, Shape, z.ZodType, z.ZodType>): Route {
  return {
    ...options,
    params: options.params ?? nothing,
    query: options.query ?? nothing,
    body: options.body ?? noBody,
    status: options.status ?? 200,
    problems: options.problems ?? [],
  };
}

/** What the server's method receives, parsed. */
export interface InputOf<R extends Route> {
  readonly params: z.output<R['params']>;
  readonly query: z.output<R['query']>;
  readonly body: z.output<R['body']>;
}

/** What a caller sends. */
export interface RequestOf<R extends Route> {
  readonly params: z.input<R['params']>;
  readonly query: z.input<R['query']>;
  readonly body: z.input<R['body']>;
}

export type ResponseOf<R extends Route> = z.output<R['response']>;

/** The route's path with its parameters filled in. */
export const pathFor = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
