import type { z } from 'zod';

/** A past-tense fact that the server tells browsers over the socket. */
export interface LiveEvent<Name extends string = string, Payload extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly payload: Payload;
}

export const event = <Name extends string, Payload extends z.ZodType>(name: Name, payload: Payload): LiveEvent<Name, Payload> => ({
  name,
  payload,
});

export type PayloadOf<E extends LiveEvent> = z.output<E['payload']>;

/** What a browser asks over the socket. Each is acknowledged with `response`, or with a problem document. */
export interface LiveCall<Name extends string = string, Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly request: Request;
  readonly response: Response;
}

export const call = <Name extends string, Request extends z.ZodType, Response extends z.ZodType>(
  name: Name,
  request: Request,
  response: Response,
): LiveCall<Name, Request, Response> => ({ name, request, response });
