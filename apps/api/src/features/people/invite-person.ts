import { Injectable } from '@nestjs/common';
import { personId, type InputOf, type PersonId } from '@landbridge/contract';
import type { invitePerson } from '@landbridge/contract/people';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Jobs } from '../../platform/jobs/jobs.ts';
import { Mailer, mailJob } from '../../platform/mail/mailer.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { linkMail, Person, SingleUseLinks } from '../identity/index.ts';
import { organisationNow, refuseClosed } from '../organisation/index.ts';
import { personByClientId, personForInvitation, summaryOf } from './people.queries.ts';
import { UnitMembership } from './unit-membership.entity.ts';

type Wanted = InputOf<typeof invitePerson>['body'];

/** Brings somebody in by a single-use link: mailed, or shown once to the administrator when no mail can be sent. */
@Injectable()
export class InvitePerson {
  constructor(
    private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly links: SingleUseLinks,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
    jobs: Jobs,
  ) {
    jobs.handle('people.send-invitation', mailJob, (mail) => this.mailer.send(mail));
  }

  async run(actor: Actor, wanted: Wanted) {
    try {
      return await againWhen(['people_client_id', 'people_email'], () => this.unitOfWork.run((tx) => this.invite(tx, actor, wanted)));
    } catch (error) {
      if (violates(error, 'people_email')) throw problem('person.already-here');
      throw error;
    }
  }

  /** A new link for somebody who has not signed in yet; the former one stops working. */
  async again(actor: Actor, id: PersonId) {
    return this.unitOfWork.run(async (tx) => {
      const person = await tx.one(personForInvitation, [id]);
      if (!person) throw problem('person.not-found');
      if (person.hasPassword) throw problem('person.already-here');
      await this.audit.note(tx, actor, { action: 'person.invited-again', subject: { kind: 'person', id } });
      return this.sendLink(tx, person);
    });
  }

  private async invite(tx: Tx, actor: Actor, wanted: Wanted) {
    const before = await tx.one(personByClientId, [actor.personId, wanted.clientId]);
    if (before && (before.email !== wanted.email || before.name !== wanted.name)) throw problem('client-id.reused');
    const id = before?.id ?? (await this.create(tx, actor, wanted));
    const found = await tx.one(summaryOf, [id]);
    if (!found) throw problem('person.not-found');
    return { person: found.summary, ...(await this.sendLink(tx, { id, name: wanted.name, email: wanted.email })) };
  }

  private async create(tx: Tx, actor: Actor, { clientId, name, email, unitId }: Wanted): Promise<PersonId> {
    const id = personId.parse(uuid());
    await tx.insert(Person, { id, name, email, invitedBy: actor.personId, clientId, createdAt: this.clock.now() });
    const today = (await tx.one(organisationNow, []))?.today;
    if (unitId) await refuseClosed(tx, unitId);
    if (unitId && today) await tx.insert(UnitMembership, { personId: id, unitId, fromOn: today });
    await this.audit.note(tx, actor, { action: 'person.invited', subject: { kind: 'person', id } });
    return id;
  }

  /** Makes the link and, where mail can be sent, has it sent after the commit. */
  async sendLink(tx: Tx, person: { readonly id: PersonId; readonly name: string; readonly email: string }) {
    const link = await this.links.create(tx, person.id, 'invitation');
    const sent = { sentTo: person.email, expiresAt: link.expiresAt.toISOString() };
    if (!this.mailer.delivers) return { ...sent, link: link.url };
    const mail: z.output<typeof mailJob> = linkMail('invitation', person, link);
    await tx.addJob('people.send-invitation', mail, { key: `invitation ${person.id}` });
    return { ...sent, link: null };
  }
}
