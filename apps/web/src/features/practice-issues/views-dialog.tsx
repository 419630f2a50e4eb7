import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { IconX } from '@tabler/icons-react';
import {
  deleteIssueView,
  listIssueViews,
  saveIssueView,
  type IssueFilters,
  type SavedIssueView,
} from '@landbridge/contract/practice-issues';
import { Actions, Button, Dialog, IconButton, SkeletonRows, TextField, useToast } from '@landbridge/ui';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { queryClient } from '../../platform/query-client.ts';
import classes from './issues-page.module.css';
import { text } from './texts.ts';

const viewsKey = ['issue-views'];
const refresh = () => queryClient.invalidateQueries({ queryKey: viewsKey });
const keep = (name: string, filters: IssueFilters) => callRoute(saveIssueView, { body: { name, filters } });

/** Filters kept under a name: open one, keep those one sees, remove one. */
export const ViewsDialog = ({ filters, onClose }: { filters: IssueFilters; onClose: () => void }) => {
  const show = useToast();
  const { data, error, refetch } = useQuery({ queryKey: viewsKey, queryFn: () => callRoute(listIssueViews), staleTime: 0 });
  const [name, setName] = useState('');
  const [refused, setRefused] = useState<unknown>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setRefused(undefined);
    try {
      const view = await keep(name, filters);
      show({ text: text('issues.view-saved', { name: view.name }) });
      setName('');
      await refresh();
    } catch (problem) {
      setRefused(problem);
    }
  };
  const remove = async (view: SavedIssueView) => {
    try {
      await callRoute(deleteIssueView, { params: { issueViewId: view.id } });
      const restore = () => void keep(view.name, view.filters).then(refresh, (problem: unknown) => show({ text: problemText(problem) }));
      show({ text: text('issues.view-deleted', { name: view.name }), undo: { label: text('issue.undo'), act: restore } });
      await refresh();
    } catch (problem) {
      show({ text: problemText(problem) });
    }
  };

  return (
    <Dialog title={text('issues.views-title')} onClose={onClose}>
      {data?.views.length === 0 && <p>{text('issues.views-none')}</p>}
      {!data && !error && <SkeletonRows rows={2} label={text('issues.views-loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {data && data.views.length > 0 && (
        <ul className={classes.views}>
          {data.views.map((view) => (
            <li key={view.id}>
              <Link to="/issues" search={view.filters} className={classes.viewLink} onClick={onClose}>
                {view.name}
              </Link>
              <IconButton label={text('issues.view-delete', { name: view.name })} onClick={() => void remove(view)}>
                <IconX size={16} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <form className={classes.viewForm} onSubmit={(event) => void save(event)}>
        <TextField
          label={text('issues.view-name')}
          required
          maxLength={60}
          value={name}
          error={refused === undefined ? undefined : (fieldError(refused, 'name') ?? problemText(refused))}
          onChange={(event) => setName(event.target.value)}
        />
        <Actions>
          <Button type="submit" variant="filled" disabled={name.trim() === ''}>
            {text('issues.view-save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('issue-form.close')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
