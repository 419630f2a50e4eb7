import type { IncomingMessage } from 'node:http';
import type { Params } from 'nestjs-pino';
import type { Settings } from '../config/settings.ts';

interface LoggedRequest extends IncomingMessage {
  readonly id: string;
}

/**
 * Structured logs, one line a request, with its id. Addresses are cut at the first part that may hold an id, a search or a link's token,
 * and neither headers nor bodies are logged: a log is read by people who may not read the thing.
 */
export const logging = (settings: Settings): Params => ({
  pinoHttp: {
    level: settings.LOG_LEVEL,
    autoLogging: { ignore: (request) => request.url?.startsWith('/health/') === true || request.url?.startsWith('/assets/') === true },
    serializers: {
      req: (request: LoggedRequest) => ({ id: request.id, method: request.method, place: placeOf(request.url ?? '') }),
      res: (response: { statusCode: number }) => ({ status: response.statusCode }),
    },
    customLogLevel: (_request, response, error) => {
      if (error || response.statusCode >= 500) return 'error';
      return 'info';
    },
  },
});

/** `/api/threads/0198…/messages?after=3` → `/api/threads/…/messages` */
export const placeOf = (url: string): string =>
  (url.split('?')[0] ?? '')
    .split('/')
    .map((part) => (/^[a-z-]{0,40}$/.test(part) ? part : '…'))
    .join('/');
