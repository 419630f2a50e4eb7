import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId } from '@landbridge/contract';
import { appointMember, listMembers, memberRole, type CommunityView, type MemberRole } from '@landbridge/contract/communities';
import { listPeople } from '@landbridge/contract/people';
import { Avatar, Button, SkeletonRows, TextField, UnitChip, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { text } from '../../platform/texts.ts';
import classes from './community-page.module.css';

/** Members by name, never by activity. Leaders give roles and bring people in. */
export const MemberList = ({ community }: { community: CommunityView }) => {
  const show = useToast();
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['members', community.id, community.memberCount],
    queryFn: ({ pageParam }) => callRoute(listMembers, { params: { communityId: community.id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const appoint = async (personId: PersonId, role: MemberRole) => {
    try {
      const member = await callRoute(appointMember, { params: { communityId: community.id, personId }, body: { role } });
      show({ text: text('community.member-added', { name: member.name }) });
      await refetch();
    } catch (refused) {
      show({ text: problemText(refused) });
    }
  };
  return (
    <>
      {community.can.appoint && <AddMember onAdd={(personId) => void appoint(personId, 'member')} />}
      {!data && !error && <SkeletonRows rows={5} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ul>
        {data?.pages
          .flatMap((page) => page.members)
          .map((member) => (
            <li key={member.id} className={classes.member}>
              <Avatar name={member.name} hue={member.unit?.hue} />
              <span className={classes.memberName}>
                <strong>{member.name}</strong>
                {member.unit && <UnitChip unit={member.unit} />}
              </span>
              {community.can.appoint ? (
                <select
                  className={classes.select}
                  aria-label={text('community.role-of', { name: member.name })}
                  value={member.role}
                  onChange={(event) => void appoint(member.id, memberRole.parse(event.target.value))}
                >
                  {memberRole.options.map((role) => (
                    <option key={role} value={role}>
                      {text(`community.role-${role}`)}
                    </option>
                  ))}
                </select>
              ) : (
                <span className={classes.role}>{text(`community.role-${member.role}`)}</span>
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

const AddMember = ({ onAdd }: { onAdd: (id: PersonId) => void }) => {
  const [q, setQ] = useState('');
  const { data } = useQuery({
    queryKey: ['people', q],
    enabled: q.trim().length > 1,
    queryFn: ({ signal }) => callRoute(listPeople, { query: { q, limit: 5 }, signal }),
  });
  return (
    <section className={classes.add}>
      <TextField
        label={text('community.add-member')}
        placeholder={text('community.add-member-search')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul>
        {q.trim().length > 1 &&
          data?.people.map((person) => (
            <li key={person.id}>
              <Button
                variant="quiet"
                onClick={() => {
                  setQ('');
                  onAdd(person.id);
                }}
              >
                <Avatar name={person.name} hue={person.unit?.hue} size={24} />
                {person.name}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  );
};
