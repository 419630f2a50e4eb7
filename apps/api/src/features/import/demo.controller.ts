import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { getDemo, openDemo, signInToDemo } from '@landbridge/contract/import';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { PublicEndpoint } from '../../platform/http/endpoint.ts';
import type { Exchange } from '../../platform/http/exchange.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { me, SignIns } from '../identity/index.ts';
import { DemoOrganisation } from './demo-organisation.ts';

@Controller()
export class DemoController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly demo: DemoOrganisation,
    private readonly signIns: SignIns,
  ) {}

  @PublicEndpoint(getDemo)
  async get() {
    return this.demo.state;
  }

  @PublicEndpoint(openDemo)
  open({ body }: InputOf<typeof openDemo>) {
    return this.demo.open(body.code);
  }

  @PublicEndpoint(signInToDemo)
  async signIn({ body }: InputOf<typeof signInToDemo>, exchange: Exchange) {
    const personId = await this.demo.personFor(body.as);
    await this.unitOfWork.run((tx) => this.signIns.begin(tx, personId, exchange));
    const found = await this.database.json(me, [personId]);
    if (!found) throw problem('demo.not-found');
    return found;
  }
}
