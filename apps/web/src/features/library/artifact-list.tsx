import { createLink } from '@tanstack/react-router';
import { IconFileText } from '@tabler/icons-react';
import type { CommunityId } from '@landbridge/contract';
import type { ArtifactRow } from '@landbridge/contract/library';
import { Button, ButtonLink, EmptyState, ListRow, RowList, SkeletonRows } from '@landbridge/ui';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { Time } from '../../platform/time.tsx';
import { text } from './texts.ts';
import { useArtifacts } from './use-artifacts.ts';

const RowLink = createLink(ListRow);
const KeepLink = createLink(ButtonLink);

interface ArtifactListProps {
  readonly q: string;
  /** Only those at home in this community. */
  readonly communityId?: CommunityId;
}

export const ArtifactList = ({ q, communityId }: ArtifactListProps) => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useArtifacts(q, communityId);
  const artifacts = data?.pages.flatMap((page) => page.artifacts) ?? [];
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <>
      {data && artifacts.length === 0 && q !== '' && (
        <EmptyState title={text('library.nothing', { q })} text={text('library.nothing-text')} />
      )}
      {data && artifacts.length === 0 && q === '' && (
        <EmptyState
          title={text('library.empty-title')}
          text={text('library.empty-text')}
          action={
            <KeepLink to="/library/new" search={communityId ? { community: communityId } : {}} variant="filled">
              {text('library.keep')}
            </KeepLink>
          }
        />
      )}
      {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {artifacts.length > 0 && (
        <RowList label={text('library.title')}>
          {artifacts.map((artifact) => (
            <li key={artifact.id}>
              <RowLink
                to="/library/$artifactId"
                params={{ artifactId: artifact.id }}
                search={{}}
                glyph={<IconFileText size={16} stroke={1.6} />}
                heading={artifact.title}
                reason={reasonOf(artifact, communityId !== undefined)}
                time={<Time at={artifact.changedAt} />}
              />
            </li>
          ))}
        </RowList>
      )}
      {hasNextPage && (
        <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
    </>
  );
};

/** In its community what it says, elsewhere whose it is and where; and that there are files. */
const reasonOf = ({ author, homes, excerpt, fileCount: count }: ArtifactRow, isAtHome: boolean): string => {
  const files = count > 0 ? text('library.file-count', { count }) : '';
  const words = isAtHome ? excerpt : text('library.of', { author: author.name, homes: homes.map(({ name }) => name).join(', ') });
  return [files, words].filter(Boolean).join(' · ');
};
