import {
  createLink,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  useNavigate,
  useRouter,
} from '@tanstack/react-router';
import { useState } from 'react';
import { artifactId, communityId, issueId, messageId, personId, sessionId, threadId } from '@landbridge/contract';
import { issueFilters } from '@landbridge/contract/practice-issues';
import { getMessage } from '@landbridge/contract/threads';
import { Button, ButtonLink, ErrorState, Page } from '@landbridge/ui';
import { z } from 'zod';
import { fetchMe, fetchSetup, useMe } from '../features/identity/index.ts';
import { DemoDoors } from '../features/import/index.ts';
import { callRoute } from '../platform/api.ts';
import { ProblemState } from '../platform/problem-state.tsx';
import { text } from '../platform/texts.ts';
import { Shell } from './shell.tsx';

// Pages are fetched when they are first visited; what the shell needs of a feature comes through its index.ts.
const SignInPage = lazyRouteComponent(() => import('../features/identity/sign-in-page.tsx'), 'SignInPage');
const SetUpPage = lazyRouteComponent(() => import('../features/identity/set-up-page.tsx'), 'SetUpPage');
const FirstPage = lazyRouteComponent(() => import('../features/import/first-page.tsx'), 'FirstPage');
const LinkPage = lazyRouteComponent(() => import('../features/identity/link-page.tsx'), 'LinkPage');
const MailboxPage = lazyRouteComponent(() => import('../features/identity/mailbox-page.tsx'), 'MailboxPage');
const SettingsPage = lazyRouteComponent(() => import('../features/identity/settings-page.tsx'), 'SettingsPage');
const PeoplePage = lazyRouteComponent(() => import('../features/people/people-page.tsx'), 'PeoplePage');
const PersonPage = lazyRouteComponent(() => import('../features/people/person-page.tsx'), 'PersonPage');
const EditProfilePage = lazyRouteComponent(() => import('../features/people/edit-profile-page.tsx'), 'EditProfilePage');
const AdminPage = lazyRouteComponent(() => import('../features/people/admin-page.tsx'), 'AdminPage');
const OrganisationPage = lazyRouteComponent(() => import('../features/people/organisation-page.tsx'), 'OrganisationPage');
const WelcomePage = lazyRouteComponent(() => import('../features/people/welcome-page.tsx'), 'WelcomePage');
const ImportPage = lazyRouteComponent(() => import('../features/people/import-page.tsx'), 'ImportPage');
const AuditPage = lazyRouteComponent(() => import('../features/administration/audit-page.tsx'), 'AuditPage');
const CommunitiesPage = lazyRouteComponent(() => import('../features/communities/communities-page.tsx'), 'CommunitiesPage');
const CommunityPage = lazyRouteComponent(() => import('../features/communities/community-page.tsx'), 'CommunityPage');
const NewCommunityPage = lazyRouteComponent(() => import('../features/communities/new-community-page.tsx'), 'NewCommunityPage');
const HomePage = lazyRouteComponent(() => import('../features/home/home-page.tsx'), 'HomePage');
const InboxPage = lazyRouteComponent(() => import('../features/threads/inbox-page.tsx'), 'InboxPage');
const ThreadPage = lazyRouteComponent(() => import('../features/threads/thread-page.tsx'), 'ThreadPage');
const StartAcrossPage = lazyRouteComponent(() => import('../features/threads/start-across-page.tsx'), 'StartAcrossPage');
const CommunityThreads = lazyRouteComponent(() => import('../features/threads/community-threads.tsx'), 'CommunityThreads');
const ThreadsOfPerson = lazyRouteComponent(() => import('../features/threads/threads-of-person.tsx'), 'ThreadsOfPerson');
const StartThreadDialog = lazyRouteComponent(() => import('../features/threads/start-thread-dialog.tsx'), 'StartThreadDialog');
const LibraryPage = lazyRouteComponent(() => import('../features/library/library-page.tsx'), 'LibraryPage');
const ArtifactPage = lazyRouteComponent(() => import('../features/library/artifact-page.tsx'), 'ArtifactPage');
const KeepArtifactPage = lazyRouteComponent(() => import('../features/library/keep-artifact-page.tsx'), 'KeepArtifactPage');
const EditArtifactPage = lazyRouteComponent(() => import('../features/library/edit-artifact-page.tsx'), 'EditArtifactPage');
const CommunityArtifacts = lazyRouteComponent(() => import('../features/library/community-artifacts.tsx'), 'CommunityArtifacts');
const CalendarPage = lazyRouteComponent(() => import('../features/sessions/calendar-page.tsx'), 'CalendarPage');
const SessionPage = lazyRouteComponent(() => import('../features/sessions/session-page.tsx'), 'SessionPage');
const PlanSessionPage = lazyRouteComponent(() => import('../features/sessions/plan-session-page.tsx'), 'PlanSessionPage');
const CommunitySessions = lazyRouteComponent(() => import('../features/sessions/community-sessions.tsx'), 'CommunitySessions');

const IssuesPage = lazyRouteComponent(() => import('../features/practice-issues/issues-page.tsx'), 'IssuesPage');
const IssuePage = lazyRouteComponent(() => import('../features/practice-issues/issue-page.tsx'), 'IssuePage');
const NewIssuePage = lazyRouteComponent(() => import('../features/practice-issues/new-issue-page.tsx'), 'NewIssuePage');
const IssuesOfPerson = lazyRouteComponent(() => import('../features/practice-issues/issues-of-person.tsx'), 'IssuesOfPerson');
const IssuesForMe = lazyRouteComponent(() => import('../features/practice-issues/issues-for-me.tsx'), 'IssuesForMe');
const CommunityLeading = lazyRouteComponent(() => import('../features/home/community-leading.tsx'), 'CommunityLeading');
const OwnRing = lazyRouteComponent(() => import('../features/home/own-ring.tsx'), 'OwnRing');
const CommunityIssues = lazyRouteComponent(() => import('../features/practice-issues/community-issues.tsx'), 'CommunityIssues');

const PostIssueLink = createLink(ButtonLink);

const NotFound = () => (
  <Page>
    <ErrorState
      title={text('problem.missing-title')}
      text={text('problem.no-page')}
      action={<ButtonLink href="/">{text('problem.home')}</ButtonLink>}
    />
  </Page>
);

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ProblemState error={error} onRetry={reset} />,
});

const enter = () => location.assign('/');
/** A new organisation begins with three steps. */
const begin = () => location.assign('/welcome');

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  loader: fetchSetup,
  component: function SignIn() {
    const { isNew, needsCode, isDemo, organisationName, sendsMail, hasMailbox } = signInRoute.useLoaderData();
    const [isOwn, setIsOwn] = useState(false);
    if (isNew && !isOwn) return <FirstPage needsCode={needsCode} onNew={() => setIsOwn(true)} onSignedIn={enter} />;
    if (isNew) return <SetUpPage needsCode={needsCode} onDone={begin} />;
    return (
      <SignInPage
        organisationName={organisationName}
        sendsMail={sendsMail}
        hasMailbox={hasMailbox}
        otherWay={isDemo && <DemoDoors onSignedIn={enter} />}
        onSignedIn={enter}
      />
    );
  },
});

const linkRoute = createRoute({
  getParentRoute: () => root,
  path: '/link/$token',
  component: function Link() {
    return <LinkPage token={linkRoute.useParams().token} onSignedIn={enter} />;
  },
});

const mailboxRoute = createRoute({ getParentRoute: () => root, path: '/mailbox', component: MailboxPage });

/** Everything behind the sign-in. */
const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  beforeLoad: async () => {
    if (!(await fetchMe())) throw redirect({ to: '/sign-in' });
  },
  component: Shell,
});

const homeRoute = createRoute({ getParentRoute: () => inside, path: '/', component: HomePage });

const inboxRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads',
  validateSearch: z.object({ show: z.enum(['unread', 'following', 'mentions', 'across-units']).optional().catch(undefined) }),
  component: function Inbox() {
    return <InboxPage show={inboxRoute.useSearch().show ?? 'unread'} />;
  },
});

const startAcrossRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads/new-across-units',
  component: function StartAcross() {
    const navigate = useNavigate();
    return <StartAcrossPage onOpened={(id) => void navigate({ to: '/threads/$threadId', params: { threadId: id }, search: {} })} />;
  },
});

const threadRoute = createRoute({
  getParentRoute: () => inside,
  path: '/threads/$threadId',
  params: { parse: (params) => ({ threadId: threadId.parse(params.threadId) }), stringify: (params) => ({ threadId: params.threadId }) },
  validateSearch: z.object({ message: messageId.optional().catch(undefined) }),
  component: function Thread() {
    const { threadId: id } = threadRoute.useParams();
    const { message } = threadRoute.useSearch();
    const navigate = useNavigate();
    return (
      <ThreadPage
        key={id}
        id={id}
        messageId={message ?? null}
        onGoTo={(target) =>
          void navigate({ to: '/threads/$threadId', params: { threadId: id }, search: { message: messageId.parse(target) } })
        }
      />
    );
  },
});

const messageRoute = createRoute({
  getParentRoute: () => inside,
  path: '/messages/$messageId',
  loader: async ({ params }) => {
    const message = await callRoute(getMessage, { params: { messageId: messageId.parse(params.messageId) } });
    throw redirect({ to: '/threads/$threadId', params: { threadId: message.threadId }, search: { message: message.id }, replace: true });
  },
});

const filtersInAddress = z.object({
  state: issueFilters.shape.state.catch(undefined),
  communityId: issueFilters.shape.communityId.catch(undefined),
  kind: issueFilters.shape.kind.catch(undefined),
  tag: issueFilters.shape.tag.catch(undefined),
  mine: issueFilters.shape.mine.catch(undefined),
  urgent: issueFilters.shape.urgent.catch(undefined),
  q: issueFilters.shape.q.catch(undefined),
});

const issuesRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues',
  validateSearch: filtersInAddress,
  component: function Issues() {
    const navigate = useNavigate();
    return <IssuesPage filters={issuesRoute.useSearch()} onChange={(search) => void navigate({ to: '/issues', search, replace: true })} />;
  },
});

const newIssueRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues/new',
  validateSearch: z.object({ community: communityId.optional().catch(undefined) }),
  component: function NewIssue() {
    const { community = null } = newIssueRoute.useSearch();
    const navigate = useNavigate();
    const { history } = useRouter();
    return (
      <NewIssuePage
        key={community}
        communityId={community}
        onPosted={(id) => void navigate({ to: '/issues/$issueId', params: { issueId: id }, search: {}, replace: true })}
        onClose={() => (history.canGoBack() ? history.back() : void navigate({ to: '/issues', search: {} }))}
      />
    );
  },
});

const issueRoute = createRoute({
  getParentRoute: () => inside,
  path: '/issues/$issueId',
  params: { parse: (params) => ({ issueId: issueId.parse(params.issueId) }), stringify: (params) => ({ issueId: params.issueId }) },
  validateSearch: z.object({ message: messageId.optional().catch(undefined) }),
  component: function Issue() {
    const { issueId: id } = issueRoute.useParams();
    const { message } = issueRoute.useSearch();
    const navigate = useNavigate();
    return (
      <IssuePage
        key={id}
        id={id}
        messageId={message ?? null}
        onGoTo={(target) =>
          void navigate({ to: '/issues/$issueId', params: { issueId: id }, search: { message: messageId.parse(target) } })
        }
        onTakeAcross={() => void navigate({ to: '/threads/new-across-units' })}
      />
    );
  },
});

const communitiesRoute = createRoute({ getParentRoute: () => inside, path: '/communities', component: CommunitiesPage });

const newCommunityRoute = createRoute({
  getParentRoute: () => inside,
  path: '/communities/new',
  component: function NewCommunity() {
    const navigate = useNavigate();
    return (
      <NewCommunityPage onFounded={(id) => void navigate({ to: '/communities/$communityId', params: { communityId: id }, search: {} })} />
    );
  },
});

const communityRoute = createRoute({
  getParentRoute: () => inside,
  path: '/communities/$communityId',
  params: {
    parse: (params) => ({ communityId: communityId.parse(params.communityId) }),
    stringify: (params) => ({ communityId: params.communityId }),
  },
  validateSearch: z.object({
    tab: z.enum(['issues', 'conversation', 'sessions', 'library', 'members', 'lead']).optional().catch(undefined),
  }),
  component: function Community() {
    const { communityId: id } = communityRoute.useParams();
    const { tab } = communityRoute.useSearch();
    const navigate = useNavigate();
    const [isStarting, setStarting] = useState(false);
    return (
      <CommunityPage
        key={id}
        id={id}
        tab={tab ?? 'issues'}
        onLeft={() => void navigate({ to: '/communities' })}
        mainAction={(community) =>
          community.can.openThread &&
          (tab === 'conversation' ? (
            <Button variant="filled" onClick={() => setStarting(true)}>
              {text('threads.start')}
            </Button>
          ) : (
            <PostIssueLink variant="filled" to="/issues/new" search={{ community: id }}>
              {text('issues.post')}
            </PostIssueLink>
          ))
        }
        lead={(community) => <CommunityLeading community={community} />}
        ownRing={(community) => <OwnRing communityId={community.id} />}
        beginning={(community) => <IssuesForMe communityId={community.id} />}
        issues={(community) => <CommunityIssues community={community} />}
        sessions={(community) => <CommunitySessions community={community} />}
        library={(community) => <CommunityArtifacts community={community} />}
        conversation={(community) => (
          <>
            <CommunityThreads community={community} onStart={() => setStarting(true)} />
            {isStarting && (
              <StartThreadDialog
                community={community}
                onClose={() => setStarting(false)}
                onOpened={(opened) => void navigate({ to: '/threads/$threadId', params: { threadId: opened }, search: {} })}
              />
            )}
          </>
        )}
      />
    );
  },
});

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
  component: function Person() {
    const { personId: id } = personRoute.useParams();
    return (
      <PersonPage
        key={id}
        id={id}
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
    return <EditProfilePage onSaved={() => void navigate({ to: '/people/$personId', params: { personId: person.id } })} />;
  },
});

const artifactParams = {
  parse: (params: { artifactId: string }) => ({ artifactId: artifactId.parse(params.artifactId) }),
  stringify: (params: { artifactId: string }) => ({ artifactId: params.artifactId }),
};

const libraryRoute = createRoute({
  getParentRoute: () => inside,
  path: '/library',
  validateSearch: z.object({ q: z.string().max(80).optional().catch(undefined) }),
  component: function Library() {
    const navigate = useNavigate();
    return (
      <LibraryPage
        q={libraryRoute.useSearch().q ?? ''}
        onSearch={(q) => void navigate({ to: '/library', search: q === '' ? {} : { q }, replace: true })}
      />
    );
  },
});

const keepArtifactRoute = createRoute({
  getParentRoute: () => inside,
  path: '/library/new',
  validateSearch: z.object({
    community: communityId.optional().catch(undefined),
    issue: issueId.optional().catch(undefined),
    message: messageId.optional().catch(undefined),
  }),
  component: function KeepArtifact() {
    const { community, issue, message } = keepArtifactRoute.useSearch();
    const navigate = useNavigate();
    return (
      <KeepArtifactPage
        communityId={community ?? null}
        issueId={issue ?? null}
        messageId={message ?? null}
        onKept={(id) => void navigate({ to: '/library/$artifactId', params: { artifactId: id }, search: {} })}
      />
    );
  },
});

const artifactRoute = createRoute({
  getParentRoute: () => inside,
  path: '/library/$artifactId',
  params: artifactParams,
  validateSearch: z.object({ show: z.enum(['history']).optional().catch(undefined) }),
  component: function Artifact() {
    const { artifactId: id } = artifactRoute.useParams();
    return <ArtifactPage key={id} id={id} showsHistory={artifactRoute.useSearch().show === 'history'} />;
  },
});

const editArtifactRoute = createRoute({
  getParentRoute: () => inside,
  path: '/library/$artifactId/edit',
  params: artifactParams,
  component: function EditArtifact() {
    const { artifactId: id } = editArtifactRoute.useParams();
    const navigate = useNavigate();
    return (
      <EditArtifactPage id={id} onDone={() => void navigate({ to: '/library/$artifactId', params: { artifactId: id }, search: {} })} />
    );
  },
});

const calendarRoute = createRoute({
  getParentRoute: () => inside,
  path: '/calendar',
  validateSearch: z.object({ side: z.enum(['past']).optional().catch(undefined), show: z.enum(['all']).optional().catch(undefined) }),
  component: function Calendar() {
    const { side, show } = calendarRoute.useSearch();
    return <CalendarPage side={side ?? 'ahead'} show={show ?? 'mine'} />;
  },
});

const planSessionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/new',
  validateSearch: z.object({ community: communityId.optional().catch(undefined) }),
  component: function PlanSession() {
    const navigate = useNavigate();
    return (
      <PlanSessionPage
        communityId={planSessionRoute.useSearch().community ?? null}
        onPlanned={(id) => void navigate({ to: '/sessions/$sessionId', params: { sessionId: id } })}
      />
    );
  },
});

const sessionRoute = createRoute({
  getParentRoute: () => inside,
  path: '/sessions/$sessionId',
  params: {
    parse: (params) => ({ sessionId: sessionId.parse(params.sessionId) }),
    stringify: (params) => ({ sessionId: params.sessionId }),
  },
  component: function Session() {
    const { sessionId: id } = sessionRoute.useParams();
    return <SessionPage key={id} id={id} />;
  },
});

const adminRoute = createRoute({ getParentRoute: () => inside, path: '/admin', component: AdminPage });
const organisationRoute = createRoute({ getParentRoute: () => inside, path: '/admin/organisation', component: OrganisationPage });
const welcomeRoute = createRoute({
  getParentRoute: () => inside,
  path: '/welcome',
  validateSearch: z.object({ step: z.enum(['organisation', 'units', 'people']).optional().catch(undefined) }),
  component: function Welcome() {
    const navigate = useNavigate();
    return (
      <WelcomePage
        step={welcomeRoute.useSearch().step ?? 'organisation'}
        onStep={(step) => void navigate({ to: '/welcome', search: { step } })}
      />
    );
  },
});
const importRoute = createRoute({ getParentRoute: () => inside, path: '/admin/import', component: ImportPage });
const auditRoute = createRoute({ getParentRoute: () => inside, path: '/admin/audit', component: AuditPage });
const settingsRoute = createRoute({
  getParentRoute: () => inside,
  path: '/settings',
  component: () => <SettingsPage onSignedOut={() => location.assign('/sign-in')} />,
});

const tree = root.addChildren([
  signInRoute,
  linkRoute,
  mailboxRoute,
  inside.addChildren([
    homeRoute,
    inboxRoute,
    startAcrossRoute,
    threadRoute,
    messageRoute,
    issuesRoute,
    newIssueRoute,
    issueRoute,
    communitiesRoute,
    newCommunityRoute,
    communityRoute,
    peopleRoute,
    personRoute,
    editProfileRoute,
    libraryRoute,
    keepArtifactRoute,
    artifactRoute,
    editArtifactRoute,
    calendarRoute,
    planSessionRoute,
    sessionRoute,
    adminRoute,
    organisationRoute,
    welcomeRoute,
    importRoute,
    auditRoute,
    settingsRoute,
  ]),
]);

export const router = createRouter({ routeTree: tree, defaultPreload: 'intent', scrollRestoration: true });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
