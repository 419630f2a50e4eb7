import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { LiveServer } from '../realtime/live-server.ts';

/** Figures for Prometheus. Routes are labelled by their pattern, never by an address that holds ids. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  readonly requestSeconds = new Histogram({
    name: 'landbridge_http_request_seconds',
    help: 'Time to answer, by route and status class.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [this.registry],
  });

  constructor(live: LiveServer) {
    collectDefaultMetrics({ register: this.registry });
    const sockets: Gauge = new Gauge({
      name: 'landbridge_sockets',
      help: 'Open live connections.',
      registers: [this.registry],
      collect: () => sockets.set(live.socketCount),
    });
  }
}
