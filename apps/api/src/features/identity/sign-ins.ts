import { Injectable } from '@nestjs/common';
import { signInId, type PersonId, type SignInId } from '@landbridge/contract';
import { rightsChanged, signInEnded } from '@landbridge/contract/identity';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom, signInRoom } from '../../platform/realtime/rooms.ts';
import { LiveServer } from '../../platform/realtime/live-server.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { SignIn } from './sign-in.entity.ts';
import { otherSignIns } from './identity.queries.ts';
import { SignInCache } from './sign-in-cache.ts';
import { SingleUseLink } from './single-use-link.entity.ts';
import { hashToken, newToken } from './tokens.ts';

const keptForDays = 30;

/** Beginning and ending of sign-ins; ending one ends its live connections at once. */
@Injectable()
export class SignIns {
  constructor(
    private readonly clock: Clock,
    private readonly cache: SignInCache,
    private readonly live: LiveServer,
  ) {}

  async begin(tx: Tx, personId: PersonId, exchange: Exchange): Promise<SignInId> {
    const token = newToken();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + keptForDays * 86_400_000);
    const id = signInId.parse(uuid());
    await tx.insert(SignIn, {
      id,
      personId,
      tokenHash: hashToken(token),
      device: exchange.device,
      address: exchange.address,
      signedInAt: now,
      seenAt: now,
      expiresAt,
    });
    tx.afterCommit(() => exchange.keepSignIn(token, expiresAt));
    return id;
  }

  /** @returns whether there was such a sign-in of this person */
  async end(tx: Tx, personId: PersonId, id: SignInId): Promise<boolean> {
    const ended = await tx.delete(SignIn, { id, personId });
    if (ended === 0) return false;
    tx.afterCommit(() => this.cut(id));
    return true;
  }

  async endOthers(tx: Tx, personId: PersonId, keep: SignInId | null): Promise<void> {
    for (const { id } of await tx.rows(otherSignIns, [personId, keep])) await this.end(tx, personId, id);
  }

  /** Every way in that somebody has: sign-ins with their sockets, and links not used yet. */
  async endAll(tx: Tx, personId: PersonId): Promise<void> {
    await this.endOthers(tx, personId, null);
    await tx.delete(SingleUseLink, { personId });
    tx.afterCommit(() => this.cache.forgetPerson(personId));
  }

  /** What somebody may do has changed: it holds from the commit on, and their browsers show it. */
  changeRights(tx: Tx, personId: PersonId, isAdministrator: boolean): void {
    tx.tell(personRoom(personId), rightsChanged, { isAdministrator });
    tx.afterCommit(() => this.cache.forgetPerson(personId));
  }

  private cut(id: SignInId): void {
    this.cache.forget(id);
    this.live.tell([signInRoom(id)], signInEnded.name, {});
    this.live.disconnect(signInRoom(id));
  }
}
