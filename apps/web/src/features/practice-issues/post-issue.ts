import { useState, type RefObject } from 'react';
import type { CommunityId, IssueId } from '@landbridge/contract';
import { issueSituation, issueTitle, postIssue } from '@landbridge/contract/practice-issues';
import { callRoute, fieldError } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { useAttachments } from '../files/index.ts';
import { tagsIn, useIssueDraft, type IssueDraft } from './issue-draft.ts';
import { text } from './texts.ts';

type Wrong = Partial<Record<'title' | 'communityId' | 'situation' | 'tried' | 'stakes', string | undefined>>;

interface Posting {
  readonly place: CommunityId | null;
  readonly communities: readonly { readonly id: CommunityId }[];
  readonly onPosted: (id: IssueId) => void;
  readonly element: RefObject<HTMLFormElement | null>;
}

/** What is written, what is wrong with it, and posting it. */
export const usePostIssue = ({ place, communities, onPosted, element }: Posting) => {
  const draft = useIssueDraft(place);
  const attachments = useAttachments(`new-issue/${place ?? 'anywhere'}`);
  const { wanted } = draft;
  // One id for this form: pressing twice, or again after a lost answer, posts one issue.
  const [id] = useState(newClientId);
  const [missing, setMissing] = useState<Wrong>({});
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const isOffered = communities.some((community) => community.id === wanted.communityId);
  const askedOf = isOffered ? wanted.communityId : communities.length === 1 ? (communities[0]?.id ?? null) : null;
  const isUrgent = wanted.isUrgent && wanted.stakes.trim() !== '';
  const wrong: Wrong = {
    ...missing,
    ...wrongInAnswer(error),
  };

  const post = async () => {
    if (isBusy || attachments.isUploading) return;
    const found = missingIn(wanted, askedOf);
    setMissing(found);
    setError(undefined);
    if (!askedOf || Object.keys(found).length > 0) return focusFirstError(element);
    setBusy(true);
    try {
      const { title, situation, tried, stakes, kind } = wanted;
      const body = {
        clientId: id,
        title,
        situation,
        tried,
        stakes,
        kind,
        tags: tagsIn(wanted.tags),
        isUrgent,
        fileIds: attachments.files.map((file) => file.id),
      };
      const issue = await callRoute(postIssue, { params: { communityId: askedOf }, body });
      draft.forget();
      attachments.set([]);
      onPosted(issue.id);
    } catch (refused) {
      setError(refused);
      setBusy(false);
      focusFirstError(element);
    }
  };
  const put = (change: Partial<IssueDraft>) => {
    setMissing({});
    draft.put(change);
  };
  return { wanted, attachments, keptAt: draft.keptAt, put, askedOf, isUrgent, wrong, error, isBusy, post };
};

const missingIn = ({ title, situation }: IssueDraft, askedOf: CommunityId | null): Wrong => ({
  ...(issueTitle.safeParse(title).success ? {} : { title: text('issue-form.title-missing') }),
  ...(askedOf ? {} : { communityId: text('issue-form.community-missing') }),
  ...(issueSituation.safeParse(situation).success ? {} : { situation: text('issue-form.situation-missing') }),
});

const wrongInAnswer = (error: unknown): Wrong =>
  Object.fromEntries(
    (['title', 'situation', 'tried', 'stakes'] as const).flatMap((field) => {
      const wrong = fieldError(error, field);
      return wrong ? [[field, wrong]] : [];
    }),
  );

/** After React has shown what is wrong. */
const focusFirstError = (form: RefObject<HTMLFormElement | null>): void => {
  requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong="true"] button')?.focus());
};
