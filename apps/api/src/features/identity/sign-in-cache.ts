import { Injectable } from '@nestjs/common';
import type { PersonId, SignInId } from '@landbridge/contract';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { Authenticator, type Actor } from '../../platform/sign-in/actor.ts';
import { signInByToken } from './identity.queries.ts';
import { hashToken } from './tokens.ts';

interface Kept {
  readonly actor: Actor;
  readonly until: number;
}

/** A sign-in ended by another process is noticed after this time at the latest; in this one at once. */
const keptForMs = 10_000;
const mostKept = 20_000;
const seenEveryMs = 5 * 60_000;

/** Knows who a token stands for, without asking the database on every request. */
@Injectable()
export class SignInCache extends Authenticator {
  private readonly kept = new Map<string, Kept>();
  /** Grows with each sign-in that is forgotten: what was being looked up then may have ended. */
  private generation = 0;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async find(token: string): Promise<Actor | null> {
    if (!/^[\w-]{43}$/.test(token)) return null;
    const now = this.clock.now();
    const known = this.kept.get(token);
    if (known && known.until > now.getTime()) return known.actor;
    this.kept.delete(token);
    const { generation } = this;
    const found = await this.database.one(signInByToken, [hashToken(token), now]);
    if (!found) return null;
    const { signInId, personId, isAdministrator, expiresAt, seenAt } = found;
    if (now.getTime() - seenAt.getTime() > seenEveryMs) await this.noteSeen(signInId, now);
    if (this.kept.size >= mostKept) this.kept.clear();
    const actor = { signInId, personId, isAdministrator };
    if (generation === this.generation) this.kept.set(token, { actor, until: Math.min(now.getTime() + keptForMs, expiresAt.getTime()) });
    return actor;
  }

  forget(id: SignInId): void {
    this.generation += 1;
    for (const [token, { actor }] of this.kept) if (actor.signInId === id) this.kept.delete(token);
  }

  /** Their rights changed: they are looked up anew at the next request. */
  forgetPerson(personId: PersonId): void {
    this.generation += 1;
    for (const [token, { actor }] of this.kept) if (actor.personId === personId) this.kept.delete(token);
  }

  private async noteSeen(id: SignInId, now: Date): Promise<void> {
    await this.database.pool.query('update sign_ins set seen_at = $2 where id = $1', [id, now]);
  }
}
