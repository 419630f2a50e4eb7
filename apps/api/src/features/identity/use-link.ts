import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { useLink } from '@landbridge/contract/identity';
import { IsNull } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { usableLink } from './identity.queries.ts';
import { hashPassword, refuseWeakPassword } from './passwords.ts';
import { Person } from './person.entity.ts';
import { SignIns } from './sign-ins.ts';
import { SingleUseLink } from './single-use-link.entity.ts';
import { hashToken } from './tokens.ts';

@Injectable()
export class UseLink {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: SignIns,
  ) {}

  /** @throws link.not-usable for unknown, used and expired links alike */
  async look(token: string) {
    const link = await this.database.one(usableLink, [hashToken(token), this.clock.now()]);
    if (!link) throw problem('link.not-usable');
    return link;
  }

  /** Invitations and resets ask for a password; a reset ends every other sign-in. */
  async run(token: string, { password }: InputOf<typeof useLink>['body'], exchange: Exchange) {
    const link = await this.look(token);
    const asksPassword = link.purpose !== 'sign-in';
    if (asksPassword) refuseWeakPassword(password ?? '', link);
    const passwordHash = asksPassword && password ? await hashPassword(password) : null;
    await this.unitOfWork.run(async (tx) => {
      await this.spend(tx, link.id);
      if (passwordHash) await tx.update(Person, { id: link.personId }, { passwordHash });
      if (link.purpose === 'password-reset') await this.signIns.endOthers(tx, link.personId, null);
      await this.signIns.begin(tx, link.personId, exchange);
    });
    return link.personId;
  }

  /** The update is the lock: of two that use a link at once, one finds it used. */
  private async spend(tx: Tx, id: string): Promise<void> {
    const spent = await tx.update(SingleUseLink, { id, usedAt: IsNull() }, { usedAt: this.clock.now() });
    if (spent === 0) throw problem('link.not-usable');
  }
}
