import { useQuery } from '@tanstack/react-query';
import type { CommunityId, IssueId, MessageId } from '@landbridge/contract';
import { getIssue, type IssueView } from '@landbridge/contract/practice-issues';
import { getMessageSource } from '@landbridge/contract/threads';
import { callRoute } from '../../platform/api.ts';
import type { ArtifactTexts } from './artifact-form.tsx';
import { text } from './texts.ts';

interface Place {
  readonly communityId: CommunityId | null;
  readonly issueId: IssueId | null;
  readonly messageId: MessageId | null;
}

/** Messages of what helped that go into the first text; more would be a copy of the conversation. */
const mostHelped = 5;

/** What an artifact begins with: the words of what it is kept from. Read once; from then on it is the writer's. */
export const useBeginning = (place: Place, isWanted: boolean) =>
  useQuery({
    queryKey: ['artifact-beginning', place],
    enabled: isWanted,
    staleTime: Infinity,
    queryFn: () => beginningOf(place),
  });

const beginningOf = async ({ communityId, issueId, messageId }: Place): Promise<ArtifactTexts> => {
  const communityIds = communityId ? [communityId] : [];
  if (issueId) return fromIssue(await callRoute(getIssue, { params: { issueId } }));
  if (messageId) return { title: '', markdown: await sourceOf(messageId), communityIds };
  return { title: '', markdown: '', communityIds };
};

const fromIssue = async ({ title, situation, helped, outcome, community }: IssueView): Promise<ArtifactTexts> => {
  const figures = outcome?.before && outcome.after ? text('library.part-figures', { before: outcome.before, after: outcome.after }) : '';
  const helps = await Promise.all(helped.slice(0, mostHelped).map(({ messageId }) => sourceOf(messageId)));
  const parts = [
    { heading: text('library.part-changed'), texts: [outcome?.text.markdown ?? '', figures] },
    { heading: text('library.part-helped'), texts: helps },
    { heading: text('library.part-situation'), texts: [situation.markdown] },
  ];
  const markdown = parts
    .map(({ heading, texts }) => [heading, texts.filter((one) => one.trim() !== '').map(withoutSources)] as const)
    .filter(([, texts]) => texts.length > 0)
    .map(([heading, texts]) => [`## ${heading}`, ...texts].join('\n\n'))
    .join('\n\n');
  return { title, markdown, communityIds: [community.id] };
};

const sourceOf = async (messageId: MessageId): Promise<string> =>
  withoutSources((await callRoute(getMessageSource, { params: { messageId } })).markdown);

/** A quote keeps its words and the name; the link to its message stays behind: an artifact is read where the message may not be. */
const withoutSources = (markdown: string): string => markdown.replaceAll(/\[([^\]\n]*)\]\(message:[^)\s]*\)/g, '$1');
