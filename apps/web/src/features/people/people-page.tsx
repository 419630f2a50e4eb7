import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { createLink } from '@tanstack/react-router';
import { listPeople, type FindingReason, type PersonFound } from '@landbridge/contract/people';
import { Avatar, Button, EmptyState, ListRow, Page, RowList, SkeletonRows, TextField, UnitTile } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { useKeys } from '../../platform/keys.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { moveRowFocus } from '../../platform/row-focus.ts';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import classes from './people-page.module.css';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);

export const PeoplePage = ({ q, onSearch }: { q: string; onSearch: (q: string) => void }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['people-page', q],
    queryFn: ({ pageParam, signal }) => callRoute(listPeople, { query: { q, by: 'knowledge', cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
  const people = data?.pages.flatMap((page) => page.people) ?? [];
  useTitle(text('people.title'));
  useKeys({ j: () => moveRowFocus(1), k: () => moveRowFocus(-1) });
  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('people.title')}</h1>
        <div className={classes.search}>
          <TextField
            label={text('people.search')}
            hint={text('people.search-hint')}
            type="search"
            maxLength={80}
            value={q}
            onChange={(event) => onSearch(event.target.value)}
          />
        </div>
        {data && people.length === 0 && <EmptyState title={text('people.empty')} />}
        {!data && !error && <SkeletonRows rows={8} label={text('app.loading')} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        <RowList label={text('people.title')}>
          {people.map((person) => (
            <li key={person.id}>
              <RowLink
                to="/people/$personId"
                params={{ personId: person.id }}
                glyph={<Avatar name={person.name} hue={person.unit?.hue} />}
                heading={person.name}
                reason={reasonOf(person)}
                tiles={person.unit && <UnitTile unit={person.unit} />}
              />
            </li>
          ))}
        </RowList>
        {hasNextPage && (
          <Button variant="quiet" onClick={() => void fetchNextPage()}>
            {text('app.more-rows')}
          </Button>
        )}
      </Page>
    </>
  );
};

/** Why they are in the list; where it is for their name, what they do. */
const reasonOf = ({ reasons, title, unit }: PersonFound): string =>
  reasons.length > 0
    ? reasons.map(reasonText).join(' · ')
    : [title, unit?.name ?? text('people.no-unit')].filter((fact) => fact !== '').join(' · ');

const reasonText = (reason: FindingReason): string =>
  reason.kind === 'wrote' || reason.kind === 'helped'
    ? text(`people.reason-${reason.kind}`, { title: reason.title })
    : text(`people.reason-${reason.kind}`, { words: reason.words });
