import type { FastifyInstance } from 'fastify';
import type { Logger, Params } from 'nestjs-pino';
import type { Config } from '../config/config.ts';

/** Structured logs, one JSON object a line. Requests are logged by `logRequests`: no middleware stands in their way. */
export const logging = ({ settings, logTo }: Config): Params => {
  const options = { level: settings.LOG_LEVEL, autoLogging: false, serializers: { error: aboutError } };
  return { pinoHttp: logTo ? [options, logTo] : options, forRoutes: [] };
};

/**
 * What is written of an error. Never its other properties: those of a failed statement hold its parameters, which people wrote.
 * PostgreSQL's class 22 (a value that does not fit) quotes the value in its message.
 */
const aboutError = (error: unknown): object => {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack = '' } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const calls = stack.slice(Math.max(0, stack.indexOf('\n    at ')));
  return { name, code, message: code?.startsWith('22') ? 'The database did not take a value.' : message, calls };
};

const isNoise = (url: string): boolean => url.startsWith('/health/') || url.startsWith('/assets/');

/**
 * One line a request, with its id. Addresses are cut at the first part that may hold an id, a search or a link's token,
 * and neither headers nor bodies are logged: a log is read by people who may not read the thing.
 */
export const logRequests = (server: FastifyInstance, logger: Logger): void => {
  server.addHook('onResponse', async ({ id, method, url }, { statusCode, elapsedTime }) => {
    if (isNoise(url)) return;
    const line = { requestId: id, method, place: placeOf(url), status: statusCode, ms: Math.round(elapsedTime) };
    if (statusCode >= 500) logger.error(line, 'Request failed.');
    else logger.log(line, 'Request answered.');
  });
};

/** `/api/threads/0198…/messages?after=3` → `/api/threads/…/messages` */
export const placeOf = (url: string): string =>
  (url.split('?')[0] ?? '')
    .split('/')
    .map((part) => (/^[a-z-]{0,40}$/.test(part) ? part : '…'))
    .join('/');
