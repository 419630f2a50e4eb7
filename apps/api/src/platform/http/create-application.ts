import { existsSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { DynamicModule, Type } from '@nestjs/common';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Logger } from 'nestjs-pino';
import { Config } from '../config/config.ts';
import { logRequests } from '../observability/logging.ts';
import { Metrics } from '../observability/metrics.ts';
import { Authenticator } from '../sign-in/actor.ts';
import { AccessGuard } from './access.guard.ts';
import { ContractInterceptor } from './contract.interceptor.ts';
import { problem } from './problem-error.ts';
import { knownProblem, ProblemFilter, sendProblem } from './problem.filter.ts';
import { RateLimits } from './rate-limits.ts';

/** Largest request body, in bytes. */
const bodyLimit = 256 * 1024;

interface ApplicationParts {
  readonly module: Type | DynamicModule;
  readonly config: Config;
  /** Folder of the built browser application; null serves none. */
  readonly webFolder: string | null;
}

/** The HTTP application: guards, filters and headers that every route shares. It does not listen yet. */
export const createApplication = async ({ module, config, webFolder }: ApplicationParts): Promise<NestFastifyApplication> => {
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy: config.settings.TRUSTED_PROXIES.length > 0 ? config.settings.TRUSTED_PROXIES : false,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
    // Fastify's own answer is no problem document.
    return503OnClosing: false,
    // Addresses that cannot be decoded never reach a route, nor the filter of Nest.
    frameworkErrors: (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(reply, request.id, knownProblem(error) ?? problem('request.malformed')),
  });
  const application = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: ['error', 'warn'],
    abortOnError: false,
    // Nest would understand forms too, which any website can send; Fastify's own parser reads JSON.
    bodyParser: false,
  });
  const server = application.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  server.removeContentTypeParser('text/plain');
  // Left as a stream: only routes that want bytes read it, and count them.
  server.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  server.decorate('isSecure', config.isSecure);
  await server.register(cookie);
  await server.register(helmet, securityHeaders(config));
  guardOrigin(server, config);
  measure(server, application.get(Metrics));
  letGoWhenStopping(server);
  logRequests(server, application.get(Logger));
  if (webFolder) await serveWeb(server, webFolder);
  application.useGlobalGuards(new AccessGuard(application.get(Authenticator), application.get(RateLimits)));
  application.useGlobalInterceptors(new ContractInterceptor(config));
  application.useGlobalFilters(new ProblemFilter());
  return application;
};

const securityHeaders = (config: Config) => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'"],
      fontSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      // An IPv6 address is no valid source expression; 'self' covers it in today's browsers.
      connectSrc: ["'self'", ...config.origins.filter((origin) => !origin.includes('[')).map((origin) => origin.replace(/^http/, 'ws'))],
      manifestSrc: ["'self'"],
      workerSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  hsts: config.isSecure,
  referrerPolicy: { policy: 'no-referrer' as const },
  crossOriginEmbedderPolicy: false,
});

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A foreign Host is refused (DNS rebinding), and so is a write from a foreign website. Scripts send no Origin and pass. */
const guardOrigin = (server: FastifyInstance, config: Config) => {
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/health/')) return;
    if (!config.hosts.includes(request.host)) return sendProblem(reply, request.id, problem('request.foreign-host'));
    const { origin } = request.headers;
    if (origin === undefined || safeMethods.has(request.method) || config.origins.includes(origin)) return;
    sendProblem(reply, request.id, problem('request.foreign-origin'));
  });
};

const measure = (server: FastifyInstance, metrics: Metrics) => {
  server.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none', status: `${Math.floor(reply.statusCode / 100)}xx` };
    metrics.requestSeconds.observe(labels, reply.elapsedTime / 1_000);
  });
};

/**
 * An answer that was under way when the server began to stop ends its connection: kept alive, it would hold the process.
 * What still comes over it is refused.
 */
const letGoWhenStopping = (server: FastifyInstance) => {
  let isStopping = false;
  server.addHook('preClose', async () => {
    isStopping = true;
  });
  server.addHook('onRequest', async (request, reply) => {
    if (isStopping) sendProblem(reply, request.id, problem('service.stopping', { retryAfterSeconds: 2 }));
  });
  server.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
};

const isHashed = (path: string) => /-[\w-]{8,}\.\w+(\.br)?$/.test(basename(path));

/** Hashed files for ever, the page itself never; any address that is not a file or under /api is the page. */
const serveWeb = async (server: FastifyInstance, folder: string) => {
  if (!existsSync(`${folder}/index.html`)) return;
  await server.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/*', (request, reply) => {
    const [path = ''] = request.url.split('?');
    if (/^\/(api|assets|health|metrics|\.well-known)(\/|$)/.test(path)) return sendProblem(reply, request.id, problem('route.not-found'));
    return reply.header('cache-control', 'no-cache').sendFile('index.html');
  });
};
