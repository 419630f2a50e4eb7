import { useQuery } from '@tanstack/react-query';
import type { CommunityId, IssueId, MessageId } from '@landbridge/contract';
import { mostFiles } from '@landbridge/contract/files';
import { getIssue, type IssueView } from '@landbridge/contract/practice-issues';
import { getMessageSource } from '@landbridge/contract/threads';
import { callRoute } from '../../platform/api.ts';
import { text } from './texts.ts';
import type { Beginning } from './use-artifact-draft.ts';

interface Place {
  readonly communityId: CommunityId | null;
  readonly issueId: IssueId | null;
  readonly messageId: MessageId | null;
}

/** Messages of what helped that go into the first text; more would be a copy of the conversation. */
const mostHelped = 5;

/** What an artifact begins with: the words and files of what it is kept from. Read once; from then on it is the writer's. */
export const useBeginning = (place: Place, isWanted: boolean) =>
  useQuery({
    queryKey: ['artifact-beginning', place],
    enabled: isWanted,
    staleTime: Infinity,
    queryFn: () => beginningOf(place),
  });

const beginningOf = async ({ communityId, issueId, messageId }: Place): Promise<Beginning> => {
  const communityIds = communityId ? [communityId] : [];
  if (issueId) return fromIssue(await callRoute(getIssue, { params: { issueId } }));
  const { markdown, files } = messageId ? await sourceOf(messageId) : { markdown: '', files: [] };
  return { texts: { title: '', markdown, communityIds, version: 0 }, files };
};

const fromIssue = async ({ title, situation, helped, outcome, community, files }: IssueView): Promise<Beginning> => {
  const figures = outcome?.before && outcome.after ? text('library.part-figures', { before: outcome.before, after: outcome.after }) : '';
  const helps = await Promise.all(helped.slice(0, mostHelped).map(({ messageId }) => sourceOf(messageId)));
  const parts = [
    { heading: text('library.part-changed'), texts: [outcome?.text.markdown ?? '', figures] },
    { heading: text('library.part-helped'), texts: helps.map(({ markdown }) => markdown) },
    { heading: text('library.part-situation'), texts: [situation.markdown] },
  ];
  const markdown = parts
    .map(({ heading, texts }) => [heading, texts.filter((one) => one.trim() !== '').map(withoutSources)] as const)
    .filter(([, texts]) => texts.length > 0)
    .map(([heading, texts]) => [`## ${heading}`, ...texts].join('\n\n'))
    .join('\n\n');
  return {
    texts: { title, markdown, communityIds: [community.id], version: 0 },
    files: [...files, ...helps.flatMap((help) => help.files)].slice(0, mostFiles),
  };
};

const sourceOf = async (messageId: MessageId) => {
  const { markdown, files } = await callRoute(getMessageSource, { params: { messageId } });
  return { markdown: withoutSources(markdown), files };
};

/** A quote keeps its words and the name; the link to its message stays behind: an artifact is read where the message may not be. */
const withoutSources = (markdown: string): string => markdown.replaceAll(/\[([^\]\n]*)\]\(message:[^)\s]*\)/g, '$1');
