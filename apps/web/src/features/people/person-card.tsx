import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import { Avatar, UnitChip } from '@landbridge/ui';
import classes from './person-card.module.css';
import { text } from './texts.ts';
import { usePerson } from './use-person.ts';

const mostTopics = 5;
/** A name stands on many lines of one page: it is asked for once in a while. */
const freshMs = 60_000;

/** Who somebody is, in short. What one may not see, or what the server does not tell, leaves the name. */
export const PersonCard = ({ id, name }: { id: PersonId; name: string }) => {
  const { data: person } = usePerson(id, freshMs);
  const topics = person?.topics.slice(0, mostTopics) ?? [];
  return (
    <>
      <span className={classes.head}>
        <Avatar name={name} hue={person?.unit?.hue} size={40} />
        <span className={classes.names}>
          <strong dir="auto">{name}</strong>
          {person?.title && <span dir="auto">{person.title}</span>}
          {person?.unit && <UnitChip unit={person.unit} />}
        </span>
      </span>
      {person?.isActive === false && <span>{text('people.gone')}</span>}
      {topics.length > 0 && (
        <span className={classes.topics}>
          {text('profile.ask-about')} <span dir="auto">{topics.join(', ')}</span>
        </span>
      )}
      <Link to="/people/$personId" params={{ personId: id }} className={classes.more}>
        {text('people.open-profile')}
      </Link>
    </>
  );
};
