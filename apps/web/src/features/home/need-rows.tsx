import { createLink, Link } from '@tanstack/react-router';
import {
  IconAt,
  IconBolt,
  IconBulb,
  IconCircleCheck,
  IconCornerUpLeft,
  IconFlag,
  IconDots,
  IconHelpCircle,
  IconMessageQuestion,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Need, NeedKind } from '@landbridge/contract/home';
import { ButtonLink, Menu, NeedList, NeedRow, useToast } from '@landbridge/ui';
import { Time } from '../../platform/time.tsx';
import { text } from './texts.ts';
import { mute, putAway, takeBack } from './use-home.ts';

const ActLink = createLink(ButtonLink);
const icon = { size: 18, stroke: 1.6 };

const icons: Readonly<Record<NeedKind, ReactNode>> = {
  answered: <IconBulb {...icon} />,
  'what-happened': <IconHelpCircle {...icon} />,
  mentioned: <IconAt {...icon} />,
  replied: <IconCornerUpLeft {...icon} />,
  'outcome-told': <IconCircleCheck {...icon} />,
  unanswered: <IconMessageQuestion {...icon} />,
  reported: <IconFlag {...icon} />,
};

/** What needs somebody, who waits longest first. */
export const NeedRows = ({ needs }: { needs: readonly Need[] }) => (
  <NeedList label={text('home.needs')}>
    {needs.map((need, index) => (
      <NeedItem key={`${need.kind} ${need.threadId}`} need={need} isFirst={index === 0} />
    ))}
  </NeedList>
);

const NeedItem = ({ need, isFirst }: { need: Need; isFirst: boolean }) => {
  const show = useToast();
  const isUrgent = need.kind === 'unanswered' && need.isUrgent;
  const away = () => {
    void putAway(need);
    show({ text: text('home.put-away-done'), undo: { label: text('app.undo'), act: () => void takeBack(need) } });
  };
  // Seen once, what changed needs nobody any more.
  const go = need.kind === 'outcome-told' ? () => void putAway(need) : undefined;
  return (
    <NeedRow
      icon={isUrgent ? <IconBolt {...icon} /> : icons[need.kind]}
      tone={isUrgent ? 'urgent' : 'plain'}
      kind={text(`home.kind-${need.kind}`, { urgent: isUrgent ? 'yes' : 'no' })}
      heading={
        <Link {...placeOf(need)} onClick={go} data-row data-need={`${need.kind} ${need.threadId}`}>
          {need.title}
        </Link>
      }
      reason={
        <>
          {text(`home.why-${need.kind}`)} {need.community ? `${need.community.name} · ` : ''}
          <Time at={need.since} />
        </>
      }
      actions={
        <>
          <ActLink {...placeOf(need)} onClick={go} variant={isFirst ? 'filled' : 'default'}>
            {text(`home.act-${need.kind}`)}
          </ActLink>
          <Menu
            label={text('home.more')}
            entries={[
              { label: text('home.put-away'), onChoose: away },
              {
                label: text('home.mute'),
                onChoose: () => {
                  void mute(need);
                  show({ text: text('home.muted') });
                },
              },
            ]}
          >
            <IconDots size={16} stroke={1.6} aria-hidden="true" />
          </Menu>
        </>
      }
    >
      {whatOf(need)}
    </NeedRow>
  );
};

/** The message to read, or the beginning. */
const placeOf = ({ threadId, messageId }: Need) => ({
  to: '/threads/$threadId' as const,
  params: { threadId },
  search: messageId ? { message: messageId } : {},
});

const whatOf = ({ kind, by, excerpt }: Need): string => {
  if (kind === 'what-happened') return by ? text('home.helped', { name: by.name }) : text('home.helped-nobody');
  if (!by) return excerpt;
  return text(kind === 'unanswered' ? 'home.asks' : 'home.said', { name: by.name, excerpt });
};
