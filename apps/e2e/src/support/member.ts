import { pathFor, problemDocument, type PersonId, type ProblemDocument, type RequestOf, type Route } from '@landbridge/contract';
import type { z } from 'zod';

type Parts<R extends Route> = Partial<RequestOf<R>>;

/** Why a request was not done; `status` 0 when the server could not be reached. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDocument | null,
    message: string,
  ) {
    super(message);
  }
}

export interface Answered<Value> {
  readonly value: Value;
  readonly headers: Headers;
}

/** Calls a route of the contract over real HTTP and parses the answer. @throws Refused */
export const callRoute = async <R extends Route, Response extends z.ZodType>(
  url: string,
  route: R & { readonly response: Response },
  { params, query, body, cookie }: Parts<R> & { readonly cookie?: string } = {},
): Promise<Answered<z.output<Response>>> => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  const path = pathFor(route.path, { ...params });
  const response = await fetch(`${url}${search.size > 0 ? `${path}?${search}` : path}`, {
    method: route.method,
    headers: { ...(cookie ? { cookie } : {}), ...(body === undefined ? {} : { 'content-type': typeOf(route) }) },
    ...(body === undefined ? {} : { body: route.sends === 'bytes' ? String(body) : JSON.stringify(body) }),
  }).catch((error: unknown) => {
    throw new Refused(0, null, `${route.name} did not reach the server: ${String(error)}`);
  });
  const text = await response.text().catch((error: unknown) => {
    throw new Refused(0, null, `The answer to ${route.name} was cut: ${String(error)}`);
  });
  if (!response.ok) throw refusal(route, response.status, text);
  return { value: route.response.parse(text === '' ? undefined : JSON.parse(text)), headers: response.headers };
};

const typeOf = ({ sends }: Route): string => (sends === 'bytes' ? 'application/octet-stream' : 'application/json');

const refusal = (route: Route, status: number, text: string): Refused => {
  const parsed = problemDocument.safeParse(text.startsWith('{') ? JSON.parse(text) : null);
  return new Refused(status, parsed.success ? parsed.data : null, `${route.name} was answered ${status}: ${text}`);
};

/** Somebody of the organisation who is signed in, as scripts use the product. */
export class Member {
  constructor(
    readonly id: PersonId,
    readonly name: string,
    readonly email: string,
    readonly password: string,
    readonly url: string,
    /** `name=value`, as a browser would send it. */
    readonly cookie: string,
  ) {}

  /** @throws Refused */
  async do<R extends Route, Response extends z.ZodType>(
    route: R & { readonly response: Response },
    parts: Parts<R> = {},
  ): Promise<z.output<Response>> {
    return (await callRoute(this.url, route, { ...parts, cookie: this.cookie })).value;
  }
}

/** The sign-in cookie of an answer. */
export const cookieIn = (headers: Headers): string => {
  const [cookie] = headers.getSetCookie();
  if (!cookie) throw new Error('The answer set no cookie.');
  return cookie.split(';')[0] ?? '';
};
