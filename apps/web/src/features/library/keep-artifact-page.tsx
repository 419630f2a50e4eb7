import { useState, type FormEvent } from 'react';
import { communityId as communityIdOf, type ArtifactId, type CommunityId, type IssueId, type MessageId } from '@landbridge/contract';
import { keepArtifact } from '@landbridge/contract/library';
import { Button, EmptyState, Page, SkeletonRows } from '@landbridge/ui';
import { z } from 'zod';
import { callRoute } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { ArtifactFields } from './artifact-form.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';
import { putArtifact } from './use-artifacts.ts';
import { useBeginning } from './use-beginning.ts';

const draftTexts = z.object({ title: z.string(), markdown: z.string(), communityIds: z.array(communityIdOf) });

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
  const draft = useDraft(`new-artifact:${issueId ?? messageId ?? 'free'}`);
  const written = parseKept(draftTexts, draft.text || null);
  const beginning = useBeginning({ communityId, issueId, messageId }, written === null);
  const texts = written ?? beginning.data;
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('library.keep'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!texts) return;
    setIsBusy(true);
    try {
      const from = { fromIssueId: issueId ?? undefined, fromMessageId: messageId ?? undefined };
      const artifact = await callRoute(keepArtifact, { body: { clientId: id, ...texts, communityIds: [...texts.communityIds], ...from } });
      draft.setText('');
      putArtifact(artifact);
      onKept(artifact.id);
    } catch (refused) {
      setError(refused);
      setIsBusy(false);
    }
  };

  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('library.keep')}</h1>
        {communities.length === 0 && <EmptyState title={text('library.no-community-title')} text={text('library.no-community-text')} />}
        {communities.length > 0 && !texts && !beginning.error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {communities.length > 0 && !texts && beginning.error && (
          <ProblemState error={beginning.error} onRetry={() => void beginning.refetch()} />
        )}
        {communities.length > 0 && texts && (
          <form className={classes.form} onSubmit={(event) => void submit(event)}>
            <ArtifactFields
              texts={texts}
              communities={communities}
              error={error}
              onChange={(next) => draft.setText(JSON.stringify(next))}
            />
            {draft.keptAt && <p className={classes.meta}>{text('library.kept', { at: shortTime(draft.keptAt) })}</p>}
            {error !== undefined && (
              <p className={classes.problem} role="alert">
                {problemText(error)}
              </p>
            )}
            <div>
              <Button type="submit" variant="filled" size="large" isBusy={isBusy} disabled={texts.communityIds.length === 0}>
                {text('library.keep-submit')}
              </Button>
            </div>
          </form>
        )}
      </Page>
    </>
  );
};
