import { createLink, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CommunityId } from '@landbridge/contract';
import { Button, ButtonLink } from '@landbridge/ui';
import { CommunityPage, type CommunityTab } from '../features/communities/community-page.tsx';
import { issueText } from '../features/practice-issues/index.ts';
import { threadText } from '../features/threads/index.ts';

const CommunityThreads = lazyRouteComponent(() => import('../features/threads/community-threads.tsx'), 'CommunityThreads');
const StartThreadDialog = lazyRouteComponent(() => import('../features/threads/start-thread-dialog.tsx'), 'StartThreadDialog');
const CommunityArtifacts = lazyRouteComponent(() => import('../features/library/community-artifacts.tsx'), 'CommunityArtifacts');
const CommunitySessions = lazyRouteComponent(() => import('../features/sessions/community-sessions.tsx'), 'CommunitySessions');
const IssuesForMe = lazyRouteComponent(() => import('../features/practice-issues/issues-for-me.tsx'), 'IssuesForMe');
const CommunityIssues = lazyRouteComponent(() => import('../features/practice-issues/community-issues.tsx'), 'CommunityIssues');
const CommunityLeading = lazyRouteComponent(() => import('../features/home/community-leading.tsx'), 'CommunityLeading');
const OwnRing = lazyRouteComponent(() => import('../features/home/own-ring.tsx'), 'OwnRing');

const PostIssueLink = createLink(ButtonLink);

/** A community with what every feature has to show of it. */
export const CommunityScreen = ({ id, tab }: { id: CommunityId; tab: CommunityTab }) => {
  const navigate = useNavigate();
  const [isStarting, setStarting] = useState(false);
  return (
    <CommunityPage
      id={id}
      tab={tab}
      onLeft={() => void navigate({ to: '/communities' })}
      mainAction={(community) =>
        community.can.openThread &&
        (tab === 'conversation' ? (
          <Button variant="filled" onClick={() => setStarting(true)}>
            {threadText('threads.start')}
          </Button>
        ) : (
          <PostIssueLink variant="filled" to="/issues/new" search={{ community: id }}>
            {issueText('issues.post')}
          </PostIssueLink>
        ))
      }
      lead={(community) => <CommunityLeading community={community} />}
      ownRing={(community) => <OwnRing communityId={community.id} />}
      beginning={(community) => <IssuesForMe communityId={community.id} />}
      issues={(community) => <CommunityIssues community={community} />}
      sessions={(community) => <CommunitySessions community={community} />}
      library={(community) => <CommunityArtifacts community={community} />}
      conversation={(community) => (
        <>
          <CommunityThreads community={community} onStart={() => setStarting(true)} />
          {isStarting && (
            <StartThreadDialog
              community={community}
              onClose={() => setStarting(false)}
              onOpened={(opened) => void navigate({ to: '/threads/$threadId', params: { threadId: opened }, search: {} })}
            />
          )}
        </>
      )}
    />
  );
};
