import { createLink } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CommunityView } from '@landbridge/contract/communities';
import { ButtonLink, EmptyState } from '@landbridge/ui';
import { markCommunitySeen } from '../threads/index.ts';
import { IssueList } from './issue-list.tsx';
import { text } from './texts.ts';

const PlaceLink = createLink(ButtonLink);

/** The practice issues of a community. Looking at them clears the community's dot. */
export const CommunityIssues = ({ community: { id, myRole } }: { community: CommunityView }) => {
  const isMember = myRole !== null;
  useEffect(() => {
    if (isMember) markCommunitySeen(id);
  }, [id, isMember]);
  return (
    <IssueList
      filters={{ communityId: id }}
      showsCommunity={false}
      empty={
        <EmptyState
          title={text('issues.none-title')}
          text={text('issues.none-text')}
          action={
            <>
              <PlaceLink to="/issues/new" search={{ community: id }}>
                {text('issues.post')}
              </PlaceLink>
              <PlaceLink variant="quiet" to="/communities/$communityId" params={{ communityId: id }} search={{ tab: 'conversation' }}>
                {text('issues.conversations')}
              </PlaceLink>
            </>
          }
        />
      }
    />
  );
};
