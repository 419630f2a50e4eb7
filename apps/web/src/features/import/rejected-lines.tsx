import { pathFor } from '@landbridge/contract';
import { downloadRejections, type ImportView } from '@landbridge/contract/import';
import { Button, ButtonLink, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import classes from './history.module.css';
import { text } from './texts.ts';
import { useRejections } from './use-imports.ts';

/** Lines that cannot be used, in the order of the file, with the reason: to read here, or to take along. */
export const RejectedLines = ({ view }: { view: ImportView }) => {
  const title = text('history.rejected', { isDry: String(view.isDry) });
  return (
    <section className={classes.section} aria-label={title}>
      <h2>{title}</h2>
      {view.can.readRejections ? (
        <OwnRejectedLines view={view} />
      ) : (
        view.broughtBy && <p className={classes.quiet}>{text('history.rejected-others', { name: view.broughtBy.name })}</p>
      )}
    </section>
  );
};

const OwnRejectedLines = ({ view }: { view: ImportView }) => {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useRejections(view);
  const rejections = data?.pages.flatMap((page) => page.rejections);
  const report = pathFor(downloadRejections.path, { importId: view.id });
  return (
    <>
      <div className={classes.buttons}>
        {(['csv', 'ndjson'] as const).map((format) => (
          <ButtonLink key={format} size="small" href={`${report}?format=${format}`} download>
            {text(`history.download-${format}`)}
          </ButtonLink>
        ))}
      </div>
      {!rejections && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ol>
        {rejections?.map(({ line, reason, text: written }) => (
          <li key={line} className={classes.rejected}>
            <span className={classes.quiet}>{text('history.line', { line })}</span>
            <span className={classes.reason}>
              {reason}
              <code className={classes.written}>{written || text('history.no-text')}</code>
            </span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('history.more-rejected')}
        </Button>
      )}
    </>
  );
};
