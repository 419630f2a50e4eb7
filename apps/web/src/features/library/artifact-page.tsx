import { createLink, Link } from '@tanstack/react-router';
import { IconChevronRight, IconHistory, IconPencil } from '@tabler/icons-react';
import type { ArtifactId } from '@landbridge/contract';
import type { ArtifactView, KeptFrom } from '@landbridge/contract/library';
import { Bar, ButtonLink, Page, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { AttachedFiles } from '../files/index.ts';
import { PersonLink } from '../people/index.ts';
import { MessageHtml } from '../threads/index.ts';
import { ArtifactHistory } from './artifact-history.tsx';
import classes from './library.module.css';
import { text } from './texts.ts';
import { useArtifact } from './use-artifacts.ts';

const ActionLink = createLink(ButtonLink);
const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

export const ArtifactPage = ({ id, showsHistory }: { id: ArtifactId; showsHistory: boolean }) => {
  const { data: artifact, error, refetch } = useArtifact(id);
  useTitle(artifact?.title ?? text('library.title'));
  if (error)
    return (
      <Page>
        <ProblemState error={error} onRetry={() => void refetch()} />
      </Page>
    );
  if (!artifact)
    return (
      <Page>
        <SkeletonRows rows={6} label={text('app.loading')} />
      </Page>
    );
  return (
    <>
      <ArtifactBar artifact={artifact} showsHistory={showsHistory} />
      <Page>
        <article className={classes.artifact}>
          <h1 dir="auto">{artifact.title}</h1>
          <p className={classes.meta}>
            <PersonLink person={artifact.author} />
            {' · '}
            {text('library.changed')} <Time at={artifact.changedAt} />
          </p>
          <Homes artifact={artifact} />
          {artifact.keptFrom && <From place={artifact.keptFrom} />}
          {showsHistory ? <ArtifactHistory artifact={artifact} /> : <Content artifact={artifact} />}
        </article>
      </Page>
    </>
  );
};

const Content = ({ artifact }: { artifact: ArtifactView }) => (
  <div className={classes.content}>
    <MessageHtml html={artifact.html} named={artifact.named} />
    <AttachedFiles files={artifact.files} />
  </div>
);

const ArtifactBar = ({ artifact, showsHistory }: { artifact: ArtifactView; showsHistory: boolean }) => (
  <Bar
    actions={
      <>
        <ActionLink
          to="/library/$artifactId"
          params={{ artifactId: artifact.id }}
          search={showsHistory ? {} : { show: 'history' }}
          variant="quiet"
        >
          <IconHistory {...icon} />
          {text(showsHistory ? 'library.show-text' : 'library.history')}
        </ActionLink>
        {artifact.can.edit && (
          <ActionLink to="/library/$artifactId/edit" params={{ artifactId: artifact.id }}>
            <IconPencil {...icon} />
            {text('library.edit')}
          </ActionLink>
        )}
      </>
    }
  >
    <Link to="/library" search={{}}>
      {text('library.title')}
    </Link>
    <IconChevronRight size={14} aria-hidden="true" />
    <span>{artifact.title}</span>
  </Bar>
);

const Homes = ({ artifact }: { artifact: ArtifactView }) => (
  <p className={classes.meta}>
    {text('library.at-home')}{' '}
    {artifact.homes.map((home, index) => (
      <span key={home.id}>
        {index > 0 && ', '}
        <Link to="/communities/$communityId" params={{ communityId: home.id }} search={{ tab: 'library' }}>
          {home.name}
        </Link>
      </span>
    ))}
  </p>
);

const From = ({ place }: { place: KeptFrom }) => (
  <p className={classes.meta}>
    {text(place.kind === 'issue' ? 'library.from-issue' : 'library.from-message')}{' '}
    {place.kind === 'issue' ? (
      <Link to="/issues/$issueId" params={{ issueId: place.issueId }} search={{}}>
        {place.title}
      </Link>
    ) : (
      <Link to="/messages/$messageId" params={{ messageId: place.messageId }}>
        {place.title}
      </Link>
    )}
  </p>
);
