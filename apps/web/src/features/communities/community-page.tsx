import { useState, type ReactNode } from 'react';
import { IconCheck, IconChevronRight, IconDots, IconLogout, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { CommunityId } from '@landbridge/contract';
import { joinCommunity, leaveCommunity, type CommunityView } from '@landbridge/contract/communities';
import { Actions, Bar, Button, Charter, Dialog, Menu, Page, SkeletonRows, useToast, type MenuEntry } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { queryClient } from '../../platform/query-client.ts';
import { text } from '../../platform/texts.ts';
import { useTitle } from '../../platform/use-title.ts';
import classes from './community-page.module.css';
import { EditCharterDialog } from './edit-charter-dialog.tsx';
import { MemberList } from './member-list.tsx';
import { communityKey, putCommunity, useCommunity } from './use-community.ts';

export type CommunityTab = 'conversation' | 'members';

interface CommunityPageProps {
  readonly id: CommunityId;
  readonly tab: CommunityTab;
  /** The conversation belongs to the feature that knows threads. */
  readonly conversation: (community: CommunityView) => ReactNode;
  readonly mainAction: (community: CommunityView) => ReactNode;
  readonly onLeft: () => void;
}

export const CommunityPage = ({ id, tab, conversation, mainAction, onLeft }: CommunityPageProps) => {
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
  const leaders = community.leaders.filter((person) => person.role !== 'sponsor').map((person) => person.name);
  return (
    <>
      <CommunityBar community={community} onLeft={onLeft} />
      <Page>
        <div className={classes.head}>
          <div>
            <h1 dir="auto">{community.name}</h1>
            <p className={classes.meta}>
              <span>{text(community.visibility === 'private' ? 'communities.private' : 'communities.open')}</span>
              <span>{text('communities.members', { count: community.memberCount, units: community.unitCount })}</span>
              {leaders.length > 0 && <span>{text('community.convened', { names: leaders.join(', ') })}</span>}
            </p>
          </div>
          {mainAction(community)}
        </div>
        <Charter
          texts={[
            { title: text('community.domain'), text: community.domain || text('community.unwritten') },
            { title: text('community.people'), text: community.people || text('community.unwritten') },
            { title: text('community.practice'), text: community.practice || text('community.unwritten') },
          ]}
        />
        <nav className={classes.tabs} aria-label={community.name}>
          {(['conversation', 'members'] as const).map((one) => (
            <Link
              key={one}
              to="/communities/$communityId"
              params={{ communityId: id }}
              search={one === 'conversation' ? {} : { tab: one }}
              activeOptions={{ includeSearch: true, exact: true }}
              className={classes.tab}
            >
              {text(one === 'conversation' ? 'community.conversation' : 'community.members-tab')}
            </Link>
          ))}
        </nav>
        {tab === 'members' ? <MemberList community={community} /> : conversation(community)}
      </Page>
    </>
  );
};

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

const CommunityBar = ({ community, onLeft }: { community: CommunityView; onLeft: () => void }) => {
  const show = useToast();
  const [dialog, setDialog] = useState<'leave' | 'edit' | null>(null);
  const params = { communityId: community.id };
  const join = () => void callRoute(joinCommunity, { params }).then(putCommunity, (error: unknown) => show({ text: problemText(error) }));
  const leave = async () => {
    setDialog(null);
    try {
      await callRoute(leaveCommunity, { params });
      if (community.visibility === 'open') await queryClient.invalidateQueries({ queryKey: communityKey(community.id) });
      else onLeft();
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  const entries: MenuEntry[] = [
    ...(community.can.edit ? [{ label: text('community.edit'), icon: <IconPencil {...icon} />, onChoose: () => setDialog('edit') }] : []),
    ...(community.can.leave
      ? [{ label: text('community.leave'), icon: <IconLogout {...icon} />, onChoose: () => setDialog('leave') }]
      : []),
  ];
  return (
    <Bar
      actions={
        <>
          {community.can.join && <Button onClick={join}>{text('community.join')}</Button>}
          {community.myRole && (
            <span className={classes.joined}>
              <IconCheck {...icon} />
              {text('communities.joined')}
            </span>
          )}
          {entries.length > 0 && (
            <Menu label={text('community.actions')} entries={entries}>
              <IconDots {...icon} />
            </Menu>
          )}
        </>
      }
    >
      <Link to="/communities">{text('communities.title')}</Link>
      <IconChevronRight size={14} aria-hidden="true" />
      <span>{community.name}</span>
      {dialog === 'edit' && <EditCharterDialog community={community} onClose={() => setDialog(null)} />}
      {dialog === 'leave' && (
        <Dialog title={text('community.leave-ask', { name: community.name })} onClose={() => setDialog(null)}>
          <p>{text(community.visibility === 'private' ? 'community.leave-private-text' : 'community.leave-text')}</p>
          <Actions>
            <Button variant="danger" onClick={() => void leave()}>
              {text('community.leave')}
            </Button>
            <Button variant="quiet" onClick={() => setDialog(null)}>
              {text('community.stay')}
            </Button>
          </Actions>
        </Dialog>
      )}
    </Bar>
  );
};
