import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { personId } from '@landbridge/contract';
import { z } from 'zod';
import { useMe } from '../../features/identity/index.ts';
import { inside } from './inside.tsx';

const NoticeKinds = lazyRouteComponent(() => import('../../features/notifications/notice-kinds.tsx'), 'NoticeKinds');
const SettingsPage = lazyRouteComponent(() => import('../../features/identity/settings-page.tsx'), 'SettingsPage');
const PeoplePage = lazyRouteComponent(() => import('../../features/people/people-page.tsx'), 'PeoplePage');
const PersonPage = lazyRouteComponent(() => import('../../features/people/person-page.tsx'), 'PersonPage');
const EditProfilePage = lazyRouteComponent(() => import('../../features/people/edit-profile-page.tsx'), 'EditProfilePage');
const ThreadsOfPerson = lazyRouteComponent(() => import('../../features/threads/threads-of-person.tsx'), 'ThreadsOfPerson');
const IssuesOfPerson = lazyRouteComponent(() => import('../../features/practice-issues/issues-of-person.tsx'), 'IssuesOfPerson');

const peopleRoute = createRoute({
  getParentRoute: () => inside,
  path: '/people',
  validateSearch: z.object({ q: z.string().max(80).optional().catch(undefined) }),
  component: function People() {
    const navigate = useNavigate();
    return (
      <PeoplePage
        q={peopleRoute.useSearch().q ?? ''}
        onSearch={(q) => void navigate({ to: '/people', search: q === '' ? {} : { q }, replace: true })}
      />
    );
  },
});

const personRoute = createRoute({
  getParentRoute: () => inside,
  path: '/people/$personId',
  params: { parse: (params) => ({ personId: personId.parse(params.personId) }), stringify: (params) => ({ personId: params.personId }) },
  validateSearch: z.object({ as: z.literal('others').optional().catch(undefined) }),
  component: function Person() {
    const { personId: id } = personRoute.useParams();
    const isAsOthers = personRoute.useSearch().as === 'others';
    return (
      <PersonPage
        key={id}
        id={id}
        isAsOthers={isAsOthers}
        answered={(person) => (
          <>
            <IssuesOfPerson personId={person.id} />
            <ThreadsOfPerson personId={person.id} />
          </>
        )}
      />
    );
  },
});

const editProfileRoute = createRoute({
  getParentRoute: () => inside,
  path: '/profile/edit',
  component: function EditProfile() {
    const navigate = useNavigate();
    const { person } = useMe();
    return <EditProfilePage onSaved={() => void navigate({ to: '/people/$personId', params: { personId: person.id }, search: {} })} />;
  },
});

const settingsRoute = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: () => <SettingsPage notices={<NoticeKinds />} onSignedOut={() => location.assign('/sign-in')} />,
});

export const peopleRoutes = [peopleRoute, personRoute, editProfileRoute, settingsRoute] as const;
