import { Injectable } from '@nestjs/common';
import { threadId, unitId, type PersonId, type ThreadId, type UnitId } from '@landbridge/contract';
import { Database } from '../../platform/database/database.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { LiveServer, type Connection } from '../../platform/realtime/live-server.ts';
import { UnitChanges } from '../organisation/index.ts';
import { Presence } from './presence.ts';
import { strangersAmong, threadsLostTo, unitsOfPerson } from './thread.facts.ts';
import { threadRoom, unitRoom } from './thread.rooms.ts';

interface Leaving {
  readonly unitIds: readonly UnitId[];
  readonly personIds: readonly PersonId[];
}

/** Who hears of cross-unit threads: everybody in an invited unit or below it, for as long as they are. */
@Injectable()
export class Sight {
  constructor(
    private readonly database: Database,
    private readonly live: LiveServer,
    private readonly presence: Presence,
    unitChanges: UnitChanges,
  ) {
    live.onArrival((connection) => this.enterUnits(connection));
    unitChanges.onChange((tx, personId) => (personId ? this.preparePerson(tx, personId) : this.prepareEverybody(tx)));
  }

  /** A thread is no longer for these units and people: finds out who of those listening loses it. @returns what puts them out */
  async prepareThread(tx: Tx, id: ThreadId, { unitIds, personIds }: Leaving): Promise<() => void> {
    const listening = [threadRoom(id), ...unitIds.map(unitRoom)].flatMap((room) => this.live.peopleIn(room));
    const strangers = await tx.rows(strangersAmong, [[...new Set([...listening, ...personIds])], id]);
    return () => {
      for (const person of strangers) this.presence.putOut(person.id, id);
    };
  }

  /** A right is asked for again once one is in the room: if it was lost in between, nobody was there to be put out. */
  private async enterUnits(connection: Connection): Promise<void> {
    const before = await this.unitsOf(connection.actor.personId);
    for (const id of before) connection.join(unitRoom(id));
    const now = new Set(await this.unitsOf(connection.actor.personId));
    for (const id of before) if (!now.has(id)) connection.leave(unitRoom(id));
  }

  private async unitsOf(personId: PersonId): Promise<UnitId[]> {
    return (await this.database.one(unitsOfPerson, [personId]))?.units ?? [];
  }

  private async preparePerson(tx: Tx, personId: PersonId): Promise<() => void> {
    const rooms = this.live.roomsOf(personId);
    const before = idsIn(rooms, unitRoom('')).map((id) => unitId.parse(id));
    const now = (await tx.one(unitsOfPerson, [personId]))?.units ?? [];
    const left = before.filter((id) => !now.includes(id));
    const lost = await tx.rows(threadsLostTo, [idsIn(rooms, threadRoom('')), left, personId]);
    return () => {
      for (const id of left) this.live.expel(personId, unitRoom(id));
      for (const id of now) this.live.admitTo(personId, unitRoom(id));
      for (const { id } of lost) this.presence.putOut(personId, threadId.parse(id));
    };
  }

  private async prepareEverybody(tx: Tx): Promise<() => void> {
    const acts: (() => void)[] = [];
    for (const personId of this.live.people) acts.push(await this.preparePerson(tx, personId));
    return () => {
      for (const act of acts) act();
    };
  }
}

const idsIn = (rooms: readonly string[], prefix: string): string[] =>
  rooms.filter((room) => room.startsWith(prefix)).map((room) => room.slice(prefix.length));
