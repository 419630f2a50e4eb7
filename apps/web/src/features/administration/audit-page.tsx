import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { listAuditEntries, type AuditAction, type AuditEntry } from '@landbridge/contract/administration';
import { Bar, Button, EmptyState, Page, SkeletonRows } from '@landbridge/ui';
import { organisationText } from '../organisation/index.ts';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import { useTitle } from '../../platform/use-title.ts';
import classes from './audit-page.module.css';
import { text, type TextId } from './texts.ts';

/** What administrators did, newest first, each as a sentence. */
export const AuditPage = () => {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['audit-entries'],
    queryFn: ({ pageParam }) => callRoute(listAuditEntries, { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const entries = data?.pages.flatMap((page) => page.entries);
  useTitle(text('audit.title'));
  return (
    <>
      <Bar>
        <Link to="/admin">{organisationText('admin.title')}</Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{text('audit.title')}</span>
      </Bar>
      <Page>
        <h1>{text('audit.title')}</h1>
        <p className={classes.intro}>{text('audit.intro')}</p>
        {entries?.length === 0 && <EmptyState title={text('audit.empty')} />}
        {!entries && !error && <SkeletonRows rows={8} label={text('app.loading')} />}
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        <ol className={classes.list} aria-label={text('audit.title')}>
          {entries?.map((entry) => (
            <li key={entry.id} className={classes.entry}>
              <span className={classes.time}>
                <Time at={entry.at} />
              </span>
              <span>
                <strong>{entry.actor?.name ?? text('audit.nobody')}</strong> {sentenceOf(entry)}
              </span>
            </li>
          ))}
        </ol>
        {hasNextPage && (
          <Button variant="quiet" onClick={() => void fetchNextPage()}>
            {text('audit.more')}
          </Button>
        )}
      </Page>
    </>
  );
};

const sentenceOf = ({ action, subject, unit, details }: AuditEntry): string =>
  text(sentences[action], {
    into: text('audit.private-community'),
    ...details,
    subject: subject?.name ?? text(action === 'community.merged' ? 'audit.private-community' : 'audit.gone'),
    unit: unit?.name ?? text('audit.no-unit'),
  });

const sentences: Readonly<Record<AuditAction, TextId>> = {
  'person.invited': 'audit.person-invited',
  'person.invited-again': 'audit.person-invited-again',
  'person.imported': 'audit.person-imported',
  'person.moved': 'audit.person-moved',
  'person.deactivated': 'audit.person-deactivated',
  'person.brought-back': 'audit.person-brought-back',
  'role.given': 'audit.role-given',
  'role.taken': 'audit.role-taken',
  'manager.appointed': 'audit.manager-appointed',
  'manager.dismissed': 'audit.manager-dismissed',
  'unit.added': 'audit.unit-added',
  'unit.renamed': 'audit.unit-renamed',
  'unit.moved': 'audit.unit-moved',
  'unit.merged': 'audit.unit-merged',
  'unit.closed': 'audit.unit-closed',
  'unit.reopened': 'audit.unit-reopened',
  'community.merged': 'audit.community-merged',
  'imperative.named': 'audit.imperative-named',
  'imperative.renamed': 'audit.imperative-renamed',
  'imperative.owner-changed': 'audit.imperative-owner-changed',
  'imperative.closed': 'audit.imperative-closed',
  'imperative.reopened': 'audit.imperative-reopened',
  'organisation.changed': 'audit.organisation-changed',
  'history.looked-at': 'audit.history-looked-at',
  'history.imported': 'audit.history-imported',
  'history.broken-off': 'audit.history-broken-off',
};
