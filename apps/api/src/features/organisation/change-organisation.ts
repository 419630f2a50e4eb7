import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { changeOrganisation, OrganisationView } from '@landbridge/contract/organisation';
import { Audit } from '../../platform/audit/audit.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { Organisation } from './organisation.entity.ts';
import { lockedOrganisation } from './units.queries.ts';

type Wanted = InputOf<typeof changeOrganisation>['body'];

/** Changes name, language, time zone and working calendar. Whoever worked on an older version is told what is stored. */
@Injectable()
export class ChangeOrganisation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  run(actor: Actor, { version, ...wanted }: Wanted): Promise<OrganisationView> {
    return this.unitOfWork.run(async (tx) => {
      const before = await tx.one(lockedOrganisation, []);
      if (!before) throw problem('internal');
      if (isSame(before, wanted)) return before;
      if (before.version !== version) throw problem('version.stale', { current: before });
      const after = { ...before, ...wanted, version: version + 1 };
      await tx.update(Organisation, { id: 1 }, after);
      await this.audit.note(tx, actor, {
        action: 'organisation.changed',
        subject: { kind: 'organisation', id: null },
        details: before.name === after.name ? {} : { from: before.name, to: after.name },
      });
      return after;
    });
  }
}

const isSame = (before: OrganisationView, wanted: Omit<Wanted, 'version'>): boolean =>
  (['name', 'language', 'timeZone'] as const).every((field) => before[field] === wanted[field]) &&
  (['workingDays', 'holidays'] as const).every((field) => before[field].join() === wanted[field].join());
