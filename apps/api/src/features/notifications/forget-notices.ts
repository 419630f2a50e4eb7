import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { Clock } from '../../platform/clock/clock.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { forgetRead } from './notice-writes.queries.ts';

export const forgetNoticesJob = 'notices.forget';

const daysKept = 90;
const dayMs = 86_400_000;

/** What was read three months ago goes. Looked after once on each day on which somebody reads notices. */
@Injectable()
export class ForgetNotices {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    jobs: Jobs,
  ) {
    jobs.handle(forgetNoticesJob, z.object({}), () => this.run());
  }

  /** At the end of this day (UTC); asked for again it is the same job. */
  later(tx: Tx): Promise<void> {
    const day = Math.floor(this.clock.now().getTime() / dayMs) + 1;
    return tx.addJob(forgetNoticesJob, {}, { key: `forget notices ${day}`, runAt: new Date(day * dayMs) });
  }

  private async run(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - daysKept * dayMs);
    let gone = 0;
    do gone = (await this.unitOfWork.run((tx) => tx.rows(forgetRead, [before]))).length;
    while (gone > 0);
  }
}
