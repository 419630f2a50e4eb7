import { personRoom } from '../../platform/realtime/rooms.ts';
import { communityRoom } from '../communities/index.ts';
import type { ThreadStanding } from './thread.facts.ts';

/** Hears a thread: whoever has it open and may read it. */
export const threadRoom = (id: string): string => `thread:${id}`;

/** Hears of cross-unit threads that invite a unit: everybody in it or below it. */
export const unitRoom = (id: string): string => `unit:${id}`;

/** Whose lists show the thread: its community, or its invited units, the people added by name and the convener. */
export const listRooms = ({ communityId, convenerId, unitIds, personIds }: ThreadStanding): readonly string[] => {
  if (communityId) return [communityRoom(communityId)];
  return [...unitIds.map(unitRoom), ...personIds.map(personRoom), ...(convenerId ? [personRoom(convenerId)] : [])];
};
