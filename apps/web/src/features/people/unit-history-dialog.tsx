import { useQuery } from '@tanstack/react-query';
import { getUnitHistory, listUnits } from '@landbridge/contract/organisation';
import { Actions, Button, Dialog, SkeletonRows } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import type { UnitDialogProps } from './unit-dialogs.tsx';
import classes from './admin-page.module.css';

/** What a unit was called and where it stood, newest first. */
export const UnitHistoryDialog = ({ unit, onClose }: UnitDialogProps) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['unit-history', unit.id],
    queryFn: async () => {
      const [{ history }, { units }] = await Promise.all([
        callRoute(getUnitHistory, { params: { unitId: unit.id } }),
        callRoute(listUnits, { query: { show: 'all' } }),
      ]);
      return { history, names: new Map(units.map(({ id, name }) => [id, name])) };
    },
    staleTime: 0,
  });
  const place = (parentId: string | null) => [...(data?.names ?? [])].find(([id]) => id === parentId)?.[1] ?? text('admin.unit-top');
  return (
    <Dialog title={text('admin.unit-history-title', { name: unit.name })} onClose={onClose}>
      {!data && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ol className={classes.history}>
        {data?.history.map((past) => (
          <li key={`${past.from} ${past.until} ${past.name}`}>
            <strong>{past.name}</strong>
            <span className={classes.personDetail}>
              {text('admin.unit-past', { from: past.from, until: past.until ?? text('admin.until-today'), parent: place(past.parentId) })}
            </span>
          </li>
        ))}
      </ol>
      <Actions>
        <Button variant="filled" onClick={onClose}>
          {text('admin.done')}
        </Button>
      </Actions>
    </Dialog>
  );
};
