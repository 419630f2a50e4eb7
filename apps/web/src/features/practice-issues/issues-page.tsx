import { createLink } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { IconBookmark, IconPencilPlus } from '@tabler/icons-react';
import type { IssueFilters } from '@landbridge/contract/practice-issues';
import { Button, ButtonLink, EmptyState, Page } from '@landbridge/ui';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import { IssueFilterBar } from './issue-filter-bar.tsx';
import { IssueList } from './issue-list.tsx';
import classes from './issues-page.module.css';
import { text } from './texts.ts';
import { keepIssueFilters } from './use-issues.ts';
import { ViewsDialog } from './views-dialog.tsx';

const PostLink = createLink(ButtonLink);
const icon = { size: 17, stroke: 1.6, 'aria-hidden': true };

/** All practice issues that are open to me. The filters stand in the address, and the last ones are remembered. */
export const IssuesPage = ({ filters, onChange }: { filters: IssueFilters; onChange: (filters: IssueFilters) => void }) => {
  const [hasViews, setViews] = useState(false);
  useTitle(text('issues.title'));
  // The address changes by links, by keys and by the back button: what counts is where one is.
  useEffect(() => keepIssueFilters(filters), [filters]);
  const isNarrowed = Object.values(filters).some((value) => value !== undefined);
  return (
    <>
      <PlaceBar />
      <Page>
        <div className={classes.head}>
          <h1>{text('issues.title')}</h1>
          <div className={classes.headActions}>
            <Button onClick={() => setViews(true)}>
              <IconBookmark {...icon} />
              {text('issues.views')}
            </Button>
            <PostLink variant="filled" to="/issues/new" search={{}}>
              <IconPencilPlus {...icon} />
              {text('issues.post')}
            </PostLink>
          </div>
        </div>
        <IssueFilterBar filters={filters} onChange={onChange} />
        <IssueList filters={filters} showsCommunity empty={<NoIssues isNarrowed={isNarrowed} />} />
        {hasViews && <ViewsDialog filters={filters} onClose={() => setViews(false)} />}
      </Page>
    </>
  );
};

const NoIssues = ({ isNarrowed }: { isNarrowed: boolean }) => (
  <EmptyState
    title={text(isNarrowed ? 'issues.nothing-title' : 'issues.none-title')}
    text={text(isNarrowed ? 'issues.nothing-text' : 'issues.none-text')}
    action={
      isNarrowed ? (
        <PostLink to="/issues" search={{}}>
          {text('issues.clear')}
        </PostLink>
      ) : (
        <PostLink to="/issues/new" search={{}}>
          {text('issues.post')}
        </PostLink>
      )
    }
  />
);
