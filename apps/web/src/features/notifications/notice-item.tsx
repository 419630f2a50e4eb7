import { Link } from '@tanstack/react-router';
import {
  IconArchive,
  IconArrowMerge,
  IconAt,
  IconBulb,
  IconCalendarCancel,
  IconCalendarEvent,
  IconCalendarTime,
  IconCircleCheck,
  IconCornerUpLeft,
  IconDoor,
  IconDots,
  IconHeartHandshake,
  IconHelpCircle,
  IconUserCheck,
  IconUserPlus,
  IconUserQuestion,
  IconUsersGroup,
  IconUserShield,
  IconUserX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NoticeKind, NoticeView } from '@landbridge/contract/notifications';
import { Menu, NoticeRow, UnitTile, useToast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { mute, setKind, unmute } from './notice-acts.ts';
import { placeOf, sentenceOf } from './notice-sentence.ts';
import { read, takeBack } from './read-notices.ts';
import { text } from './texts.ts';

const icon = { size: 16, stroke: 1.6 };
const mostTiles = 4;

const icons: Readonly<Record<NoticeKind, ReactNode>> = {
  mentioned: <IconAt {...icon} />,
  replied: <IconCornerUpLeft {...icon} />,
  answered: <IconBulb {...icon} />,
  helped: <IconHeartHandshake {...icon} />,
  'outcome-told': <IconCircleCheck {...icon} />,
  'what-happened': <IconHelpCircle {...icon} />,
  added: <IconUserPlus {...icon} />,
  invited: <IconUsersGroup {...icon} />,
  archived: <IconArchive {...icon} />,
  'brought-back': <IconArchive {...icon} />,
  'asked-to-join': <IconUserQuestion {...icon} />,
  approved: <IconUserCheck {...icon} />,
  declined: <IconUserX {...icon} />,
  'role-given': <IconUserShield {...icon} />,
  'role-taken': <IconUserShield {...icon} />,
  'community-closed': <IconDoor {...icon} />,
  'community-merged': <IconArrowMerge {...icon} />,
  'session-planned': <IconCalendarEvent {...icon} />,
  'session-changed': <IconCalendarTime {...icon} />,
  'session-cancelled': <IconCalendarCancel {...icon} />,
};

/** What happened where, why this person is told, and what they can do about being told. */
export const NoticeItem = ({ notice }: { notice: NoticeView }) => {
  const { id, kind, subject, community, units, by, count, at, isUnread, isComing } = notice;
  const tiles = units.length > 0 ? units.slice(0, mostTiles) : by?.unit ? [by.unit] : [];
  const why = text(`notices.why-${kind}`, { coming: isComing ? 'yes' : 'no' });
  const place = community?.name ?? text('notices.across-units');
  return (
    <NoticeRow
      icon={icons[kind]}
      unread={isUnread ? text('notices.is-unread') : null}
      heading={
        <Link {...placeOf(notice)} data-row data-notice={id}>
          {subject.title}
        </Link>
      }
      reason={[...(subject.kind === 'community' ? [] : [place]), why, ...more(count)].join(' · ')}
      tiles={tiles.map((unit) => (
        <UnitTile key={unit.id} unit={unit} />
      ))}
      time={<Time at={at} />}
      actions={<Options notice={notice} />}
    >
      {sentenceOf(notice)}
    </NoticeRow>
  );
};

const more = (count: number): string[] => (count > 1 ? [text('notices.more', { count: count - 1 })] : []);

const Options = ({ notice }: { notice: NoticeView }) => {
  const show = useToast();
  const { kind, subject } = notice;
  const isConversation = subject.kind === 'thread' || subject.kind === 'issue';
  /** Says what was done and how to undo it, or why it was not. */
  const act = (done: string, run: () => Promise<() => Promise<void>>) => () =>
    void run().then(
      (back) => show({ text: done, undo: { label: text('app.undo'), act: () => void back() } }),
      (error: unknown) => show({ text: problemText(error) }),
    );
  const entries = [
    {
      label: text('notices.read'),
      isShown: notice.isUnread,
      onChoose: act(text('notices.was-read'), async () => {
        const reading = await read({ noticeId: notice.id });
        return () => takeBack(reading);
      }),
    },
    {
      label: text('notices.mute'),
      isShown: isConversation,
      onChoose: act(text('notices.muted'), async () => {
        await mute(notice);
        return () => unmute(notice);
      }),
    },
    {
      label: text('notices.turn-off'),
      isShown: true,
      onChoose: act(text('notices.turned-off', { kind: text(`notices.kind-${kind}`) }), async () => {
        await setKind(kind, false);
        return () => setKind(kind, true);
      }),
    },
  ];
  return (
    <Menu label={text('notices.options')} entries={entries.filter(({ isShown }) => isShown)}>
      <IconDots size={16} stroke={1.6} aria-hidden="true" />
    </Menu>
  );
};
