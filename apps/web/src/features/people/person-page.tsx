import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import type { PersonId } from '@landbridge/contract';
import { getPerson } from '@landbridge/contract/people';
import { Avatar, Bar, Page, SkeletonRows, UnitChip } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { text } from '../../platform/texts.ts';
import { useTitle } from '../../platform/use-title.ts';
import classes from './people-page.module.css';

/** One person: their unit, and the communities that both of you may see. */
export const PersonPage = ({ id }: { id: PersonId }) => {
  const {
    data: person,
    error,
    refetch,
  } = useQuery({ queryKey: ['person', id], queryFn: () => callRoute(getPerson, { params: { personId: id } }), staleTime: 0 });
  useTitle(person?.name ?? text('people.title'));
  return (
    <>
      <Bar>
        <Link to="/people" search={{}}>
          {text('people.title')}
        </Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{person?.name}</span>
      </Bar>
      <Page>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!person && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
        {person && (
          <>
            <div className={classes.head}>
              <Avatar name={person.name} hue={person.unit?.hue} size={40} />
              <div>
                <h1>{person.name}</h1>
                {person.unit ? <UnitChip unit={person.unit} /> : text('people.no-unit')}
              </div>
            </div>
            {!person.isActive && <p>{text('people.gone')}</p>}
            <h2 className={classes.heading}>{text('people.communities')}</h2>
            {person.communities.length === 0 && <p>{text('people.no-communities')}</p>}
            <ul>
              {person.communities.map((community) => (
                <li key={community.id}>
                  <Link className={classes.link} to="/communities/$communityId" params={{ communityId: community.id }} search={{}}>
                    {community.name}
                  </Link>
                </li>
              ))}
            </ul>
          </>
        )}
      </Page>
    </>
  );
};
