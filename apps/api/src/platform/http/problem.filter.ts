import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemCode } from '@landbridge/contract';
import { ProblemError, problem } from './problem-error.ts';

interface Condition {
  readonly problem: ProblemCode;
  /** Of Node, and of PostgreSQL (appendix A of its manual). */
  readonly codes: ReadonlySet<string>;
  readonly retryAfterSeconds: number;
}

/** What is no bug of ours and passes, or is mended by whoever runs the machine. */
const conditions: readonly Condition[] = [
  {
    problem: 'service.unavailable',
    codes: new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENOTFOUND', 'EAI_AGAIN']),
    retryAfterSeconds: 2,
  },
  {
    problem: 'service.unavailable',
    codes: new Set(['57P01', '57P02', '57P03', '57P05', '08000', '08001', '08003', '08004', '08006', '53200', '53300']),
    retryAfterSeconds: 2,
  },
  { problem: 'service.out-of-space', codes: new Set(['53100', 'ENOSPC', 'EDQUOT']), retryAfterSeconds: 30 },
  { problem: 'service.read-only', codes: new Set(['25006', 'EROFS']), retryAfterSeconds: 30 },
];

/** Turns every error into a problem document. What is not a refusal of ours is logged once, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const refused = this.asProblem(error, http.getRequest<FastifyRequest>().id);
    sendProblem(http.getResponse<FastifyReply>(), http.getRequest<FastifyRequest>().id, refused);
  }

  private asProblem(error: unknown, requestId: string): ProblemError {
    const known = knownProblem(error);
    if (known) return known;
    this.logger.error({ error, requestId }, 'A request failed.');
    return problem('internal');
  }
}

/** Sends a problem document, with Retry-After where waiting helps. */
export const sendProblem = (reply: FastifyReply, requestId: string, refused: ProblemError): void => {
  const seconds = refused.extras.retryAfterSeconds;
  if (seconds !== undefined) reply.header('retry-after', String(seconds));
  void reply
    .status(refused.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(refused.toDocument(requestId)));
};

/** The refusal that an error of ours, of Nest, of Fastify or of pg stands for; null for a bug. */
export const knownProblem = (error: unknown): ProblemError | null => {
  if (error instanceof ProblemError) return error;
  const passing = passingProblem(error);
  if (passing) return passing;
  const status = statusOf(error);
  if (status === 404) return problem('route.not-found');
  if (status === 413) return problem('request.too-large', { detail: 'The limit for one request is 256 KiB.' });
  if (status === 415) return problem('request.unsupported-type');
  if (status !== null && status >= 400 && status < 500)
    return problem('request.malformed', { detail: error instanceof Error ? error.message : undefined });
  return null;
};

const statusOf = (error: unknown): number | null => {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return null;
};

/** What pg says without a code when a connection is lost or cannot be had. */
const lostConnection = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

const passingProblem = (error: unknown): ProblemError | null => {
  if (!(error instanceof Error)) return null;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const condition = conditions.find(({ codes }) => codes.has(code));
  if (condition) return problem(condition.problem, { retryAfterSeconds: condition.retryAfterSeconds });
  if ('driverError' in error) return passingProblem(error.driverError);
  return lostConnection.test(error.message) ? problem('service.unavailable', { retryAfterSeconds: 2 }) : null;
};
