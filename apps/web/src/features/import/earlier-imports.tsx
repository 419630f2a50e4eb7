import { Link } from '@tanstack/react-router';
import type { ImportView } from '@landbridge/contract/import';
import { Button, EmptyState, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { Time } from '../../platform/time.tsx';
import classes from './history.module.css';
import { text } from './texts.ts';
import { useImports } from './use-imports.ts';
import { writtenIn } from './written-in.ts';

/** What was brought so far, by browser and by command, newest first. */
export const EarlierImports = () => {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useImports();
  const imports = data?.pages.flatMap((page) => page.imports);
  return (
    <section className={classes.section} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{text('history.earlier')}</h2>
      {imports?.length === 0 && <EmptyState title={text('history.empty')} text={text('history.empty-text')} />}
      {!imports && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ul>
        {imports?.map((each) => (
          <Row key={each.id} {...each} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('history.more')}
        </Button>
      )}
    </section>
  );
};

const Row = (view: ImportView) => {
  const { id, fileName, source, broughtBy, startedAt, counts } = view;
  return (
    <li>
      <Link to="/admin/history/$importId" params={{ importId: id }} className={classes.row}>
        <span className={classes.rowWords}>
          <strong>{fileName}</strong>
          <span>
            {stateOf(view)}
            {counts.rejected > 0 && `, ${text('history.row-rejected', { count: counts.rejected })}`}
          </span>
          <span className={classes.quiet}>
            {source} · {broughtBy ? text('history.by', { name: broughtBy.name }) : text('history.on-server')}
          </span>
        </span>
        <span className={classes.quiet}>
          <Time at={startedAt} />
        </span>
      </Link>
    </li>
  );
};

const stateOf = ({ state, isDry, keptUntil, version, counts }: ImportView): string => {
  if (state === 'received' && keptUntil === null) return text('history.row-gone');
  const isUntouched = isDry || version === 1;
  return text(`history.row-${state}`, { isDry: String(state === 'cancelled' ? isUntouched : isDry), count: writtenIn(counts) });
};
