import { z } from 'zod';

/** One kind of refusal: its HTTP status and a sentence that says what happened, what is safe, what to do. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Keeps the codes as literal types. */
export const defineProblems = <Kinds extends Readonly<Record<string, ProblemKind>>>(kinds: Kinds): Kinds => kinds;

/**
 * Problem document, RFC 9457. `code` is stable; `errors` names each wrong field; `current` carries what is stored
 * when the version a person worked on is no longer the newest.
 */
export const problemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
  requestId: z.string().optional(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
  retryAfterSeconds: z.int().optional(),
  current: z.unknown().optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

export const commonProblems = defineProblems({
  'request.invalid': { status: 422, title: 'Some of what was sent cannot be used. Each field below says why; nothing was changed.' },
  'request.malformed': { status: 400, title: 'The request could not be read. Nothing was changed.' },
  'request.too-large': { status: 413, title: 'That is larger than the limit. Nothing was changed; make it smaller and send it again.' },
  'request.unsupported-type': { status: 415, title: 'Only JSON is understood here. Send Content-Type: application/json.' },
  'request.not-bytes': { status: 415, title: 'Only bytes are understood here. Send Content-Type: application/octet-stream.' },
  'request.too-many': { status: 429, title: 'That was a lot at once. Nothing is lost; wait a moment and try again.' },
  'request.foreign-origin': { status: 403, title: 'This request came from another website and was not carried out.' },
  'request.foreign-host': { status: 421, title: 'This server does not answer under that name. Use the address from PUBLIC_URL.' },
  'route.not-found': { status: 404, title: 'There is nothing at this address.' },
  'client-id.reused': { status: 409, title: 'This was already sent with other contents. Reload to see what is stored.' },
  'version.stale': { status: 409, title: 'Somebody changed this meanwhile. Your text is kept; compare it with theirs below.' },
  'service.unavailable': {
    status: 503,
    title: 'The database does not answer right now. Nothing of yours is lost; try again in a few seconds.',
  },
  'service.out-of-space': {
    status: 503,
    title: "The server's disk is full. Nothing was changed. Keep your text, and tell your administrator.",
  },
  'service.read-only': { status: 503, title: 'Nothing can be changed right now, only read. Nothing is lost; try again in a few minutes.' },
  'service.stopping': {
    status: 503,
    title: 'Landbridge is being stopped or started again. Nothing was changed; try again in a few seconds.',
  },
  internal: {
    status: 500,
    title: 'Something broke on our side. Nothing of yours is lost; try again, and tell your administrator the number below.',
  },
});
