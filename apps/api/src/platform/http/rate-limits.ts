import { Injectable } from '@nestjs/common';
import type { RouteRate } from '@landbridge/contract';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problem } from './problem-error.ts';

/** Calls per minute of one person (or, signed out, one address). Far above what hands can do, far below what hurts. */
export const callsPerMinute: Readonly<Record<RouteRate, number>> = { reading: 1_200, writing: 300, posting: 120, guessing: 30 };

@Injectable()
export class RateLimits {
  private readonly limiters = new Map(
    Object.entries(callsPerMinute).map(([rate, points]) => [rate, new RateLimiterMemory({ points, duration: 60 })]),
  );

  /** @throws request.too-many with the seconds to wait */
  async spend(rate: RouteRate, key: string): Promise<void> {
    await consume(this.limiters.get(rate), key);
  }
}

/** Spends one point. @throws request.too-many with the seconds to wait */
export const consume = async (limiter: RateLimiterMemory | undefined, key: string): Promise<void> => {
  try {
    await limiter?.consume(key);
  } catch (rejected) {
    if (!(rejected instanceof RateLimiterRes)) throw rejected;
    throw problem('request.too-many', { retryAfterSeconds: Math.max(1, Math.ceil(rejected.msBeforeNext / 1_000)) });
  }
};
