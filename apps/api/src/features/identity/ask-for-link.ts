import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { askForLink } from '@landbridge/contract/identity';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { z } from 'zod';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import { personByEmail } from './identity.queries.ts';
import { linkMail } from './link-mails.ts';
import { SingleUseLinks } from './single-use-links.ts';

const asked = z.object({ email: z.string(), purpose: z.enum(['password-reset', 'sign-in']) });

/** The request only enqueues: its answer and its time are the same for known and unknown addresses. */
@Injectable()
export class AskForLink {
  /** Mails to one address in an hour; more are not sent, and nobody is told. */
  private readonly mailsPerHour = new RateLimiterMemory({ points: 5, duration: 3_600 });

  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SingleUseLinks,
    private readonly mailer: Mailer,
    jobs: Jobs,
  ) {
    jobs.handle('identity.send-link', asked, (payload) => this.send(payload));
  }

  async run({ email, purpose }: InputOf<typeof askForLink>['body']) {
    await this.unitOfWork.run((tx) => tx.addJob('identity.send-link', { email, purpose }, { key: `${purpose} ${email}` }));
    return { isAccepted: true as const };
  }

  private async send({ email, purpose }: z.output<typeof asked>): Promise<void> {
    const person = await this.database.one(personByEmail, [email]);
    if (!person || !this.mailer.delivers) return;
    const mayMail = await this.mailsPerHour.consume(email).then(
      () => true,
      () => false,
    );
    if (!mayMail) return;
    const link = await this.unitOfWork.run((tx) => this.links.create(tx, person.id, purpose));
    await this.mailer.send(linkMail(purpose, person, link));
  }
}
