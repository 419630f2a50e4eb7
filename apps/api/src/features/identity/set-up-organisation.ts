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

  /** @throws setup.wrong-code */
  refuseWrongCode(code: string | undefined): void {
    if (this.needsCode && code?.replaceAll(/\s/g, '') !== this.code) throw problem('setup.wrong-code');
  }

  async isNew(): Promise<boolean> {
    return !(await this.database.one(setupState, []))?.isSetUp;
  }

  async run(wanted: InputOf<typeof setUpOrganisation>['body'], exchange: Exchange) {
    if (!(await this.isNew())) throw problem('setup.already-done');
    this.refuseWrongCode(wanted.code);
    refuseWeakPassword(wanted.password, wanted);
    const passwordHash = await hashPassword(wanted.password);
    const id = personId.parse(uuid());
    const now = this.clock.now();
    await this.unitOfWork.run(async (tx) => {
      const { organisation: name, language } = wanted;
      const timeZone = knownZone(wanted.timeZone);
      await tx.insertOnce(Organisation, { id: 1, name, language, timeZone, createdAt: now });
      // The single row of organisations is the lock: two first pages sent at once make one administrator. A history that came first made the row.
      await tx.update(Organisation, { id: 1, isDemo: false }, { name, language, timeZone });
      if ((await tx.one(setupState, []))?.isSetUp) throw problem('setup.already-done');
      await tx.insert(Person, { id, name: wanted.name, email: wanted.email, passwordHash, isAdministrator: true, createdAt: now });
      await this.signIns.begin(tx, id, exchange);
    });
    return id;
  }
}

const knownZone = (timeZone: string): string => (Intl.supportedValuesOf('timeZone').includes(timeZone) ? timeZone : 'UTC');
