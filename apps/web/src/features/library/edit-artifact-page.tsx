import { useState } from 'react';
import type { ArtifactId } from '@landbridge/contract';
import { artifactView, editArtifact, type ArtifactView } from '@landbridge/contract/library';
import { Actions, Button, Conflict, Page, SkeletonRows } from '@landbridge/ui';
import { callRoute, Refusal } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { ArtifactFields } from './artifact-form.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';
import { useArtifactDraft, type Beginning } from './use-artifact-draft.ts';
import { putArtifact, useArtifact } from './use-artifacts.ts';

const stored = artifactView.pick({ title: true, markdown: true, files: true, version: true });

interface EditArtifactPageProps {
  readonly id: ArtifactId;
  readonly onDone: () => void;
}

export const EditArtifactPage = ({ id, onDone }: EditArtifactPageProps) => {
  const { data: artifact, error, refetch } = useArtifact(id);
  useTitle(text('library.edit'));
  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('library.edit')}</h1>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!artifact && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {artifact && <EditForm artifact={artifact} onDone={onDone} />}
      </Page>
    </>
  );
};

/** Whoever saves second sees what the first one wrote, keeps their own text, and decides. */
const EditForm = ({ artifact, onDone }: { artifact: ArtifactView; onDone: () => void }) => {
  const mine = useMyCommunities();
  const draft = useArtifactDraft(`edit-artifact:${artifact.id}`);
  const writing = draft.writing(beginningOf(artifact));
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const communities = [...artifact.homes, ...mine.filter(({ id }) => artifact.homes.every((home) => home.id !== id))];
  if (!writing) return null;
  const { texts, attachments, put } = writing;
  const canSave = !isBusy && !attachments.isUploading && texts.communityIds.length > 0;

  const leave = () => {
    draft.forget();
    onDone();
  };
  const save = async () => {
    if (!canSave) return;
    setBusy(true);
    setError(undefined);
    try {
      const body = { ...texts, fileIds: attachments.files.map((file) => file.id) };
      putArtifact(await callRoute(editArtifact, { params: { artifactId: artifact.id }, body }));
      leave();
    } catch (refused) {
      setBusy(false);
      const newer = storedIn(refused);
      if (!newer) return setError(refused);
      put({ ...texts, version: newer.version });
      setTheirs([newer.title, newer.markdown, ...newer.files.map(({ name }) => text('library.a-file', { name }))].join('\n\n'));
    }
  };

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {theirs !== undefined && <Conflict note={text('library.stale')}>{theirs}</Conflict>}
      <ArtifactFields writing={writing} communities={communities} error={error} onSubmit={() => void save()} />
      {draft.keptAt && <p className={classes.meta}>{text('library.kept', { at: shortTime(draft.keptAt) })}</p>}
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <Actions>
        <Button type="submit" variant="filled" isBusy={isBusy} disabled={!canSave}>
          {text(theirs === undefined ? 'library.save' : 'library.take-theirs')}
        </Button>
        <Button variant="quiet" onClick={leave}>
          {text('library.back')}
        </Button>
      </Actions>
    </form>
  );
};

const beginningOf = ({ title, markdown, homes, version, files }: ArtifactView): Beginning => ({
  texts: { title, markdown, communityIds: homes.map((home) => home.id), version },
  files,
});

/** What is stored, where the refusal says that the version is no longer the newest. */
const storedIn = (refused: unknown) => {
  if (!(refused instanceof Refusal) || refused.problem.code !== 'version.stale') return null;
  return stored.safeParse(refused.problem.current).data ?? null;
};
