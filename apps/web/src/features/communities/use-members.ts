import { useInfiniteQuery } from '@tanstack/react-query';
import type { PersonId } from '@landbridge/contract';
import {
  appointMember,
  listMembers,
  removeMember,
  type CommunityView,
  type MemberRole,
  type MemberView,
} from '@landbridge/contract/communities';
import { useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { roleName } from '../people/index.ts';
import { text } from './texts.ts';

/** The members by name, and what a leader does with them. The list is read again when their number changes. */
export const useMembers = (community: CommunityView) => {
  const show = useToast();
  const list = useInfiniteQuery({
    queryKey: ['members', community.id, community.memberCount],
    queryFn: ({ pageParam }) => callRoute(listMembers, { params: { communityId: community.id }, query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });

  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act();
      await list.refetch();
    } catch (refused) {
      show({ text: problemText(refused) });
    }
  };
  const appoint = (personId: PersonId, role: MemberRole) =>
    attempt(async () => {
      const { name } = await callRoute(appointMember, { params: { communityId: community.id, personId }, body: { role } });
      show({
        text: role === 'member' ? text('community.member-added', { name }) : text('community.role-given', { name, role: roleName(role) }),
      });
    });
  const remove = ({ id, name, role }: MemberView) =>
    attempt(async () => {
      await callRoute(removeMember, { params: { communityId: community.id, personId: id } });
      show({ text: text('community.member-removed', { name }), undo: { label: text('app.undo'), act: () => void appoint(id, role) } });
    });
  return { ...list, members: list.data?.pages.flatMap((page) => page.members), appoint, remove };
};
