import { createRoute, lazyRouteComponent, useNavigate } from '@tanstack/react-router';
import { artifactId, communityId, issueId, messageId } from '@landbridge/contract';
import { z } from 'zod';
import { inside } from './inside.tsx';

const LibraryPage = lazyRouteComponent(() => import('../../features/library/library-page.tsx'), 'LibraryPage');
const ArtifactPage = lazyRouteComponent(() => import('../../features/library/artifact-page.tsx'), 'ArtifactPage');
const KeepArtifactPage = lazyRouteComponent(() => import('../../features/library/keep-artifact-page.tsx'), 'KeepArtifactPage');
const EditArtifactPage = lazyRouteComponent(() => import('../../features/library/edit-artifact-page.tsx'), 'EditArtifactPage');

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

export const libraryRoutes = [libraryRoute, keepArtifactRoute, artifactRoute, editArtifactRoute] as const;
