import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Config } from '../config/config.ts';
import { problem } from '../http/problem-error.ts';
import { Metrics } from './metrics.ts';
import { Readiness } from './readiness.ts';

/** For machines that look after machines. */
@Controller()
export class ObservabilityController {
  constructor(
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly readiness: Readiness,
  ) {}

  @Get('/health/live')
  live() {
    return { status: 'ok' };
  }

  @Get('/health/ready')
  async ready(@Res() reply: FastifyReply) {
    const state = await this.readiness.look();
    await reply.status(state.isReady ? 200 : 503).send({ status: state.isReady ? 'ok' : 'not ready', checks: state.checks });
  }

  @Get('/metrics')
  async read(@Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    if (!this.mayRead(request)) throw problem('route.not-found');
    await reply.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }

  private mayRead(request: FastifyRequest): boolean {
    const { METRICS_TOKEN } = this.config.settings;
    if (!METRICS_TOKEN) return isFromThisMachine(request);
    const given = Buffer.from(request.headers.authorization ?? '');
    const wanted = Buffer.from(`Bearer ${METRICS_TOKEN}`);
    return given.length === wanted.length && timingSafeEqual(given, wanted);
  }
}

/** What a proxy forwards comes from its address, but not from this machine; one that is trusted has given `ip` already. */
const isFromThisMachine = ({ ip, headers }: FastifyRequest): boolean =>
  /^(127\.|::1$|::ffff:127\.)/.test(ip) && headers['x-forwarded-for'] === undefined && headers['forwarded'] === undefined;
