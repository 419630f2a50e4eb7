import { Link } from '@tanstack/react-router';
import type { PersonId } from '@landbridge/contract';
import { showMilestone, type Milestone, type PersonProfile } from '@landbridge/contract/people';
import { useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { queryClient } from '../../platform/query-client.ts';
import { dateWithYear } from '../../platform/times.ts';
import { personKey } from './person-key.ts';
import classes from './person-page.module.css';
import { text } from './texts.ts';

interface MilestoneListProps {
  readonly personId: PersonId;
  readonly milestones: readonly Milestone[];
  readonly isOwn: boolean;
}

/** The way somebody came, as a spine: the newest first. Its subject decides who sees each. */
export const MilestoneList = ({ personId, milestones, isOwn }: MilestoneListProps) => {
  const show = useToast();
  const change = async ({ id, isPrivate }: Milestone) => {
    try {
      const changed = await callRoute(showMilestone, { params: { milestoneId: id }, body: { isPrivate: !isPrivate } });
      queryClient.setQueryData<PersonProfile>(
        personKey(personId),
        (person) => person && { ...person, milestones: person.milestones.map((one) => (one.id === id ? changed : one)) },
      );
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  // What is not there for others may be kept: they are not told that there is nothing, or something.
  if (milestones.length === 0 && !isOwn) return null;
  return (
    <section>
      <h2 className={classes.heading}>{text('profile.milestones')}</h2>
      {milestones.length === 0 && <p className={classes.quiet}>{text('profile.no-milestones')}</p>}
      <ol className={classes.spine}>
        {milestones.map((milestone) => (
          <li key={milestone.id} className={classes.milestone}>
            <time dateTime={milestone.happenedOn}>{dateWithYear(milestone.happenedOn)}</time>
            <div className={classes.happening}>
              <MilestoneTitle milestone={milestone} />
              {isOwn && (
                <p className={classes.quiet}>
                  {milestone.isPrivate && <span>{text('profile.only-you')} </span>}
                  <button
                    type="button"
                    className={classes.toggle}
                    aria-label={text(milestone.isPrivate ? 'profile.show-one' : 'profile.keep-one', { title: milestone.title })}
                    onClick={() => void change(milestone)}
                  >
                    {text(milestone.isPrivate ? 'profile.show' : 'profile.keep')}
                  </button>
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
};

const MilestoneTitle = ({ milestone: { kind, title, link } }: { milestone: Milestone }) => {
  const words = text(`profile.${kind}`, { title });
  return link === null ? (
    <strong dir="auto">{words}</strong>
  ) : (
    <Link to={link} dir="auto">
      <strong>{words}</strong>
    </Link>
  );
};
