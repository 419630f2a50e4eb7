import { useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import type { CommunityId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { Charter, Page, SkeletonRows, Tabs } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { TabLink } from '../../platform/tab-link.tsx';
import { useMe } from '../identity/index.ts';
import { CommunityBar } from './community-bar.tsx';
import { membersText, visibilityText } from './community-facts.ts';
import classes from './community-page.module.css';
import { CommunitySide } from './community-side.tsx';
import { EndedNotice } from './ended-notice.tsx';
import { MemberList } from './member-list.tsx';
import { RequestList } from './request-list.tsx';
import { RequestPanel } from './request-panel.tsx';
import { text } from './texts.ts';
import { useCommunity } from './use-community.ts';
import { Welcome } from './welcome.tsx';

const tabs = ['issues', 'conversation', 'sessions', 'library', 'members', 'lead'] as const;
export type CommunityTab = (typeof tabs)[number];

interface CommunityPageProps {
  readonly id: CommunityId;
  readonly tab: CommunityTab;
  /** What a tab shows belongs to the feature that knows it. */
  readonly issues: (community: CommunityView) => ReactNode;
  readonly conversation: (community: CommunityView) => ReactNode;
  readonly sessions: (community: CommunityView) => ReactNode;
  readonly library: (community: CommunityView) => ReactNode;
  readonly mainAction: (community: CommunityView) => ReactNode;
  readonly lead: (community: CommunityView) => ReactNode;
  readonly ownRing: (community: CommunityView) => ReactNode;
  /** What a newcomer could begin with, on their first visit. */
  readonly beginning: (community: CommunityView) => ReactNode;
  readonly onLeft: () => void;
}

export const CommunityPage = ({ id, onLeft, ...rest }: CommunityPageProps) => {
  const { data: community, error, refetch } = useCommunity(id);
  useTitle(community?.name ?? text('communities.title'));
  if (error)
    return (
      <Page>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!community)
    return (
      <Page>
        <SkeletonRows rows={6} label={text('app.loading')} />
      </Page>
    );
  return (
    <>
      <CommunityBar community={community} onLeft={onLeft} />
      <Page>
        <Community community={community} {...rest} />
      </Page>
    </>
  );
};

type CommunityProps = Omit<CommunityPageProps, 'id' | 'onLeft'> & { readonly community: CommunityView };

const Community = ({ community, tab, mainAction, beginning, ownRing, ...shown }: CommunityProps) => {
  const { person } = useMe();
  // Looking at it ends being new; the greeting stays for this visit.
  const [isFirstVisit, setFirstVisit] = useState(community.isNew);
  if (community.isNew && !isFirstVisit) setFirstVisit(true);
  const isRead = community.can.read;
  return (
    <>
      <Head community={community} action={mainAction(community)} />
      <Charter
        texts={[
          { title: text('community.domain'), text: community.domain || text('community.unwritten') },
          { title: text('community.people'), text: community.people || text('community.unwritten') },
          { title: text('community.practice'), text: community.practice || text('community.unwritten') },
        ]}
      />
      {community.closedAt && <EndedNotice community={community} closedAt={community.closedAt} />}
      {isFirstVisit && isRead && <Welcome community={community} viewerId={person.id} beginning={beginning(community)} />}
      <div className={classes.columns}>
        <div className={classes.main}>
          {community.can.decide && <RequestList communityId={community.id} />}
          {!isRead && <RequestPanel community={community} />}
          {isRead && <CommunityTabs community={community} />}
          {isRead && (tab === 'members' ? <MemberList community={community} /> : shown[tab](community))}
          {tab === 'members' && community.myRole && ownRing(community)}
        </div>
        <CommunitySide community={community} viewerId={person.id} />
      </div>
    </>
  );
};

const Head = ({ community, action }: { community: CommunityView; action: ReactNode }) => {
  const leaders = community.leaders.filter((person) => person.role !== 'sponsor');
  const facts = [visibilityText(community.visibility), text(`community.stage-${community.stage}`), membersText(community)];
  return (
    <div className={classes.head}>
      <div>
        <h1 dir="auto">{community.name}</h1>
        <p className={classes.meta}>
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          {community.languages.length > 0 && <span dir="auto">{community.languages.join(', ')}</span>}
          {leaders.length > 0 && <span>{text('community.convened', { names: leaders.map(({ name }) => name).join(', ') })}</span>}
        </p>
        {community.imperatives.length > 0 && <Serves imperatives={community.imperatives} />}
      </div>
      {action}
    </div>
  );
};

const Serves = ({ imperatives }: Pick<CommunityView, 'imperatives'>) => (
  <p className={classes.imperatives}>
    {text('community.serves')}
    {imperatives.map((imperative, index) => (
      <span key={imperative.id}>
        {index === 0 ? ' ' : ' · '}
        <Link to="/communities" search={{ imperative: imperative.id }} dir="auto">
          {imperative.name}
        </Link>
        {imperative.owner && <span dir="auto"> {text('community.sponsored', { name: imperative.owner.name })}</span>}
      </span>
    ))}
  </p>
);

const CommunityTabs = ({ community }: { community: CommunityView }) => (
  <Tabs label={community.name}>
    {tabs
      .filter((one) => one !== 'lead' || community.can.appoint)
      .map((one) => (
        <TabLink
          key={one}
          to="/communities/$communityId"
          params={{ communityId: community.id }}
          search={one === 'issues' ? {} : { tab: one }}
          activeOptions={{ includeSearch: true, exact: true }}
        >
          {text(`community.tab-${one}`)}
        </TabLink>
      ))}
  </Tabs>
);
