import { Injectable } from '@nestjs/common';
import type { PersonId } from '@landbridge/contract';
import type { FindingReason } from '@landbridge/contract/people';
import type { Reader } from '../../platform/database/reader.ts';

export interface Found {
  readonly personId: PersonId;
  readonly reason: FindingReason;
}

type Find = (reader: Reader, searcherId: PersonId, words: string) => Promise<readonly Found[]>;

/** What people know shows in places that later features keep: each of them says who is found there by these words. */
@Injectable()
export class Knowledge {
  private readonly places: Find[] = [];

  /** `find` names only people, and only for what the searcher may read. */
  isShownBy(find: Find): void {
    this.places.push(find);
  }

  async find(reader: Reader, searcherId: PersonId, words: string): Promise<ReadonlyMap<string, FindingReason[]>> {
    const found = (await Promise.all(this.places.map((find) => find(reader, searcherId, words)))).flat();
    return reasonsByPerson(found);
  }
}

const reasonsByPerson = (found: readonly Found[]): ReadonlyMap<string, FindingReason[]> => {
  const reasons = new Map<string, FindingReason[]>();
  for (const { personId, reason } of found) reasons.set(personId, [...(reasons.get(personId) ?? []), reason]);
  return reasons;
};
