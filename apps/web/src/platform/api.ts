import { pathFor, problemDocument, type ProblemDocument, type RequestOf, type Route } from '@landbridge/contract';
import type { z } from 'zod';

type Parts<R extends Route> = Partial<RequestOf<R>> & { readonly signal?: AbortSignal };

/** The server refused, with a problem document; or could not be reached (`status` 0). */
export class Refusal extends Error {
  readonly problem: ProblemDocument;

  constructor(problem: ProblemDocument) {
    super(problem.title);
    this.problem = problem;
  }

  get isUnreachable(): boolean {
    return this.problem.status === 0 || this.problem.status === 503;
  }
}

const unreachable: ProblemDocument = { type: '/problems/unreachable', code: 'unreachable', status: 0, title: '' };

/** Calls a route of the contract. The answer is parsed, so that what follows may rely on its shape. @throws Refusal */
export const callRoute = async <R extends Route, Response extends z.ZodType>(
  route: R & { readonly response: Response },
  parts: Parts<R> = {},
): Promise<z.output<Response>> => {
  const response = await send(route, parts);
  if (!response.ok) throw new Refusal(await problemOf(response));
  return route.response.parse(response.status === 204 ? undefined : await response.json());
};

interface Sending {
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Sends bytes to a route of the contract that `sends: 'bytes'`, and tells how far it is (0–1). By the older request: fetch tells nothing
 * of what was sent. @throws Refusal, or the reason of an abort
 */
export const sendBytes = <R extends Route, Response extends z.ZodType>(
  route: R & { readonly response: Response },
  { params, query }: Pick<Parts<R>, 'params' | 'query'>,
  bytes: Blob,
  { onProgress, signal }: Sending,
): Promise<z.output<Response>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(route.method, addressOf(route, { params, query }));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new Refusal(unreachable)));
    request.addEventListener('load', () => {
      const answer = parseJson(request.responseText);
      if (request.status === route.status) resolve(route.response.parse(answer));
      else reject(new Refusal(problemDocument.safeParse(answer).data ?? { ...unreachable, status: request.status }));
    });
    signal.addEventListener('abort', () => {
      request.abort();
      reject(signal.reason);
    });
    request.send(bytes);
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const addressOf = (route: Route, { params, query }: { params?: object | undefined; query?: object | undefined }): string => {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  const path = pathFor(route.path, { ...params });
  return search.size > 0 ? `${path}?${search}` : path;
};

const send = async <R extends Route>(route: R, { params, query, body, signal }: Parts<R>): Promise<globalThis.Response> => {
  try {
    return await fetch(addressOf(route, { params, query }), {
      method: route.method,
      ...(signal ? { signal } : {}),
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Refusal(unreachable);
  }
};

const problemOf = async (response: globalThis.Response): Promise<ProblemDocument> => {
  const parsed = problemDocument.safeParse(await response.json().catch(() => null));
  return parsed.success ? parsed.data : { ...unreachable, status: response.status };
};

/** What the refusal says of one field, as a sentence. */
export const fieldError = (error: unknown, field: string): string | undefined =>
  error instanceof Refusal ? error.problem.errors?.find((wrong) => wrong.field === field)?.message : undefined;
