import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { importId } from '@landbridge/contract';
import { z } from 'zod';
import { inside } from './inside.tsx';

const AdminPage = lazyRouteComponent(() => import('../../features/people/admin-page.tsx'), 'AdminPage');
const OrganisationPage = lazyRouteComponent(() => import('../../features/people/organisation-page.tsx'), 'OrganisationPage');
const BusinessImperatives = lazyRouteComponent(() => import('../../features/communities/business-imperatives.tsx'), 'BusinessImperatives');
const WelcomePage = lazyRouteComponent(() => import('../../features/people/welcome-page.tsx'), 'WelcomePage');
const ImportPage = lazyRouteComponent(() => import('../../features/people/import-page.tsx'), 'ImportPage');
const HistoryPage = lazyRouteComponent(() => import('../../features/import/history-page.tsx'), 'HistoryPage');
const HistoryImportPage = lazyRouteComponent(() => import('../../features/import/history-import-page.tsx'), 'HistoryImportPage');
const AuditPage = lazyRouteComponent(() => import('../../features/administration/audit-page.tsx'), 'AuditPage');

const adminRoute = createRoute({ getParentRoute: () => inside, path: '/admin', component: AdminPage });

const organisationRoute = createRoute({
  getParentRoute: () => inside,
  path: '/admin/organisation',
  component: () => (
    <OrganisationPage>
      <BusinessImperatives />
    </OrganisationPage>
  ),
});

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

const historyRoute = createRoute({
  getParentRoute: () => inside,
  path: '/admin/history',
  component: function History() {
    const navigate = useNavigate();
    return <HistoryPage onArrived={(id) => void navigate({ to: '/admin/history/$importId', params: { importId: id } })} />;
  },
});

const historyImportRoute = createRoute({
  getParentRoute: () => inside,
  path: '/admin/history/$importId',
  params: {
    parse: (params: { importId: string }) => ({ importId: importId.parse(params.importId) }),
    stringify: (params: { importId: string }) => ({ importId: params.importId }),
  },
  component: function HistoryImport() {
    const { importId: id } = historyImportRoute.useParams();
    return <HistoryImportPage key={id} id={id} />;
  },
});

const auditRoute = createRoute({ getParentRoute: () => inside, path: '/admin/audit', component: AuditPage });

export const adminRoutes = [
  adminRoute,
  organisationRoute,
  welcomeRoute,
  importRoute,
  historyRoute,
  historyImportRoute,
  auditRoute,
] as const;
