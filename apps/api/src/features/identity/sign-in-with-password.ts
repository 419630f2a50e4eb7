import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { signIn } from '@landbridge/contract/identity';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { consume } from '../../platform/http/rate-limits.ts';
import { personByEmail } from './identity.queries.ts';
import { passwordMatches } from './passwords.ts';
import { SignIns } from './sign-ins.ts';

@Injectable()
export class SignInWithPassword {
  /** Ten wrong passwords for one account in a quarter of an hour; a right one clears the count. */
  private readonly failures = new RateLimiterMemory({ points: 10, duration: 15 * 60 });

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly signIns: SignIns,
  ) {}

  async run({ email, password }: InputOf<typeof signIn>['body'], exchange: Exchange) {
    await consume(this.failures, email);
    const person = await this.database.one(personByEmail, [email]);
    const matches = await passwordMatches(person?.passwordHash ?? null, password);
    if (!person || !matches) throw problem('sign-in.no-match');
    await this.failures.delete(email);
    await this.unitOfWork.run((tx) => this.signIns.begin(tx, person.id, exchange));
    return person.id;
  }
}
