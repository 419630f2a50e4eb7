import { communityId } from '@landbridge/contract';
import { issueKind, issueTags, mostTags } from '@landbridge/contract/practice-issues';
import { z } from 'zod';
import { parseKept } from '../../platform/parse-kept.ts';
import { useDraft } from '../../platform/use-draft.ts';

/** An issue that is being written; `tags` as they are typed. */
const issueDraft = z.object({
  communityId: communityId.nullable(),
  title: z.string(),
  situation: z.string(),
  tried: z.string(),
  stakes: z.string(),
  kind: issueKind,
  tags: z.string(),
  isUrgent: z.boolean(),
});
export type IssueDraft = z.infer<typeof issueDraft>;

/** The draft of one place: the community one came from, or anywhere. */
export const useIssueDraft = (place: z.infer<typeof communityId> | null) => {
  const draft = useDraft(`new-issue/${place ?? 'anywhere'}`);
  const wanted = parseKept(issueDraft, draft.text || null) ?? emptyDraft(place);
  return {
    wanted,
    keptAt: draft.keptAt,
    put: (change: Partial<IssueDraft>) => draft.setText(JSON.stringify({ ...wanted, ...change })),
    forget: () => draft.setText(''),
  };
};

const emptyDraft = (place: IssueDraft['communityId']): IssueDraft => ({
  communityId: place,
  title: '',
  situation: '',
  tried: '',
  stakes: '',
  kind: 'problem-solving',
  tags: '',
  isUrgent: false,
});

/** Tags as they are typed, with commas between. More than an issue takes are left out, too long ones are cut. */
export const tagsIn = (typed: string): string[] =>
  issueTags.parse(
    typed
      .split(',')
      .map((tag) => tag.trim().slice(0, 40))
      .filter(Boolean)
      .slice(0, mostTags),
  );
