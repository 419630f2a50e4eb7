import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  changeOrganisation,
  changeUnit,
  closeUnit,
  createUnit,
  getOrganisation,
  getUnitHistory,
  listUnits,
  mergeUnit,
  reopenUnit,
} from '@landbridge/contract/organisation';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ChangeOrganisation } from './change-organisation.ts';
import { ChangeUnit } from './change-unit.ts';
import { CloseUnit } from './close-unit.ts';
import { CreateUnit } from './create-unit.ts';
import { organisationFacts, unitById, unitPasts, unitTree } from './units.queries.ts';

@Controller()
export class OrganisationController {
  constructor(
    private readonly database: Database,
    private readonly changeOrganisation: ChangeOrganisation,
    private readonly createUnit: CreateUnit,
    private readonly changeUnit: ChangeUnit,
    private readonly closeUnit: CloseUnit,
  ) {}

  @Endpoint(getOrganisation)
  async get() {
    const organisation = await this.database.one(organisationFacts, []);
    if (!organisation) throw problem('internal');
    return organisation;
  }

  @Endpoint(changeOrganisation)
  changeSettings(actor: Actor, { body }: InputOf<typeof changeOrganisation>) {
    return this.changeOrganisation.run(actor, body);
  }

  @Endpoint(listUnits)
  async list(_actor: Actor, { query }: InputOf<typeof listUnits>) {
    return (await this.database.json(unitTree, [query.show === 'all'])) ?? { units: [] };
  }

  @Endpoint(createUnit)
  create(actor: Actor, { body }: InputOf<typeof createUnit>) {
    return this.createUnit.run(actor, body);
  }

  @Endpoint(changeUnit)
  change(actor: Actor, { params, body }: InputOf<typeof changeUnit>) {
    return this.changeUnit.run(actor, params.unitId, body);
  }

  @Endpoint(mergeUnit)
  merge(actor: Actor, { params, body }: InputOf<typeof mergeUnit>) {
    return this.closeUnit.merge(actor, params.unitId, body.intoId);
  }

  @Endpoint(closeUnit)
  close(actor: Actor, { params }: InputOf<typeof closeUnit>) {
    return this.closeUnit.run(actor, params.unitId);
  }

  @Endpoint(reopenUnit)
  reopen(actor: Actor, { params }: InputOf<typeof reopenUnit>) {
    return this.closeUnit.reopen(actor, params.unitId);
  }

  @Endpoint(getUnitHistory)
  async history(_actor: Actor, { params }: InputOf<typeof getUnitHistory>) {
    if (!(await this.database.json(unitById, [params.unitId]))) throw problem('unit.not-found');
    return (await this.database.json(unitPasts, [params.unitId])) ?? { history: [] };
  }
}
