import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { diffFiles, diffLines, type DiffLine } from '@landbridge/domain/library';
import {
  getArtifactVersion,
  listArtifactVersions,
  type ArtifactVersionRow,
  type ArtifactVersionView,
  type ArtifactView,
} from '@landbridge/contract/library';
import { Button, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { AttachedFiles } from '../files/index.ts';
import classes from './library.module.css';
import { text } from './texts.ts';

/** Every version, the newest first; one of them laid over the one before it. */
export const ArtifactHistory = ({ artifact }: { artifact: ArtifactView }) => {
  const [chosen, setChosen] = useState<number>();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['artifact-versions', artifact.id, artifact.version],
    queryFn: ({ pageParam }) => callRoute(listArtifactVersions, { params: { artifactId: artifact.id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const versions = data?.pages.flatMap((page) => page.versions) ?? [];
  const shown = versions.find(({ version }) => version === chosen) ?? versions[0];
  const before = shown && versions[versions.indexOf(shown) + 1];
  return (
    <div className={classes.history}>
      {!data && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ol className={classes.versions} aria-label={text('library.history')}>
        {versions.map((one) => (
          <li key={one.version}>
            <button type="button" className={classes.version} aria-pressed={one === shown} onClick={() => setChosen(one.version)}>
              <strong>{one.writtenBy.name}</strong> <Time at={one.writtenAt} />
            </button>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
      {shown && <Differences artifact={artifact} shown={shown} before={before} />}
    </div>
  );
};

interface DifferencesProps {
  readonly artifact: ArtifactView;
  readonly shown: ArtifactVersionRow;
  /** Undefined for the first version, of which every line is new. */
  readonly before: ArtifactVersionRow | undefined;
}

const Differences = ({ artifact, shown, before }: DifferencesProps) => {
  const later = useVersion(artifact, shown);
  const former = useVersion(artifact, before);
  if (later.error ?? former.error) return <ProblemState error={later.error ?? former.error} onRetry={() => void later.refetch()} />;
  if (!later.data || (before && !former.data)) return <SkeletonRows rows={4} label={text('app.loading')} />;
  const lines = differencesOf(former.data, later.data);
  return (
    <>
      <p className={classes.meta}>{text(before ? 'library.differences' : 'library.first-version')}</p>
      <div className={classes.diff} role="group" aria-label={text('library.differences')}>
        {lines.map(({ kind, text: line }, index) => {
          if (kind === 'gone') return <del key={index}>{line || ' '}</del>;
          if (kind === 'new') return <ins key={index}>{line || ' '}</ins>;
          return <span key={index}>{line || ' '}</span>;
        })}
      </div>
      {later.data.files.length > 0 && (
        <section className={classes.versionFiles}>
          <h2>{text('library.files-of-version')}</h2>
          <AttachedFiles files={later.data.files} />
        </section>
      )}
    </>
  );
};

/** Lines of the text, and after them the files that came and went. */
const differencesOf = (former: ArtifactVersionView | undefined, later: ArtifactVersionView): readonly DiffLine[] => {
  const files = diffFiles(former?.files ?? [], later.files);
  const gap: readonly DiffLine[] = files.length > 0 ? [{ kind: 'same', text: '' }] : [];
  return [
    ...diffLines(former ? wordsOf(former) : '', wordsOf(later)),
    ...gap,
    ...files.map(({ kind, file }): DiffLine => ({ kind, text: text('library.a-file', { name: file.name }) })),
  ];
};

/** The title is the first line, so that a change of it shows. */
const wordsOf = ({ title, markdown }: { title: string; markdown: string }): string => `${title}\n\n${markdown}`;

const useVersion = ({ id }: ArtifactView, row: ArtifactVersionRow | undefined) =>
  useQuery({
    queryKey: ['artifact-version', id, row?.version],
    enabled: row !== undefined,
    queryFn: () => callRoute(getArtifactVersion, { params: { artifactId: id, version: row?.version ?? 1 } }),
  });
