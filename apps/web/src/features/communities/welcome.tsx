import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { personToGreet } from '@landbridge/domain/communities';
import { Avatar } from '@landbridge/ui';
import classes from './community-page.module.css';
import { text } from './texts.ts';

interface WelcomeProps {
  readonly community: CommunityView;
  readonly viewerId: PersonId;
  readonly beginning: ReactNode;
}

/** What a newcomer sees above everything on their first visit: one person to greet, and what they could begin with. */
export const Welcome = ({ community, viewerId, beginning }: WelcomeProps) => {
  const person = personToGreet(community, viewerId);
  if (!person) return beginning;
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
      {beginning}
    </section>
  );
};
