import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ProblemError, problem } from './problem-error.ts';

/** Codes of pg and Node that mean: the database cannot be reached just now. */
const unavailable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03', '08000', '08003', '08006', '53300']);

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
  const seconds = refused.extras.retryAfterSeconds ?? (refused.status === 503 ? 2 : undefined);
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
  if (isUnavailable(error)) return problem('service.unavailable');
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

const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && unavailable.has(error.code)) return true;
  if ('driverError' in error) return isUnavailable(error.driverError);
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/.test(error.message);
};
