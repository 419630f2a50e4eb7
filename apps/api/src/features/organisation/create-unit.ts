import { Injectable } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import type { createUnit } from '@landbridge/contract/organisation';
import { v7 as uuid } from 'uuid';
import { Audit } from '../../platform/audit/audit.ts';
import { againWhen } from '../../platform/database/again-when.ts';
import { UnitOfWork, type Tx } from '../../platform/database/unit-of-work.ts';
import { violates } from '../../platform/database/violates.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { chooseCode, chooseHue } from './unit-looks.ts';
import { Unit } from './unit.entity.ts';
import { refuseClosed } from './refuse-closed.ts';
import { organisationNow, takenLooks, unitByClientId, unitById } from './units.queries.ts';

@Injectable()
export class CreateUnit {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
  ) {}

  async run(actor: Actor, wanted: InputOf<typeof createUnit>['body']) {
    try {
      return await againWhen(['units_client_id', 'units_name_beside'], () => this.unitOfWork.run((tx) => this.create(tx, actor, wanted)));
    } catch (error) {
      if (violates(error, 'units_name_beside')) throw problem('unit.name-taken');
      throw error;
    }
  }

  private async create(tx: Tx, actor: Actor, { clientId, name, code, parentId }: InputOf<typeof createUnit>['body']) {
    const before = await tx.one(unitByClientId, [actor.personId, clientId]);
    if (before && (before.name !== name || before.parentId !== parentId)) throw problem('client-id.reused');
    const id = before?.id ?? uuid();
    if (!before) {
      if (parentId) await refuseClosed(tx, parentId);
      const looks = await tx.one(takenLooks, []);
      await tx.insert(Unit, {
        id,
        parentId,
        name,
        code: code ?? chooseCode(name, new Set(looks?.codes)),
        hue: chooseHue(looks?.hueCounts ?? []),
        since: (await tx.one(organisationNow, []))?.today ?? '',
        createdBy: actor.personId,
        clientId,
      });
      await this.audit.note(tx, actor, { action: 'unit.added', subject: { kind: 'unit', id }, details: { name } });
    }
    const unit = await tx.json(unitById, [id]);
    if (!unit) throw problem('unit.not-found');
    return unit;
  }
}
