import { useQuery } from '@tanstack/react-query';
import { listUnits, reopenUnit, type UnitView } from '@landbridge/contract/organisation';
import { Button, UnitTile, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { dateWithYear } from '../../platform/times.ts';
import { organisationText as text } from '../organisation/index.ts';
import classes from './admin-page.module.css';

/** Units that ended. One that should not have can be opened again; its past stays in its history. */
export const ClosedUnits = ({ onChanged }: { onChanged: () => void }) => {
  const show = useToast();
  // Its key begins as that of the open ones: they are refreshed together.
  const { data, error, refetch } = useQuery({
    queryKey: ['units', 'all'],
    queryFn: () => callRoute(listUnits, { query: { show: 'all' } }),
    staleTime: 0,
  });
  const reopen = async ({ id, name }: UnitView) => {
    try {
      await callRoute(reopenUnit, { params: { unitId: id } });
      show({ text: text('admin.unit-reopened', { name }) });
      onChanged();
    } catch (refused) {
      show({ text: problemText(refused) });
    }
  };
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  const closed = data?.units.filter(({ closedOn }) => closedOn !== null) ?? [];
  if (closed.length === 0) return null;
  return (
    <details>
      <summary>{text('admin.closed-units', { count: closed.length })}</summary>
      <ul aria-label={text('admin.closed-units', { count: closed.length })}>
        {closed.map((unit) => (
          <li key={unit.id} className={classes.unit}>
            <UnitTile unit={unit} />
            <span className={classes.personText}>
              <span className={classes.personName}>{unit.name}</span>
              <span className={classes.personDetail}>{endOf(unit, data?.units ?? [])}</span>
            </span>
            <Button
              variant="quiet"
              size="small"
              aria-label={text('admin.reopen-unit-named', { name: unit.name })}
              onClick={() => void reopen(unit)}
            >
              {text('admin.reopen-unit')}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
};

const endOf = ({ closedOn, mergedIntoId }: UnitView, units: readonly UnitView[]): string => {
  const into = units.find(({ id }) => id === mergedIntoId)?.name;
  const day = closedOn ? dateWithYear(closedOn) : '';
  return into === undefined ? text('admin.closed-on', { day }) : text('admin.merged-on', { day, into });
};
