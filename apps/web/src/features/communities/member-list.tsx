import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { IconUserMinus } from '@tabler/icons-react';
import type { PersonId } from '@landbridge/contract';
import { memberRole, type CommunityView, type MemberRole, type MemberView } from '@landbridge/contract/communities';
import { listPeople } from '@landbridge/contract/people';
import { Avatar, Button, IconButton, SkeletonRows, TextField, UnitChip } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { PersonLink, roleName } from '../people/index.ts';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { useMembers } from './use-members.ts';

/** Members by name, never by activity. Leaders give roles, bring people in and take them out. */
export const MemberList = ({ community }: { community: CommunityView }) => {
  const { members, error, refetch, hasNextPage, fetchNextPage, appoint, remove } = useMembers(community);
  return (
    <>
      {community.can.appoint && <AddMember onAdd={(personId) => void appoint(personId, 'member')} />}
      {!members && !error && <SkeletonRows rows={5} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ul>
        {members?.map((member) => (
          <li key={member.id} className={classes.member}>
            <Avatar name={member.name} hue={member.unit?.hue} />
            <span className={classes.memberName}>
              <PersonLink person={member} className={classes.personLink} />
              {member.unit && <UnitChip unit={member.unit} />}
            </span>
            {community.can.appoint ? (
              <MemberControls member={member} onRole={(role) => void appoint(member.id, role)} onRemove={() => void remove(member)} />
            ) : (
              <span className={classes.role}>{roleName(member.role)}</span>
            )}
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('community.more-members')}
        </Button>
      )}
    </>
  );
};

interface MemberControlsProps {
  readonly member: MemberView;
  readonly onRole: (role: MemberRole) => void;
  readonly onRemove: () => void;
}

const MemberControls = ({ member, onRole, onRemove }: MemberControlsProps) => (
  <>
    <select
      className={classes.select}
      aria-label={text('community.role-of', { name: member.name })}
      value={member.role}
      onChange={(event) => onRole(memberRole.parse(event.target.value))}
    >
      {memberRole.options.map((role) => (
        <option key={role} value={role}>
          {roleName(role)}
        </option>
      ))}
    </select>
    <IconButton label={text('community.remove-member', { name: member.name })} onClick={onRemove}>
      <IconUserMinus size={17} stroke={1.6} aria-hidden="true" />
    </IconButton>
  </>
);

const AddMember = ({ onAdd }: { onAdd: (id: PersonId) => void }) => {
  const [q, setQ] = useState('');
  const isAsked = q.trim().length > 1;
  const { data } = useQuery({
    queryKey: ['people', q],
    enabled: isAsked,
    queryFn: ({ signal }) => callRoute(listPeople, { query: { q, limit: 5 }, signal }),
  });
  const choose = (id: PersonId) => {
    setQ('');
    onAdd(id);
  };
  return (
    <section className={classes.add}>
      <TextField
        label={text('community.add-member')}
        placeholder={text('community.add-member-search')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul>
        {isAsked &&
          data?.people.map((person) => (
            <li key={person.id}>
              <Button variant="quiet" onClick={() => choose(person.id)}>
                <Avatar name={person.name} hue={person.unit?.hue} size={24} />
                {person.name}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  );
};
