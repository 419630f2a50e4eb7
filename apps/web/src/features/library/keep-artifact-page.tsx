import { useState } from 'react';
import type { ArtifactId, CommunityId, IssueId, MessageId } from '@landbridge/contract';
import { keepArtifact } from '@landbridge/contract/library';
import { Button, EmptyState, Page, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { ArtifactFields } from './artifact-form.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';
import { useArtifactDraft, type ArtifactWriting } from './use-artifact-draft.ts';
import { putArtifact } from './use-artifacts.ts';
import { useBeginning } from './use-beginning.ts';

interface KeepArtifactPageProps {
  /** The community, and the issue or message, that was come from. */
  readonly communityId: CommunityId | null;
  readonly issueId: IssueId | null;
  readonly messageId: MessageId | null;
  readonly onKept: (id: ArtifactId) => void;
}

/** What is written is kept as a draft, apart for each place it is kept from. */
export const KeepArtifactPage = ({ communityId, issueId, messageId, onKept }: KeepArtifactPageProps) => {
  const communities = useMyCommunities();
  const draft = useArtifactDraft(`new-artifact:${issueId ?? messageId ?? 'free'}`);
  const beginning = useBeginning({ communityId, issueId, messageId }, !draft.isBegun);
  const writing = draft.writing(beginning.data);
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  useTitle(text('library.keep'));

  const keep = async ({ texts: { title, markdown, communityIds }, attachments }: ArtifactWriting) => {
    if (isBusy || attachments.isUploading || communityIds.length === 0) return;
    setBusy(true);
    setError(undefined);
    try {
      const from = { fromIssueId: issueId ?? undefined, fromMessageId: messageId ?? undefined };
      const fileIds = attachments.files.map((file) => file.id);
      const artifact = await callRoute(keepArtifact, { body: { clientId: id, title, markdown, communityIds, fileIds, ...from } });
      draft.forget();
      putArtifact(artifact);
      onKept(artifact.id);
    } catch (refused) {
      setError(refused);
      setBusy(false);
    }
  };

  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('library.keep')}</h1>
        {communities.length === 0 && <EmptyState title={text('library.no-community-title')} text={text('library.no-community-text')} />}
        {communities.length > 0 && !writing && !beginning.error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {communities.length > 0 && !writing && beginning.error && (
          <ProblemState error={beginning.error} onRetry={() => void beginning.refetch()} />
        )}
        {communities.length > 0 && writing && (
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault();
              void keep(writing);
            }}
          >
            <ArtifactFields writing={writing} communities={communities} error={error} onSubmit={() => void keep(writing)} />
            {draft.keptAt && <p className={classes.meta}>{text('library.kept', { at: shortTime(draft.keptAt) })}</p>}
            {error !== undefined && (
              <p className={classes.problem} role="alert">
                {problemText(error)}
              </p>
            )}
            <div>
              <Button
                type="submit"
                variant="filled"
                size="large"
                isBusy={isBusy}
                disabled={writing.texts.communityIds.length === 0 || writing.attachments.isUploading}
              >
                {text('library.keep-submit')}
              </Button>
            </div>
          </form>
        )}
      </Page>
    </>
  );
};
