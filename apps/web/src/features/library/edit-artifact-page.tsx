import { useState, type FormEvent } from 'react';
import type { ArtifactId } from '@landbridge/contract';
import { artifactView, editArtifact, type ArtifactView } from '@landbridge/contract/library';
import { Actions, Button, Conflict, Page, SkeletonRows } from '@landbridge/ui';
import { callRoute, Refusal } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { ArtifactFields, type ArtifactTexts } from './artifact-form.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';
import { putArtifact, useArtifact } from './use-artifacts.ts';

const stored = artifactView.pick({ title: true, markdown: true, version: true });

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
  const [texts, setTexts] = useState<ArtifactTexts>({
    title: artifact.title,
    markdown: artifact.markdown,
    communityIds: artifact.homes.map((home) => home.id),
  });
  const [version, setVersion] = useState(artifact.version);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const communities = [...artifact.homes, ...mine.filter(({ id }) => artifact.homes.every((home) => home.id !== id))];

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const body = { ...texts, communityIds: [...texts.communityIds], version };
      putArtifact(await callRoute(editArtifact, { params: { artifactId: artifact.id }, body }));
      onDone();
    } catch (refused) {
      const isStale = refused instanceof Refusal && refused.problem.code === 'version.stale';
      const current = isStale ? stored.safeParse(refused.problem.current) : null;
      if (!current?.success) return setError(refused);
      setVersion(current.data.version);
      setTheirs(`${current.data.title}\n\n${current.data.markdown}`);
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      {theirs !== undefined && <Conflict note={text('library.stale')}>{theirs}</Conflict>}
      <ArtifactFields texts={texts} communities={communities} error={error} onChange={setTexts} />
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <Actions>
        <Button type="submit" variant="filled" disabled={texts.communityIds.length === 0}>
          {text(theirs === undefined ? 'library.save' : 'library.take-theirs')}
        </Button>
        <Button variant="quiet" onClick={onDone}>
          {text('library.back')}
        </Button>
      </Actions>
    </form>
  );
};
