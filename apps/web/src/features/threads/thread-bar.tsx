import { useState, type FormEvent, type ReactNode } from 'react';
import {
  IconEye,
  IconEyeOff,
  IconEyeCheck,
  IconChevronRight,
  IconDots,
  IconLink,
  IconLock,
  IconLockOpen,
  IconPencil,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { PersonSummary } from '@landbridge/contract/people';
import {
  changeThread as changeThreadRoute,
  followThread,
  type ClosingTag,
  type Follows,
  type ThreadView,
} from '@landbridge/contract/threads';
import { Actions, Avatar, Bar, Button, Dialog, Menu, TextField, useToast, type MenuEntry } from '@landbridge/ui';
import { copyText } from '../../platform/copy-text.ts';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { text } from './texts.ts';
import classes from './thread-bar.module.css';
import { CloseDialog } from './close-dialog.tsx';
import { ParticipantsDialog } from './participants-dialog.tsx';
import { threadPath } from './message-acts.ts';
import { changeThread } from './thread-cache.ts';
import { showThread } from './use-thread.ts';

const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };
const followIcons = { following: <IconEyeCheck {...icon} />, none: <IconEye {...icon} />, muted: <IconEyeOff {...icon} /> };
const followTexts = { following: 'thread.following', none: 'thread.follow', muted: 'thread.muted' } as const;

interface ThreadBarProps {
  readonly thread: ThreadView;
  /** Others who are in the thread just now. */
  readonly here: readonly PersonSummary[];
  readonly hereCount: number;
  /** What the page is called where the thread belongs to something else, and what else can be done there. */
  readonly place?: { readonly name: string; readonly actions: ReactNode; readonly entries: readonly MenuEntry[] } | undefined;
}

/** Breadcrumb, who is here, following, and what else can be done with the thread. */
export const ThreadBar = ({ thread, here, hereCount, place }: ThreadBarProps) => {
  const show = useToast();
  const [dialog, setDialog] = useState<'rename' | 'close' | 'invite' | null>(null);
  const { follows } = thread.readState;
  const complain = (error: unknown) => show({ text: problemText(error) });

  const follow = (next: Follows) =>
    void callRoute(followThread, { params: { threadId: thread.id }, body: { follows: next } }).then(
      (readState) => changeThread(thread.id, (page) => ({ ...page, thread: { ...page.thread, readState } })),
      complain,
    );
  const change = (body: { title?: string; isClosed?: boolean; closedAs?: ClosingTag }) =>
    callRoute(changeThreadRoute, { params: { threadId: thread.id }, body: { version: thread.version, ...body } }).then(
      showThread,
      complain,
    );
  const copyLink = () => void copyText(`${location.origin}${threadPath(thread)}`).then(() => show({ text: text('message.copied') }));

  const entries: MenuEntry[] = [
    { label: text(place ? 'message.copy-link' : 'thread.copy-link'), icon: <IconLink {...icon} />, onChoose: copyLink },
    ...(place?.entries ?? []),
    {
      label: text(follows === 'muted' ? 'thread.unmute' : 'thread.mute'),
      icon: <IconEyeOff {...icon} />,
      onChoose: () => follow(follows === 'muted' ? 'none' : 'muted'),
    },
    ...(thread.can.rename ? [{ label: text('thread.rename'), icon: <IconPencil {...icon} />, onChoose: () => setDialog('rename') }] : []),
    ...(thread.can.invite
      ? [{ label: text('thread.invite'), icon: <IconUsersGroup {...icon} />, onChoose: () => setDialog('invite') }]
      : []),
    ...(thread.can.close
      ? [
          {
            label: text('thread.close'),
            icon: <IconLock {...icon} />,
            onChoose: () => (thread.crossUnit ? setDialog('close') : void change({ isClosed: true })),
          },
        ]
      : []),
    ...(thread.can.reopen
      ? [{ label: text('thread.reopen'), icon: <IconLockOpen {...icon} />, onChoose: () => void change({ isClosed: false }) }]
      : []),
  ];

  return (
    <Bar
      actions={
        <>
          {here.length > 0 && (
            <span className={classes.here}>
              {here.slice(0, 3).map((person) => (
                <Avatar key={person.id} name={person.name} hue={person.unit?.hue} size={28} />
              ))}
              <span className={classes.hereCount}>{text('thread.here', { count: hereCount })}</span>
            </span>
          )}
          <Button
            variant="quiet"
            size="small"
            aria-label={text(followTexts[follows])}
            aria-pressed={follows === 'following'}
            onClick={() => follow(follows === 'following' ? 'none' : 'following')}
          >
            {followIcons[follows]}
            <span className={classes.followText}>{text(followTexts[follows])}</span>
          </Button>
          {place?.actions}
          <Menu label={text('thread.actions')} entries={entries}>
            <IconDots {...icon} />
          </Menu>
        </>
      }
    >
      {thread.community ? (
        <Link to="/communities/$communityId" params={{ communityId: thread.community.id }} search={{}}>
          {thread.community.name}
        </Link>
      ) : (
        <Link to="/threads" search={{ show: 'across-units' }}>
          {text('threads.across-units')}
        </Link>
      )}
      <IconChevronRight size={14} aria-hidden="true" />
      <span>{place?.name ?? text('threads.title')}</span>
      {dialog === 'rename' && (
        <RenameDialog title={thread.title} onSave={(title) => void change({ title })} onClose={() => setDialog(null)} />
      )}
      {dialog === 'close' && (
        <CloseDialog onChoose={(closedAs) => void change({ isClosed: true, closedAs })} onClose={() => setDialog(null)} />
      )}
      {dialog === 'invite' && thread.crossUnit && (
        <ParticipantsDialog thread={thread} crossUnit={thread.crossUnit} onClose={() => setDialog(null)} />
      )}
    </Bar>
  );
};

const RenameDialog = ({ title, onSave, onClose }: { title: string; onSave: (title: string) => void; onClose: () => void }) => {
  const [value, setValue] = useState(title);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSave(value);
    onClose();
  };
  return (
    <Dialog title={text('thread.rename-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <TextField label={text('thread.name')} required maxLength={160} value={value} onChange={(event) => setValue(event.target.value)} />
        <Actions>
          <Button type="submit" variant="filled" disabled={value.trim() === ''}>
            {text('thread.save-name')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
