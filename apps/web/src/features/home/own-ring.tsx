import { useQuery } from '@tanstack/react-query';
import type { CommunityId } from '@landbridge/contract';
import { getOwnRing } from '@landbridge/contract/home';
import { callRoute } from '../../platform/api.ts';
import classes from './community-leading.module.css';
import { text } from './texts.ts';

/** A member's own level of participation, in words; nobody else sees it. */
export const OwnRing = ({ communityId }: { communityId: CommunityId }) => {
  const { data } = useQuery({
    queryKey: ['own-ring', communityId],
    queryFn: () => callRoute(getOwnRing, { params: { communityId } }),
    staleTime: 0,
  });
  return data ? <p className={classes.quiet}>{text(`leading.own-${data.ring}`, { weeks: data.weeks })}</p> : null;
};
