import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import { leadershipRole } from '@landbridge/contract/communities';
import { getHome, getLeading, getOwnRing, seeHome, setNeedDone } from '@landbridge/contract/home';
import { ringOf, shownRings } from '@landbridge/domain/communities';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { UnitOfWork } from '../../platform/database/unit-of-work.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import { problem } from '../../platform/http/problem-error.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { CommunityAccess } from '../communities/index.ts';
import { ThreadAccess } from '../threads/index.ts';
import { HomeDone } from './home.entity.ts';
import { homePage, noteVisit, putAway } from './home.queries.ts';
import { leading, ownWeeks, weeksOfMembers } from './leading.queries.ts';

@Controller()
export class HomeController {
  constructor(
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly threads: ThreadAccess,
    private readonly communities: CommunityAccess,
  ) {}

  @Endpoint(getHome)
  async get(actor: Actor) {
    const home = await this.database.json(homePage, [actor.personId, this.clock.now()]);
    if (!home) throw problem('internal');
    return home;
  }

  @Endpoint(getLeading)
  async lead(actor: Actor, { params: { communityId } }: InputOf<typeof getLeading>) {
    await this.communities.get(this.database, actor.personId, communityId, 'appoint');
    const now = this.clock.now();
    const found = await this.database.one(leading, [communityId, now]);
    if (!found) throw problem('community.not-found');
    const weeks = await this.database.rows(weeksOfMembers, [communityId, now]);
    const { takenRoles, ...view } = found;
    const openRoles = leadershipRole.options.filter((role) => !takenRoles.includes(role));
    return { ...view, health: { ...view.health, rings: shownRings(weeks.map((member) => member.weeks)), openRoles } };
  }

  @Endpoint(getOwnRing)
  async ownRing(actor: Actor, { params: { communityId } }: InputOf<typeof getOwnRing>) {
    await this.communities.get(this.database, actor.personId, communityId, 'leave');
    const weeks = (await this.database.one(ownWeeks, [communityId, this.clock.now(), actor.personId]))?.weeks ?? 0;
    return { ring: ringOf(weeks), weeks };
  }

  @Endpoint(seeHome)
  async see(actor: Actor) {
    await this.unitOfWork.run((tx) => tx.rows(noteVisit, [actor.personId, this.clock.now()]));
    return undefined;
  }

  @Endpoint(setNeedDone)
  async setDone(actor: Actor, { body }: InputOf<typeof setNeedDone>) {
    await this.unitOfWork.run(async (tx) => {
      const { id } = await this.threads.get(tx, actor.personId, body.threadId, 'read');
      if (body.isDone) await tx.rows(putAway, [actor.personId, id, body.kind, this.clock.now()]);
      else await tx.delete(HomeDone, { personId: actor.personId, threadId: id, kind: body.kind });
    });
    return undefined;
  }
}
