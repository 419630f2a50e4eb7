import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { IconCalendarEvent, IconFileText, IconMapPin, IconMessages, IconPuzzle, IconUsersGroup } from '@tabler/icons-react';
import { listCommunities } from '@landbridge/contract/communities';
import { listArtifacts } from '@landbridge/contract/library';
import { listPeople } from '@landbridge/contract/people';
import { listIssues } from '@landbridge/contract/practice-issues';
import { findSessions } from '@landbridge/contract/sessions';
import { findThreads } from '@landbridge/contract/threads';
import { Avatar, Kbd, Switcher, UnitChip, type SwitcherGroup } from '@landbridge/ui';
import { callRoute } from '../platform/api.ts';
import { enterKey } from '../platform/keys.ts';
import { exactTime } from '../platform/times.ts';
import { places } from './places.tsx';
import classes from './shell.module.css';
import { text } from './texts.ts';

const rowsPerGroup = 3;

interface AppSwitcherProps {
  readonly isAdministrator: boolean;
  readonly onKeys: () => void;
  readonly onClose: () => void;
}

/** ⌘K: goes to every issue, thread, community, person, artifact, session and place there is for this person. */
export const AppSwitcher = ({ isAdministrator, onKeys, onClose }: AppSwitcherProps) => {
  const router = useRouter();
  const [query, setQuery] = useState('');
  const q = useDeferredValue(query.trim());
  const { data, isFetching } = useQuery({
    queryKey: ['switcher', q],
    enabled: q !== '',
    staleTime: 10_000,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const [issues, threads, communities, people, library, sessions] = await Promise.all([
        callRoute(listIssues, { query: { q, limit: rowsPerGroup }, signal }),
        callRoute(findThreads, { query: { q, limit: rowsPerGroup }, signal }),
        callRoute(listCommunities, { query: { q, show: 'readable', limit: rowsPerGroup }, signal }),
        callRoute(listPeople, { query: { q, limit: rowsPerGroup }, signal }),
        callRoute(listArtifacts, { query: { q, limit: rowsPerGroup }, signal }),
        callRoute(findSessions, { query: { q, limit: rowsPerGroup }, signal }),
      ]);
      return {
        issues: issues.issues,
        threads: threads.threads,
        communities: communities.communities,
        people: people.people,
        artifacts: library.artifacts,
        sessions: sessions.sessions,
      };
    },
  });
  const go = (to: string) => () => void router.navigate({ to });
  const icon = { size: 16, stroke: 1.6, 'aria-hidden': true };
  const found = q === '' ? undefined : data;
  const groups: SwitcherGroup[] = [
    {
      label: text('switcher.issues'),
      items: (found?.issues ?? []).map((issue) => ({
        id: issue.id,
        label: issue.title,
        icon: <IconPuzzle {...icon} />,
        detail: issue.community.name,
        onChoose: go(`/issues/${issue.id}`),
      })),
    },
    {
      label: text('switcher.threads'),
      items: (found?.threads ?? []).map((thread) => ({
        id: thread.id,
        label: thread.title,
        icon: <IconMessages {...icon} />,
        detail: thread.communityName,
        onChoose: go(`/threads/${thread.id}`),
      })),
    },
    {
      label: text('switcher.communities'),
      items: (found?.communities ?? []).map((community) => ({
        id: community.id,
        label: community.name,
        icon: <IconUsersGroup {...icon} />,
        onChoose: go(`/communities/${community.id}`),
      })),
    },
    {
      label: text('switcher.people'),
      items: (found?.people ?? []).map((person) => ({
        id: person.id,
        label: person.name,
        icon: <Avatar name={person.name} hue={person.unit?.hue} size={24} />,
        detail: person.unit && <UnitChip unit={person.unit} />,
        onChoose: go(`/people/${person.id}`),
      })),
    },
    {
      label: text('switcher.library'),
      items: (found?.artifacts ?? []).map((artifact) => ({
        id: artifact.id,
        label: artifact.title,
        icon: <IconFileText {...icon} />,
        onChoose: go(`/library/${artifact.id}`),
      })),
    },
    {
      label: text('switcher.sessions'),
      items: (found?.sessions ?? []).map((session) => ({
        id: session.id,
        label: session.title,
        icon: <IconCalendarEvent {...icon} />,
        detail: exactTime(session.at),
        onChoose: go(`/sessions/${session.id}`),
      })),
    },
    {
      label: text('switcher.places'),
      items: places
        .filter((place) => (isAdministrator || !place.isForAdministrators) && text(place.label).toLowerCase().includes(q.toLowerCase()))
        .map((place) => ({
          id: place.to,
          label: text(place.label),
          icon: <IconMapPin {...icon} />,
          detail: place.keys && <Kbd>{place.keys}</Kbd>,
          onChoose: go(place.to),
        })),
    },
  ];
  return (
    <Switcher
      title={text('switcher.title')}
      placeholder={text('switcher.placeholder')}
      nothing={text(isFetching || q !== query.trim() ? 'switcher.looking' : 'switcher.nothing')}
      query={query}
      onQuery={setQuery}
      groups={groups}
      onClose={onClose}
      foot={
        <>
          <span>
            <Kbd>↑</Kbd>
            <Kbd>↓</Kbd>
            {text('switcher.move')}
          </span>
          <span>
            <Kbd>{enterKey}</Kbd>
            {text('switcher.open')}
          </span>
          <button type="button" className={classes.keys} onClick={onKeys}>
            <Kbd>?</Kbd>
            {text('switcher.all-keys')}
          </button>
        </>
      }
    />
  );
};
