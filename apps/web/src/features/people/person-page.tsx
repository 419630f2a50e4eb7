import type { ReactNode } from 'react';
import { createLink, Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import type { PersonId } from '@landbridge/contract';
import { leadershipRole, memberRole } from '@landbridge/contract/communities';
import { type PersonProfile } from '@landbridge/contract/people';
import { Avatar, Bar, ButtonLink, Page, SkeletonRows, UnitChip } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { roleName } from './role-name.ts';
import { useTitle } from '../../platform/use-title.ts';
import { MilestoneList } from './milestone-list.tsx';
import classes from './person-page.module.css';
import { usePerson, usePersonAsOthers } from './use-person.ts';
import { text } from './texts.ts';

const EditLink = createLink(ButtonLink);

interface PersonPageProps {
  readonly id: PersonId;
  /** The own profile is looked at with the eyes of somebody else. */
  readonly isAsOthers: boolean;
  /** What they wrote belongs to the features that keep it. */
  readonly answered: (person: PersonProfile) => ReactNode;
}

/** Who somebody is, in their own words, and the way they came. */
export const PersonPage = ({ id, isAsOthers, answered }: PersonPageProps) => {
  const { data: own, error, refetch } = usePerson(id);
  const isOwn = own?.can.edit === true;
  const others = usePersonAsOthers(id, isOwn && isAsOthers);
  const person = isOwn && isAsOthers ? others.data : own;
  useTitle(person?.name ?? text('people.title'));
  return (
    <>
      <Bar
        actions={
          isOwn && (
            <>
              <EditLink
                to="/people/$personId"
                params={{ personId: id }}
                search={isAsOthers ? {} : { as: 'others' }}
                variant="quiet"
                size="small"
              >
                {text(isAsOthers ? 'profile.see-as-self' : 'profile.see-as-others')}
              </EditLink>
              <EditLink to="/profile/edit" size="small">
                {text('profile.edit')}
              </EditLink>
            </>
          )
        }
      >
        <Link to="/people" search={{}}>
          {text('people.title')}
        </Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{person?.name}</span>
      </Bar>
      <Page>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {others.error && <ProblemState error={others.error} onRetry={() => void others.refetch()} />}
        {!person && !error && !others.error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {isAsOthers && isOwn && person && <p className={classes.asOthers}>{text('profile.as-others')}</p>}
        {person && (
          <div className={classes.columns}>
            <div className={classes.main}>
              <Self person={person} />
              <MilestoneList personId={person.id} milestones={person.milestones} isOwn={person.can.edit} />
            </div>
            <aside className={classes.side}>
              <Communities person={person} />
              {!isAsOthers && answered(person)}
            </aside>
          </div>
        )}
      </Page>
    </>
  );
};

const Self = ({ person }: { person: PersonProfile }) => (
  <>
    <div className={classes.head}>
      <Avatar name={person.name} hue={person.unit?.hue} size={72} />
      <div className={classes.names}>
        <h1 dir="auto">{person.name}</h1>
        <p className={classes.meta}>
          {person.unit ? <UnitChip unit={person.unit} /> : <span>{text('people.no-unit')}</span>}
          {[person.title, person.place, person.languages.join(', ')]
            .filter((fact) => fact !== '')
            .map((fact) => (
              <span key={fact} dir="auto">
                {fact}
              </span>
            ))}
        </p>
      </div>
    </div>
    {!person.isActive && <p className={classes.gone}>{text('people.gone')}</p>}
    {person.aboutHtml !== '' && <div className={classes.about} dir="auto" dangerouslySetInnerHTML={{ __html: person.aboutHtml }} />}
    {person.aboutHtml === '' && person.topics.length === 0 && (
      <p className={classes.gone}>{text(person.can.edit ? 'profile.unwritten' : 'profile.unwritten-others', { name: person.name })}</p>
    )}
    {person.topics.length > 0 && (
      <div className={classes.topics}>
        <span>{text('profile.ask-about')}</span>
        <ul>
          {person.topics.map((topic) => (
            <li key={topic} dir="auto">
              {topic}
            </li>
          ))}
        </ul>
      </div>
    )}
  </>
);

const Communities = ({ person }: { person: PersonProfile }) => (
  <section>
    <h2>{text('people.communities')}</h2>
    {person.communities.length === 0 && <p className={classes.quiet}>{text('people.no-communities')}</p>}
    <ul className={classes.communities}>
      {person.communities.map(({ id, name, role, leadership }) => (
        <li key={id}>
          <Link to="/communities/$communityId" params={{ communityId: id }} search={{}} dir="auto">
            {name}
          </Link>
          <span className={classes.quiet}>{rolesText(role, leadership)}</span>
        </li>
      ))}
    </ul>
  </section>
);

/** Whoever carries a leadership role is more than a member. */
const rolesText = (role: string, leadership: readonly string[]): string => {
  const carried = leadership.map((one) => roleName(leadershipRole.parse(one)));
  return (role === 'member' && carried.length > 0 ? carried : [roleName(memberRole.parse(role)), ...carried]).join(', ');
};
