import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { personId, type InputOf } from '@landbridge/contract';
import type { setUpOrganisation } from '@landbridge/contract/identity';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import { Config } from '../../platform/config/config.ts';
import { isLoopback } from '../../platform/config/settings.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Organisation } from '../organisation/index.ts';
import { setupState } from './identity.queries.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { Person } from './person.entity.ts';
import { SignIns } from './sign-ins.ts';

/** Makes the organisation and its first administrator, once. Whoever is not on this machine needs the code from the terminal. */
@Injectable()
export class SetUpOrganisation {
  /** Eight figures, new at each start. */
  readonly code = String(randomInt(10_000_000, 100_000_000));

  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: SignIns,
  ) {}

  get needsCode(): boolean {
    return (
      !isLoopback(this.config.settings.HOST) ||
      (this.config.settings.PUBLIC_URL !== undefined && !isLoopback(new URL(this.config.publicUrl).hostname))
    );
  }

  async isNew(): Promise<boolean> {
    return !(await this.database.one(setupState, []))?.hasPeople;
  }

  async run(wanted: InputOf<typeof setUpOrganisation>['body'], exchange: Exchange) {
    if (!(await this.isNew())) throw problem('setup.already-done');
    if (this.needsCode && wanted.code?.replaceAll(/\s/g, '') !== this.code) throw problem('setup.wrong-code');
    refuseWeakPassword(wanted.password, wanted);
    const passwordHash = await hashPassword(wanted.password);
    const id = personId.parse(uuid());
    const now = this.clock.now();
    try {
      await this.unitOfWork.run(async (tx) => {
        // The single row of organisations is the lock: two first pages sent at once make one organisation.
        await tx.insert(Organisation, {
          id: 1,
          name: wanted.organisation,
          language: wanted.language,
          timeZone: knownZone(wanted.timeZone),
          createdAt: now,
        });
        await tx.insert(Person, { id, name: wanted.name, email: wanted.email, passwordHash, isAdministrator: true, createdAt: now });
        await this.signIns.begin(tx, id, exchange);
      });
    } catch (error) {
      if (violates(error, 'organisations_pkey')) throw problem('setup.already-done');
      throw error;
    }
    return id;
  }
}

const knownZone = (timeZone: string): string => (Intl.supportedValuesOf('timeZone').includes(timeZone) ? timeZone : 'UTC');
