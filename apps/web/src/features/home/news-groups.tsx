import { createLink, Link } from '@tanstack/react-router';
import { IconMessages } from '@tabler/icons-react';
import type { NewsRow } from '@landbridge/contract/home';
import { ListRow, NewsGroup, StateGlyph, UnitTile } from '@landbridge/ui';
import { Time } from '../../platform/time.tsx';
import { text } from './texts.ts';

const RowLink = createLink(ListRow);
const mostTiles = 8;

/** What is new, place by place; the place with the newest comes first. */
export const NewsGroups = ({ news }: { news: readonly NewsRow[] }) => (
  <>
    {groupsOf(news).map((rows) => {
      const [first] = rows;
      return (
        <NewsGroup key={first?.community?.id ?? 'across-units'} name={first ? <PlaceName row={first} /> : null}>
          {rows.map((row) => (
            <li key={row.threadId}>
              <NewsLink row={row} />
            </li>
          ))}
        </NewsGroup>
      );
    })}
  </>
);

const PlaceName = ({ row: { community } }: { row: NewsRow }) =>
  community ? (
    <Link to="/communities/$communityId" params={{ communityId: community.id }} search={{}}>
      {community.name}
    </Link>
  ) : (
    <Link to="/threads" search={{ show: 'across-units' }}>
      {text('home.across-units')}
    </Link>
  );

const NewsLink = ({ row }: { row: NewsRow }) => (
  <RowLink
    to="/threads/$threadId"
    params={{ threadId: row.threadId }}
    search={{}}
    glyph={row.issueState ? <StateGlyph state={row.isUrgent ? 'urgent' : row.issueState} /> : <IconMessages size={16} stroke={1.6} />}
    heading={row.title}
    isNew
    reason={text(`home.news-${row.kind}`, { name: row.by.name })}
    tiles={tilesOf(row).map((unit) => (
      <UnitTile key={unit.id} unit={unit} />
    ))}
    time={<Time at={row.at} />}
    unread={row.unreadCount > 0 ? { count: row.unreadCount, label: text('home.unread', { count: row.unreadCount }) } : null}
  />
);

const tilesOf = ({ units, by }: NewsRow) => (units.length > 0 ? units.slice(0, mostTiles) : by.unit ? [by.unit] : []);

const groupsOf = (news: readonly NewsRow[]): NewsRow[][] => [...Map.groupBy(news, ({ community }) => community?.id ?? null).values()];
