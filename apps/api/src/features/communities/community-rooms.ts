import { Injectable } from '@nestjs/common';
import { watchCommunity } from '@landbridge/contract/communities';
import { Database } from '../../platform/database/database.ts';
import { LiveServer } from '../../platform/realtime/live-server.ts';
import { membershipsOf } from './communities.queries.ts';
import { CommunityAccess } from './community.access.ts';
import { communityRoom } from './community.rooms.ts';

/** Who hears a community: members from the moment they connect, visitors of an open one when they ask. */
@Injectable()
export class CommunityRooms {
  constructor(database: Database, live: LiveServer, access: CommunityAccess) {
    live.onArrival(async (connection) => {
      for (const { communityId } of await database.rows(membershipsOf, [connection.actor.personId]))
        connection.join(communityRoom(communityId));
    });
    live.answer(watchCommunity, async (connection, { communityId }) => {
      await access.get(database, connection.actor.personId, communityId, 'read');
      connection.join(communityRoom(communityId));
      return { communityId };
    });
  }
}
