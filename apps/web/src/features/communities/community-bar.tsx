import { useState } from 'react';
import { IconArrowMerge, IconCheck, IconChevronRight, IconDoorOff, IconDots, IconLogout, IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { joinCommunity, leaveCommunity, type CommunityView, type Visibility } from '@landbridge/contract/communities';
import { Actions, Bar, Button, Dialog, Menu, useToast, type MenuEntry } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { queryClient } from '../../platform/query-client.ts';
import { CloseDialog, MergeDialog } from './close-dialogs.tsx';
import classes from './community-page.module.css';
import { EditCharterDialog } from './edit-charter-dialog.tsx';
import { text } from './texts.ts';
import { communityKey, putCommunity } from './use-community.ts';

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

type Asked = 'leave' | 'edit' | 'close' | 'merge';

interface CommunityBarProps {
  readonly community: CommunityView;
  /** They see nothing of it any more. */
  readonly onLeft: () => void;
}

export const CommunityBar = ({ community, onLeft }: CommunityBarProps) => {
  const show = useToast();
  const [dialog, setDialog] = useState<Asked | null>(null);
  const close = () => setDialog(null);
  const join = () =>
    void callRoute(joinCommunity, { params: { communityId: community.id } }).then(putCommunity, (error: unknown) =>
      show({ text: problemText(error) }),
    );
  const entries = entriesOf(community, setDialog);
  return (
    <>
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
      </Bar>
      {dialog === 'edit' && <EditCharterDialog community={community} onClose={close} />}
      {dialog === 'leave' && <LeaveDialog community={community} onLeft={onLeft} onClose={close} />}
      {dialog === 'close' && <CloseDialog community={community} onClose={close} />}
      {dialog === 'merge' && <MergeDialog community={community} onClose={close} />}
    </>
  );
};

const entriesOf = ({ can }: CommunityView, ask: (dialog: Asked) => void): MenuEntry[] => [
  ...(can.edit ? [{ label: text('community.edit'), icon: <IconPencil {...icon} />, onChoose: () => ask('edit') }] : []),
  ...(can.close ? [{ label: text('community.merge'), icon: <IconArrowMerge {...icon} />, onChoose: () => ask('merge') }] : []),
  ...(can.close ? [{ label: text('community.close-community'), icon: <IconDoorOff {...icon} />, onChoose: () => ask('close') }] : []),
  ...(can.leave ? [{ label: text('community.leave'), icon: <IconLogout {...icon} />, onChoose: () => ask('leave') }] : []),
];

const leavingText = (visibility: Visibility): string => {
  switch (visibility) {
    case 'open':
      return text('community.leave-text');
    case 'closed':
      return text('community.leave-closed-text');
    case 'private':
      return text('community.leave-private-text');
  }
};

const LeaveDialog = ({ community, onLeft, onClose }: CommunityBarProps & { onClose: () => void }) => {
  const show = useToast();
  const leave = async () => {
    onClose();
    try {
      await callRoute(leaveCommunity, { params: { communityId: community.id } });
      if (community.visibility === 'private') onLeft();
      else await queryClient.invalidateQueries({ queryKey: communityKey(community.id) });
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  return (
    <Dialog title={text('community.leave-ask', { name: community.name })} onClose={onClose}>
      <p>{leavingText(community.visibility)}</p>
      <Actions>
        <Button variant="danger" onClick={() => void leave()}>
          {text('community.leave')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text('community.stay')}
        </Button>
      </Actions>
    </Dialog>
  );
};
