import { Injectable } from '@nestjs/common';
import { allWords } from '../../platform/database/text-query.ts';
import { Knowledge, Milestones } from '../people/index.ts';
import { readableAmong, whoHelped } from './practice-issues.queries.ts';

/** What helped shows what people know, to whoever may read it; and who may see that somebody told a first outcome. */
@Injectable()
export class Helping {
  constructor(knowledge: Knowledge, milestones: Milestones) {
    knowledge.isShownBy(async (reader, searcherId, words) => {
      const asked = allWords(words);
      const found = asked ? await reader.rows(whoHelped, [searcherId, asked]) : [];
      return found.map(({ personId, ...issue }) => ({ personId, reason: { kind: 'helped', ...issue } as const }));
    });
    milestones.areSeenBy('first-outcome-told', async (reader, viewerId, ids) =>
      (await reader.rows(readableAmong, [ids, viewerId])).map(({ id }) => id),
    );
  }
}
