import type { ImportId } from '@landbridge/contract';
import { Page, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { HistoryBar } from './history-bar.tsx';
import classes from './history.module.css';
import { ImportCountsTable } from './import-counts-table.tsx';
import { ImportNext } from './import-next.tsx';
import { ImportProgress } from './import-progress.tsx';
import { importWords } from './import-words.ts';
import { RejectedLines } from './rejected-lines.tsx';
import { text } from './texts.ts';
import { useImport } from './use-imports.ts';
import { sizeText } from '../files/index.ts';

/** One file: what is known of it, what to do next, what became of its lines. */
export const HistoryImportPage = ({ id }: { id: ImportId }) => {
  const { data: view, error, refetch } = useImport(id);
  const words = view && importWords(view);
  useTitle(words?.title ?? text('history.title'));
  return (
    <>
      <HistoryBar fileName={view?.fileName ?? ''} />
      <Page>
        {error && !view && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!view && !error && <SkeletonRows rows={5} label={text('app.loading')} />}
        {view && words && (
          <div className={classes.file}>
            <header>
              <p className={classes.quiet}>
                {view.source}
                {view.byteSize !== null && ` · ${sizeText(view.byteSize)}`}
                {` · ${view.broughtBy ? text('history.by', { name: view.broughtBy.name }) : text('history.on-server')}`}
              </p>
              <h1 className={classes.title}>{words.title}</h1>
              <p className={classes.lead} role="status">
                {words.lead}
              </p>
            </header>
            {view.state === 'running' && <ImportProgress {...view} />}
            <ImportNext view={view} />
            <ImportCountsTable counts={view.counts} />
            {view.counts.rejected > 0 && view.state !== 'running' && <RejectedLines view={view} />}
          </div>
        )}
      </Page>
    </>
  );
};
