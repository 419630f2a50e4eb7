import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { personToGreet } from '@landbridge/domain/communities';
import { Avatar } from '@landbridge/ui';
import { text } from '../../platform/texts.ts';
import classes from './community-page.module.css';

/** What a newcomer sees above everything on their first visit: one person to greet. */
export const Welcome = ({ community, viewerId }: { community: CommunityView; viewerId: PersonId }) => {
  const person = personToGreet(community, viewerId);
  if (!person) return null;
  const isKeeper = community.carriers.some(({ id, leadership }) => id === person.id && leadership === 'community-keeper');
  return (
    <section className={classes.panel} aria-label={text('community.welcome')}>
      <p>{text('community.welcome')}</p>
      <Link className={classes.greet} to="/people/$personId" params={{ personId: person.id }}>
        <Avatar name={person.name} hue={person.unit?.hue} />
        <span>
          <strong>{person.name}</strong>
          <span className={classes.role}>{text(isKeeper ? 'community.welcome-keeper' : 'community.welcome-convener')}</span>
        </span>
      </Link>
    </section>
  );
};
