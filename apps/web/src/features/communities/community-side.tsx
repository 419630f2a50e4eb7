import { IconPlus } from '@tabler/icons-react';
import type { PersonId } from '@landbridge/contract';
import {
  layDownLeadership,
  leadershipRole,
  takeLeadership,
  type CommunityView,
  type LeadershipRole,
} from '@landbridge/contract/communities';
import { Avatar, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { PersonLink, roleName } from '../people/index.ts';
import classes from './community-side.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

interface SideProps {
  readonly community: CommunityView;
  readonly viewerId: PersonId;
}

/** Beside the conversation: when one meets, who carries it, and where it stands. */
export const CommunitySide = ({ community, viewerId }: SideProps) => {
  const sponsors = community.leaders.filter(({ role }) => role === 'sponsor');
  return (
    <aside className={classes.side}>
      {community.rhythm && (
        <section>
          <h2>{text('community.rhythm')}</h2>
          <p dir="auto">{community.rhythm}</p>
        </section>
      )}
      {community.can.read && <Carriers community={community} viewerId={viewerId} />}
      {sponsors.length > 0 && (
        <section>
          <h2>{text('community.sponsor')}</h2>
          {sponsors.map(({ id, name }) => (
            <p key={id}>
              <PersonLink person={{ id, name }} className={classes.person} />
            </p>
          ))}
        </section>
      )}
      {community.stageEvidence && (
        <section>
          <h2>
            {text('community.stage')}: {text(`community.stage-${community.stage}`)}
          </h2>
          <p className={classes.evidence} dir="auto">
            {community.stageEvidence}
          </p>
        </section>
      )}
    </aside>
  );
};

/** Seven roles in one list; an open one is an invitation. */
const Carriers = ({ community, viewerId }: SideProps) => {
  const show = useToast();
  const change = async (role: LeadershipRole, takes: boolean) => {
    const at = { params: { communityId: community.id, leadership: role } };
    try {
      putCommunity(await callRoute(takes ? takeLeadership : layDownLeadership, at));
      show({
        text: takes ? text('community.role-taken', { role: roleName(role).toLowerCase() }) : text('community.role-laid-down'),
      });
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  const isTaken = (role: LeadershipRole) => community.carriers.some(({ leadership }) => leadership === role);
  // Where nobody can volunteer any more an open place is no invitation.
  const roles = leadershipRole.options.filter((role) => community.closedAt === null || isTaken(role));
  if (roles.length === 0) return null;
  return (
    <section>
      <h2>{text('community.who-carries')}</h2>
      <ul className={classes.roles}>
        {roles.map((role) => (
          <Slot
            key={role}
            role={role}
            carriers={community.carriers.filter(({ leadership }) => leadership === role)}
            viewerId={viewerId}
            canVolunteer={community.can.volunteer}
            onTake={() => void change(role, true)}
            onLayDown={() => void change(role, false)}
          />
        ))}
      </ul>
    </section>
  );
};

interface SlotProps {
  readonly role: LeadershipRole;
  readonly carriers: CommunityView['carriers'];
  readonly viewerId: PersonId;
  readonly canVolunteer: boolean;
  readonly onTake: () => void;
  readonly onLayDown: () => void;
}

const Slot = ({ role, carriers, viewerId, canVolunteer, onTake, onLayDown }: SlotProps) => {
  const name = roleName(role);
  const [first] = carriers;
  return (
    <li className={classes.slot}>
      {first ? (
        <Avatar name={first.name} hue={first.unit?.hue} size={24} />
      ) : (
        <span className={classes.open} aria-hidden="true">
          <IconPlus size={12} stroke={1.6} />
        </span>
      )}
      <span>
        <span className={classes.role}>{name}</span>
        {carriers.map((person) => (
          <PersonLink key={person.id} person={person} className={classes.person} />
        ))}
        {!first && !canVolunteer && <span className={classes.role}>{text('community.role-open')}</span>}
        {!first && canVolunteer && (
          <button type="button" className={classes.invitation} aria-label={text('community.take-role', { role: name })} onClick={onTake}>
            {text('community.role-would-you')}
          </button>
        )}
        {carriers.some(({ id }) => id === viewerId) && (
          <button
            type="button"
            className={classes.layDown}
            aria-label={text('community.lay-down-role', { role: name })}
            onClick={onLayDown}
          >
            {text('community.lay-down')}
          </button>
        )}
      </span>
    </li>
  );
};
