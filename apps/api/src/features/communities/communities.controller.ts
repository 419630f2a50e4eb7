import { Controller } from '@nestjs/common';
import type { InputOf } from '@landbridge/contract';
import {
  appointMember,
  createCommunity,
  editCommunity,
  getCommunity,
  joinCommunity,
  leaveCommunity,
  listCommunities,
  listMembers,
  removeMember,
  seeCommunity,
} from '@landbridge/contract/communities';
import { z } from 'zod';
import { cursorText, cutPage, likeText, readCursor, writeCursor } from '../../platform/database/cursor.ts';
import { Database } from '../../platform/database/database.ts';
import { Endpoint } from '../../platform/http/endpoint.ts';
import type { Actor } from '../../platform/sign-in/actor.ts';
import { ChangeMembership } from './change-membership.ts';
import { communitiesPage, membersPage } from './communities.queries.ts';
import { CommunityViews } from './community-views.ts';
import { CommunityAccess } from './community.access.ts';
import { CreateCommunity } from './create-community.ts';
import { EditCommunity } from './edit-community.ts';

const place = z.tuple([cursorText, z.uuid()]);

@Controller()
export class CommunitiesController {
  constructor(
    private readonly database: Database,
    private readonly access: CommunityAccess,
    private readonly views: CommunityViews,
    private readonly createCommunity: CreateCommunity,
    private readonly editCommunity: EditCommunity,
    private readonly membership: ChangeMembership,
  ) {}

  @Endpoint(listCommunities)
  async list(actor: Actor, { query }: InputOf<typeof listCommunities>) {
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const values = [actor.personId, query.show, likeText(query.q), name, id, query.limit + 1, query.imperative ?? null];
    const { page, hasMore } = cutPage(await this.database.rows(communitiesPage, values), query.limit);
    const last = page.at(-1);
    return { communities: page, nextCursor: hasMore && last ? writeCursor([last.sortName, last.id]) : null };
  }

  @Endpoint(createCommunity)
  async create(actor: Actor, { body }: InputOf<typeof createCommunity>) {
    return this.views.of(actor.personId, await this.createCommunity.run(actor, body));
  }

  @Endpoint(getCommunity)
  async get(actor: Actor, { params }: InputOf<typeof getCommunity>) {
    await this.access.get(this.database, actor.personId, params.communityId, 'see');
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(editCommunity)
  async edit(actor: Actor, { params, body }: InputOf<typeof editCommunity>) {
    await this.editCommunity.run(actor, params.communityId, body);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(joinCommunity)
  async join(actor: Actor, { params }: InputOf<typeof joinCommunity>) {
    await this.membership.join(actor, params.communityId);
    return this.views.of(actor.personId, params.communityId);
  }

  @Endpoint(leaveCommunity)
  async leave(actor: Actor, { params }: InputOf<typeof leaveCommunity>) {
    await this.membership.leave(actor, params.communityId);
    return undefined;
  }

  @Endpoint(listMembers)
  async members(actor: Actor, { params, query }: InputOf<typeof listMembers>) {
    await this.access.get(this.database, actor.personId, params.communityId, 'read');
    const [name, id] = readCursor(query.cursor, place) ?? [null, null];
    const rows = await this.database.rows(membersPage, [params.communityId, name, id, query.limit + 1]);
    const { page, hasMore } = cutPage(rows, query.limit);
    const last = page.at(-1);
    return { members: page, nextCursor: hasMore && last ? writeCursor([last.sortName, last.id]) : null };
  }

  @Endpoint(appointMember)
  appoint(actor: Actor, { params, body }: InputOf<typeof appointMember>) {
    return this.membership.appoint(actor, params.communityId, params.personId, body.role);
  }

  @Endpoint(removeMember)
  async remove(actor: Actor, { params }: InputOf<typeof removeMember>) {
    await this.membership.remove(actor, params.communityId, params.personId);
    return undefined;
  }

  @Endpoint(seeCommunity)
  async see(actor: Actor, { params }: InputOf<typeof seeCommunity>) {
    await this.membership.see(actor, params.communityId);
    return undefined;
  }
}
