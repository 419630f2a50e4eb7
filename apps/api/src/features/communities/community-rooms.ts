import { Injectable } from '@nestjs/common';
import type { CommunityId } from '@landbridge/contract';
import { watchCommunity } from '@landbridge/contract/communities';
import { Database } from '../../platform/database/database.ts';
import { LiveServer, type Connection } from '../../platform/realtime/live-server.ts';
import { membershipsOf } from './communities.queries.ts';
import { CommunityAccess } from './community.access.ts';
import { communityRoom } from './community.rooms.ts';

/** Who hears a community: members from the moment they connect, visitors of an open one when they ask. */
@Injectable()
export class CommunityRooms {
  constructor(
    private readonly database: Database,
    live: LiveServer,
    private readonly access: CommunityAccess,
  ) {
    live.onArrival((connection) => this.enterOwn(connection));
    live.answer(watchCommunity, (connection, { communityId }) => this.watch(connection, communityId));
  }

  /** A right is asked for again once one is in the room: if it was lost in between, nobody was there to be put out. */
  private async enterOwn(connection: Connection): Promise<void> {
    const before = await this.ownOf(connection);
    for (const id of before) connection.join(communityRoom(id));
    const now = new Set(await this.ownOf(connection));
    for (const id of before) if (!now.has(id)) connection.leave(communityRoom(id));
  }

  private async watch(connection: Connection, communityId: CommunityId) {
    const ask = () => this.access.get(this.database, connection.actor.personId, communityId, 'read');
    await ask();
    connection.join(communityRoom(communityId));
    try {
      await ask();
      return { communityId };
    } catch (error) {
      connection.leave(communityRoom(communityId));
      throw error;
    }
  }

  private async ownOf({ actor }: Connection): Promise<CommunityId[]> {
    return (await this.database.rows(membershipsOf, [actor.personId])).map(({ communityId }) => communityId);
  }
}
