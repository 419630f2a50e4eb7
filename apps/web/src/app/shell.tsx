import { createLink, Link, Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { IconBell, IconMenu2, IconPencilPlus, IconSearch, IconSettings } from '@tabler/icons-react';
import {
  AppFrame,
  Avatar,
  BottomBar,
  BottomBarItem,
  BottomBarMore,
  CornerItem,
  FindBox,
  Notice,
  Rail,
  RailCommunity,
  RailHeading,
  RailItem,
  Wordmark,
} from '@landbridge/ui';
import { followAccount, useMe, type MeView } from '../features/identity/index.ts';
import { useMyCommunities } from '../features/communities/index.ts';
import { useLiveNotices, useReadWhenVisited, useUnreadNotices } from '../features/notifications/index.ts';
import { lastIssueFilters, useLiveIssues } from '../features/practice-issues/index.ts';
import { useLiveLists, useUnread } from '../features/threads/index.ts';
import { findKeys, useKeys } from '../platform/keys.ts';
import { live } from '../platform/live.ts';
import { useUnreadInTitle } from '../platform/use-title.ts';
import { communityInView } from './community-in-view.ts';
import { barPlaces, places, type Place } from './places.tsx';
import classes from './shell.module.css';
import { text } from './texts.ts';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));
const AppSwitcher = lazy(async () => ({ default: (await import('./app-switcher.tsx')).AppSwitcher }));

const RailLink = createLink(RailItem);
const CommunityLink = createLink(RailCommunity);
const BottomLink = createLink(BottomBarItem);
const CornerLink = createLink(CornerItem);

/** Rail, switcher, keys and the state of the connection, round whatever page is open. */
export const Shell = () => {
  const me = useMe();
  const router = useRouter();
  const pathname = useLocation({ select: (location) => location.pathname });
  const unread = useUnread();
  const [open, setOpen] = useState<'switcher' | 'keys' | null>(null);
  useLiveLists(me.person.id);
  useLiveIssues(me.person.id);
  useLiveNotices();
  const notices = useUnreadNotices();
  useReadWhenVisited(pathname, notices);
  useUnreadInTitle(unread.threadCount);
  useEffect(() => followAccount(() => location.assign('/sign-in')), []);
  const post = () => void router.navigate({ to: '/issues/new', search: { community: communityInView(router.state.location.pathname) } });
  useKeys({
    'g h': () => void router.navigate({ to: '/' }),
    c: post,
    'g n': () => void router.navigate({ to: '/notices', search: {} }),
    'g i': () => void router.navigate({ to: '/issues', search: lastIssueFilters() }),
    'g t': () => void router.navigate({ to: '/threads', search: {} }),
    'g c': () => void router.navigate({ to: '/communities' }),
    'g p': () => void router.navigate({ to: '/people', search: {} }),
    'g l': () => void router.navigate({ to: '/library', search: {} }),
    'g a': () => void router.navigate({ to: '/calendar', search: {} }),
    '?': () => setOpen('keys'),
  });
  useSwitcherKey(() => setOpen('switcher'));
  const shown = places.filter((place) => me.isAdministrator || !place.isForAdministrators);
  const among = (chosen: readonly Place['to'][]) => shown.filter(({ to }) => chosen.includes(to));
  const threadCount = figure(unread.threadCount);
  const noticeCount = figure(notices.count);
  const counts: Partial<Record<Place['to'], string | undefined>> = { '/threads': threadCount, '/notices': noticeCount };

  return (
    <AppFrame
      skipLabel={text('app.skip')}
      rail={
        <Rail
          label={text('app.places')}
          head={
            <>
              <span className={classes.wordmark}>
                <Wordmark name={text('app.name')} />
              </span>
              <FindBox
                label={text('app.find')}
                keys={findKeys}
                icon={<IconSearch size={16} stroke={1.6} aria-hidden="true" />}
                onOpen={() => setOpen('switcher')}
              />
            </>
          }
          foot={<Self me={me} />}
        >
          {shown
            .filter((place) => place.to !== '/settings')
            .map((place) => (
              <RailLink
                key={place.to}
                to={place.to}
                search={place.to === '/issues' ? lastIssueFilters() : {}}
                activeOptions={{ exact: place.to === '/', includeSearch: false }}
                icon={place.icon}
                label={text(place.label)}
                count={counts[place.to]}
              />
            ))}
          <MyCommunities unread={unread} />
        </Rail>
      }
      corner={
        <CornerLink
          to="/notices"
          search={{}}
          activeOptions={{ includeSearch: false }}
          icon={<IconBell size={22} stroke={1.6} aria-hidden="true" />}
          label={text('app.notices-unread', { count: notices.count })}
          count={noticeCount}
        />
      }
      bottomBar={
        <BottomBar label={text('app.places')}>
          <BottomLinks places={among(barPlaces.before)} threadCount={threadCount} isPosting={pathname === '/issues/new'} />
          <BottomLink
            to="/issues/new"
            search={{ community: communityInView(pathname) }}
            isMain
            icon={<IconPencilPlus size={22} stroke={1.6} aria-hidden="true" />}
            label={text('app.post')}
          />
          <BottomLinks places={among(barPlaces.after)} threadCount={threadCount} isPosting={false} />
          <BottomBarMore
            icon={<IconMenu2 size={22} stroke={1.6} aria-hidden="true" />}
            label={text('app.more')}
            entries={without([...barPlaces.before, ...barPlaces.after], shown).map((place) => ({
              label: text(place.label),
              icon: place.icon,
              onChoose: () => void router.navigate({ to: place.to, search: {} }),
            }))}
          />
        </BottomBar>
      }
    >
      <ConnectionNotice />
      <Outlet />
      <Suspense>
        {open === 'switcher' && (
          <AppSwitcher isAdministrator={me.isAdministrator} onKeys={() => setOpen('keys')} onClose={() => setOpen(null)} />
        )}
        {open === 'keys' && <KeysDialog hasKeys={me.preferences.hasKeys} onClose={() => setOpen(null)} />}
      </Suspense>
    </AppFrame>
  );
};

/** A figure beside a place; none says nothing. */
const figure = (count: number): string | undefined => (count > 0 ? String(count) : undefined);

const without = (taken: readonly Place['to'][], all: readonly Place[]) => all.filter(({ to }) => !taken.includes(to));

interface BottomLinksProps {
  readonly places: readonly Place[];
  readonly threadCount: string | undefined;
  /** Posting stands below the issues in the address, and beside them in the bar. */
  readonly isPosting: boolean;
}

const BottomLinks = ({ places, threadCount, isPosting }: BottomLinksProps) =>
  places.map((place) => (
    <BottomLink
      key={place.to}
      to={place.to}
      search={place.to === '/issues' ? lastIssueFilters() : {}}
      activeOptions={{ exact: place.to === '/' || isPosting, includeSearch: false }}
      icon={place.icon}
      label={text(place.label)}
      count={place.to === '/threads' ? threadCount : undefined}
    />
  ));

const useSwitcherKey = (onOpen: () => void): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpen();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  });
};

const MyCommunities = ({ unread }: { unread: ReturnType<typeof useUnread> }) => {
  const communities = useMyCommunities();
  if (communities.length === 0) return null;
  return (
    <>
      <RailHeading>{text('app.your-communities')}</RailHeading>
      {communities.map((community) => {
        const count = unread.ofCommunity(community.id);
        return (
          <CommunityLink
            key={community.id}
            to="/communities/$communityId"
            params={{ communityId: community.id }}
            search={{}}
            name={community.name}
            hasNews={count > 0 || unread.hasNews(community.id)}
            newsLabel={text('app.community-news')}
            count={count > 0 ? String(count) : undefined}
          />
        );
      })}
    </>
  );
};

const Self = ({ me }: { me: MeView }) => (
  <div className={classes.self}>
    <Link to="/people/$personId" params={{ personId: me.person.id }} className={classes.selfLink}>
      <Avatar name={me.person.name} hue={me.person.unit?.hue} size={28} />
      <span className={classes.selfText}>
        <span>{me.person.name}</span>
        <small>{me.person.unit?.name ?? me.organisation.name}</small>
      </span>
    </Link>
    <Link to="/settings" className={classes.gear} title={text('app.settings')} aria-label={text('app.settings')}>
      <IconSettings size={17} stroke={1.6} aria-hidden="true" />
    </Link>
  </div>
);

const noticeAfterMs = 2_000;

/** Said plainly, after a moment: a short cut needs no words. */
const ConnectionNotice = () => {
  const state = useSyncExternalStore(live.subscribe, live.state);
  return state === 'connected' ? null : <LostNotice />;
};

const LostNotice = () => {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), noticeAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isLong && <Notice tone="caution">{text(navigator.onLine ? 'app.lost' : 'app.offline')}</Notice>;
};
