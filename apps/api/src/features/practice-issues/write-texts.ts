import { Injectable } from '@nestjs/common';
import { personId, type CommunityId, type PersonId } from '@landbridge/contract';
import type { Reader } from '../../platform/database/reader.ts';
import { problem } from '../../platform/http/problem-error.ts';
import { renderMarkdown, rendererVersion } from '../threads/index.ts';
import { readersAmong } from './practice-issue.facts.ts';

interface Texts {
  readonly situation: string;
  readonly tried: string;
  readonly outcome: string;
}

/** The texts of an issue, rendered and checked, ready to be stored. */
export interface WrittenTexts {
  readonly situationHtml: string;
  readonly triedHtml: string;
  readonly outcomeHtml: string;
  readonly renderer: number;
  readonly namedIds: PersonId[];
  /** Of those, whom no text mentioned before. */
  readonly newlyNamedIds: PersonId[];
}

/** Renders Markdown and refuses what an issue may not name: people who cannot read it, and messages, whose words belong to their conversation. */
@Injectable()
export class WriteTexts {
  /** @throws message.unknown-mention, issue.quotes-message */
  async run(reader: Reader, communityId: CommunityId, texts: Texts, formerIds: readonly PersonId[] = []): Promise<WrittenTexts> {
    const [situation, tried, outcome] = [texts.situation, texts.tried, texts.outcome].map(renderMarkdown);
    const all = [situation, tried, outcome].filter((rendered) => rendered !== undefined);
    if (all.some(({ messageIds }) => messageIds.length > 0)) throw problem('issue.quotes-message');
    const namedIds = [...new Set(all.flatMap(({ mentionIds }) => mentionIds))].map((id) => personId.parse(id));
    const newlyNamedIds = namedIds.filter((id) => !formerIds.includes(id));
    const readers = newlyNamedIds.length > 0 ? await reader.rows(readersAmong, [newlyNamedIds, communityId]) : [];
    if (readers.length < newlyNamedIds.length) throw problem('message.unknown-mention');
    return {
      situationHtml: situation?.html ?? '',
      triedHtml: tried?.html ?? '',
      outcomeHtml: outcome?.html ?? '',
      renderer: rendererVersion,
      namedIds,
      newlyNamedIds,
    };
  }
}
