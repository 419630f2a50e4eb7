import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { useState } from 'react';
import { fetchSetup } from '../../features/identity/index.ts';
import { root } from './root.tsx';

const SignInPage = lazyRouteComponent(() => import('../../features/identity/sign-in-page.tsx'), 'SignInPage');
const SetUpPage = lazyRouteComponent(() => import('../../features/identity/set-up-page.tsx'), 'SetUpPage');
const FirstPage = lazyRouteComponent(() => import('../../features/import/first-page.tsx'), 'FirstPage');
const DemoDoors = lazyRouteComponent(() => import('../../features/import/index.ts'), 'DemoDoors');
const LinkPage = lazyRouteComponent(() => import('../../features/identity/link-page.tsx'), 'LinkPage');
const MailboxPage = lazyRouteComponent(() => import('../../features/identity/mailbox-page.tsx'), 'MailboxPage');

const enter = () => location.assign('/');

/** A new organisation begins with three steps, or with the history that it brings along. */
const begins = { new: '/welcome', bring: '/admin/history' } as const;

const signInRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  loader: fetchSetup,
  component: function SignIn() {
    const { isNew, needsCode, isDemo, organisationName, sendsMail, hasMailbox } = signInRoute.useLoaderData();
    const [way, setWay] = useState<keyof typeof begins | null>(null);
    if (isNew && !way) return <FirstPage needsCode={needsCode} onOwn={setWay} onSignedIn={enter} />;
    if (isNew && way) return <SetUpPage needsCode={needsCode} onDone={() => location.assign(begins[way])} />;
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

export const entryRoutes = [signInRoute, linkRoute, mailboxRoute] as const;
