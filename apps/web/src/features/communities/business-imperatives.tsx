import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { IconDots } from '@tabler/icons-react';
import { closeImperative, reopenImperative, type ImperativeView } from '@landbridge/contract/communities';
import { Button, EmptyState, Menu, SkeletonRows, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import classes from './business-imperatives.module.css';
import { ImperativeDialog, sponsorText } from './imperative-dialog.tsx';
import { text } from './texts.ts';
import { refreshImperatives, useImperatives } from './use-imperatives.ts';

/** What the organisation wants to achieve, as administrators name it; communities say which of it they serve. */
export const BusinessImperatives = () => {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useImperatives();
  const [open, setOpen] = useState<{ readonly imperative: ImperativeView | null } | null>(null);
  const imperatives = data?.pages.flatMap((page) => page.imperatives) ?? [];
  const add = <Button onClick={() => setOpen({ imperative: null })}>{text('imperatives.name-one')}</Button>;
  return (
    <section className={classes.section} aria-label={text('imperatives.title')}>
      <div className={classes.head}>
        <h2>{text('imperatives.title')}</h2>
        {imperatives.length > 0 && add}
      </div>
      {data && imperatives.length === 0 && (
        <EmptyState title={text('imperatives.empty-title')} text={text('imperatives.empty-text')} action={add} />
      )}
      {!data && !error && <SkeletonRows rows={3} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ul>
        {imperatives.map((imperative) => (
          <Row key={imperative.id} imperative={imperative} onChange={() => setOpen({ imperative })} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" isBusy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
      {open && <ImperativeDialog imperative={open.imperative} onClose={() => setOpen(null)} />}
    </section>
  );
};

const Row = ({ imperative, onChange }: { imperative: ImperativeView; onChange: () => void }) => {
  const { id, name, closedAt, communityCount } = imperative;
  const show = useToast();
  const turn = async () => {
    try {
      await callRoute(closedAt === null ? closeImperative : reopenImperative, { params: { imperativeId: id } });
      show({ text: text(closedAt === null ? 'imperatives.closed-one' : 'imperatives.reopened', { name }) });
      void refreshImperatives();
    } catch (refused) {
      show({ text: problemText(refused) });
    }
  };
  return (
    <li className={classes.row}>
      <span className={classes.words}>
        <span className={closedAt === null ? classes.name : classes.closed} dir="auto">
          {name}
        </span>
        <span className={classes.facts}>
          {closedAt !== null && <span>{text('imperatives.closed')}</span>}
          <span dir="auto">{sponsorText(imperative) || text('imperatives.no-sponsor')}</span>
          {communityCount === 0 ? (
            <span>{text('imperatives.communities', { count: 0 })}</span>
          ) : (
            <Link to="/communities" search={{ imperative: id }}>
              {text('imperatives.communities', { count: communityCount })}
            </Link>
          )}
        </span>
      </span>
      <Menu
        label={text('imperatives.more-about', { name })}
        entries={[
          { label: text('imperatives.change'), onChoose: onChange },
          { label: text(closedAt === null ? 'imperatives.close' : 'imperatives.reopen'), onChoose: () => void turn() },
        ]}
      >
        <IconDots size={17} stroke={1.6} aria-hidden="true" />
      </Menu>
    </li>
  );
};
