import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { accountOf, administratorCount, lockedAccount, lockedAdministrators } from './people.queries.ts';

/** What every change of an account begins and ends with. */
@Injectable()
export class Accounts {
  /** Locked, after whoever else changes who is administrator. @throws person.not-found */
  async forChange(tx: Tx, id: PersonId) {
    await tx.one(lockedAdministrators, []);
    const account = await tx.one(lockedAccount, [id]);
    if (!account) throw problem('person.not-found');
    return account;
  }

  /** After the change. @throws person.last-administrator */
  async refuseWithoutAdministrator(tx: Tx): Promise<void> {
    if ((await tx.one(administratorCount, []))?.count === 0) throw problem('person.last-administrator');
  }

  async view(tx: Tx, id: PersonId) {
    const view = await tx.json(accountOf, [id]);
    if (!view) throw problem('person.not-found');
    return view;
  }
}
