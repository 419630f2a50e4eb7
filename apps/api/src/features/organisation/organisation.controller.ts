import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { changeUnit, createUnit, getUnitHistory, listUnits } from '@landbridge/contract/organisation';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ChangeUnit } from './change-unit.ts';
import { CreateUnit } from './create-unit.ts';
import { unitById, unitPasts, unitTree } from './units.queries.ts';

@Controller()
export class OrganisationController {
  constructor(
    private readonly database: Database,
    private readonly createUnit: CreateUnit,
    private readonly changeUnit: ChangeUnit,
  ) {}

  @Endpoint(listUnits)
  async list() {
    return (await this.database.json(unitTree, [])) ?? { units: [] };
  }

  @Endpoint(createUnit)
  create(actor: Actor, { body }: InputOf<typeof createUnit>) {
    return this.createUnit.run(actor, body);
  }

  @Endpoint(changeUnit)
  change(_actor: Actor, { params, body }: InputOf<typeof changeUnit>) {
    return this.changeUnit.run(params.unitId, body);
  }

  @Endpoint(getUnitHistory)
  async history(_actor: Actor, { params }: InputOf<typeof getUnitHistory>) {
    if (!(await this.database.json(unitById, [params.unitId]))) throw problem('unit.not-found');
    return (await this.database.json(unitPasts, [params.unitId])) ?? { history: [] };
  }
}
