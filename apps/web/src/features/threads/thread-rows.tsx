import { createLink } from '@tanstack/react-router';
import type { ThreadRow } from '@landbridge/contract/threads';
import { unreadCount } from '@landbridge/domain/threads';
import { ListRow, RowList, UnitTile } from '@landbridge/ui';
import { IconLock, IconMessages } from '@tabler/icons-react';
import { Time } from '../../platform/time.tsx';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);

/** Threads in a list: what was said last, by whom, from which unit, and how much of it is unread. */
export const ThreadRows = ({
  threads,
  showsCommunity,
  isMember,
}: {
  threads: readonly ThreadRow[];
  showsCommunity: boolean;
  isMember: boolean;
}) => (
  <RowList label={text('threads.list')}>
    {threads.map((thread) => {
      const count = isMember || thread.readState.follows === 'following' ? unreadCount(thread) : 0;
      const said = thread.lastExcerpt
        ? text('threads.row-reason', { name: thread.lastAuthor.name, excerpt: thread.lastExcerpt })
        : text('threads.row-deleted', { name: thread.lastAuthor.name });
      return (
        <li key={thread.id}>
          <RowLink
            {...(thread.issueId
              ? { to: '/issues/$issueId' as const, params: { issueId: thread.issueId } }
              : { to: '/threads/$threadId' as const, params: { threadId: thread.id } })}
            search={{}}
            glyph={thread.closedAt ? <IconLock size={16} stroke={1.6} /> : <IconMessages size={16} stroke={1.6} />}
            heading={thread.title}
            isNew={count > 0}
            reason={showsCommunity ? `${thread.community?.name ?? text('threads.across-units')} · ${said}` : said}
            tiles={tilesOf(thread).map((unit) => (
              <UnitTile key={unit.id} unit={unit} />
            ))}
            time={<Time at={thread.lastMessageAt} />}
            unread={count > 0 && thread.readState.follows !== 'muted' ? { count, label: text('threads.unread-count', { count }) } : null}
          />
        </li>
      );
    })}
  </RowList>
);

/** The units of a cross-unit thread, as many as have room; else that of whoever spoke last. */
const tilesOf = ({ units, lastAuthor }: ThreadRow) =>
  units.length > 0 ? units.slice(0, mostTiles) : lastAuthor.unit ? [lastAuthor.unit] : [];
const mostTiles = 8;
