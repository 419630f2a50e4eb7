import { Injectable } from '@nestjs/common';
import { personId, type InputOf } from '@landbridge/contract';
import type { importPeople, ImportedPerson, PeopleFile } from '@landbridge/contract/people';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/audit.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { Mailer } from '../../platform/mail/mailer.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Person } from '../identity/index.ts';
import { organisationNow, refuseClosed, unitFinder } from '../organisation/index.ts';
import { InvitePerson } from './invite-person.ts';
import { knownAddresses } from './people.queries.ts';
import { readPeopleFile } from './read-people-file.ts';
import { UnitMembership } from './unit-membership.entity.ts';

interface Arrival {
  readonly person: ImportedPerson;
  readonly unitId: string | null;
  readonly today: string;
  readonly isInvited: boolean;
}

/** Brings in people from a file. Whoever has a known address stays as they are, so that the same file again changes nothing. */
@Injectable()
export class ImportPeople {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly invitePerson: InvitePerson,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  /** What bringing the file in would do; changes nothing. */
  async check(content: Buffer): Promise<PeopleFile> {
    const { lines, faults, ignoredColumns } = readPeopleFile(content);
    const unitFor = await unitFinder(this.database);
    const isLost = ({ unit }: ImportedPerson) => unit !== '' && unitFor(unit) === null;
    const addresses = lines.map(({ person }) => person.email);
    const known = new Set((await this.database.rows(knownAddresses, [addresses])).map(({ email }) => email));
    const lost = lines.flatMap(({ line, person }) =>
      isLost(person) ? [{ line, fault: 'unknown-unit' as const, value: person.unit.slice(0, 80) }] : [],
    );
    return {
      people: lines.filter(({ person }) => !isLost(person)).map((read) => ({ ...read, isKnown: known.has(read.person.email) })),
      faults: [...faults, ...lost].toSorted((one, other) => one.line - other.line),
      ignoredColumns: ignoredColumns.slice(0, 100),
    };
  }

  run(actor: Actor, { people, sendsInvitations }: InputOf<typeof importPeople>['body']) {
    return this.unitOfWork.run(async (tx) => {
      const unitFor = await unitFinder(tx);
      const today = (await tx.one(organisationNow, []))?.today ?? '';
      const isInvited = sendsInvitations && this.mailer.delivers;
      for (const person of inOrder(people)) {
        const unitId = person.unit === '' ? null : unitFor(person.unit);
        if (person.unit !== '' && !unitId) throw problem('unit.not-found');
        await this.bring(tx, actor, { person, unitId, today, isInvited });
      }
      return { presentCount: people.length };
    });
  }

  private async bring(tx: Tx, actor: Actor, { person, unitId, today, isInvited }: Arrival): Promise<void> {
    const { name, email, roles } = person;
    const id = personId.parse(uuid());
    const isNew = await tx.insertOnce(Person, {
      id,
      name,
      email,
      isAdministrator: roles.includes('administrator'),
      isObserver: roles.includes('observer'),
      isTrainingDepartment: roles.includes('training-department'),
      invitedBy: actor.personId,
      createdAt: this.clock.now(),
    });
    if (!isNew) return;
    if (unitId) {
      await refuseClosed(tx, unitId);
      await tx.insert(UnitMembership, { personId: id, unitId, fromOn: today });
    }
    const subject = { kind: 'person', id } as const;
    await this.audit.note(tx, actor, { action: 'person.imported', subject });
    for (const role of roles) await this.audit.note(tx, actor, { action: 'role.given', subject, details: { role } });
    if (isInvited) await this.invitePerson.sendLink(tx, { id, name, email });
  }
}

/** By address: two that bring in the same people at once wait for each other and never in a circle. */
const inOrder = (people: readonly ImportedPerson[]): ImportedPerson[] =>
  people.toSorted((one, other) => (one.email < other.email ? -1 : Number(one.email > other.email)));
