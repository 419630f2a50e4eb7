import { useInfiniteQuery } from '@tanstack/react-query';
import { createLink, Link } from '@tanstack/react-router';
import { IconDoor, IconLock, IconUsersGroup } from '@tabler/icons-react';
import type { ImperativeId } from '@landbridge/contract';
import { listCommunities, type Visibility } from '@landbridge/contract/communities';
import { Button, ButtonLink, EmptyState, ListRow, Page, RowList, SkeletonRows } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import classes from './communities-page.module.css';
import { membersText, visibilityText } from './community-facts.ts';
import { text } from './texts.ts';
import { useImperative } from './use-imperatives.ts';

const RowLink = createLink(ListRow);
const FoundLink = createLink(ButtonLink);

/** All that the viewer may know of, or those that serve one business imperative. */
export const CommunitiesPage = ({ imperativeId }: { imperativeId: ImperativeId | undefined }) => {
  const { data: imperative, error: isUnknown } = useImperative(imperativeId);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['communities', imperativeId],
    queryFn: ({ pageParam }) => callRoute(listCommunities, { query: { imperative: imperativeId, cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const communities = data?.pages.flatMap((page) => page.communities) ?? [];
  const title = imperative ? text('communities.serving', { name: imperative.name }) : text('communities.title');
  useTitle(title);
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <>
      <PlaceBar />
      <Page>
        <div className={classes.head}>
          <h1 dir="auto">{title}</h1>
          {imperativeId && (
            <Link to="/communities" className={classes.all}>
              {text('communities.all')}
            </Link>
          )}
          {!imperativeId && communities.length > 0 && (
            <FoundLink to="/communities/new" variant="filled">
              {text('communities.found')}
            </FoundLink>
          )}
        </div>
        {data && imperative && communities.length === 0 && (
          <EmptyState title={text('communities.serving-none')} text={text('communities.serving-none-text')} />
        )}
        {data && !imperativeId && communities.length === 0 && (
          <EmptyState
            title={text('communities.empty-title')}
            text={text('communities.empty-text')}
            action={
              <FoundLink to="/communities/new" variant="filled">
                {text('communities.found')}
              </FoundLink>
            }
          />
        )}
        {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {isUnknown && <ProblemState error={isUnknown} onRetry={() => void refetch()} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {communities.length > 0 && (
          <RowList label={title}>
            {communities.map((community) => (
              <li key={community.id}>
                <RowLink
                  to="/communities/$communityId"
                  params={{ communityId: community.id }}
                  glyph={<VisibilityGlyph visibility={community.visibility} />}
                  heading={community.name}
                  reason={community.domain || text('community.unwritten')}
                  time={
                    <>
                      {community.myRole && <strong>{text('communities.joined')} · </strong>}
                      {community.closedAt ? text('communities.ended') : membersText(community)}
                    </>
                  }
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
      </Page>
    </>
  );
};

const glyphs = { open: IconUsersGroup, closed: IconDoor, private: IconLock } as const;

const VisibilityGlyph = ({ visibility }: { visibility: Visibility }) => {
  const Glyph = glyphs[visibility];
  return (
    <span title={visibilityText(visibility)}>
      <Glyph size={16} stroke={1.6} role="img" aria-label={visibilityText(visibility)} />
    </span>
  );
};
