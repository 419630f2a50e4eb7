import { createLink } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportView } from '@landbridge/contract/import';
import { Button, ButtonLink, Choice } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { exactTime, timeAhead } from '../../platform/times.ts';
import classes from './history.module.css';
import { cancel, start } from './import-acts.ts';
import { text } from './texts.ts';

const PlaceLink = createLink(ButtonLink);

/** What can be done with a file now; nothing is chosen twice while it is asked for. */
export const ImportNext = ({ view }: { view: ImportView }) => {
  const [isStrict, setStrict] = useState(view.isStrict);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = async (asked: () => Promise<void>) => {
    setBusy(true);
    setProblem(undefined);
    await asked().catch((error: unknown) => setProblem(problemText(error)));
    setBusy(false);
  };
  const begin = (isDry: boolean) => void act(() => start(view, { isDry, isStrict }));
  const { can, state, isDry, isCancelling, keptUntil } = view;
  const isRunning = state === 'running';
  const isLooked = isDry && (state === 'finished' || state === 'stopped');
  return (
    <div className={classes.next}>
      <div className={classes.buttons}>
        {can.start && <Starts isLooked={isLooked} isBusy={isBusy} onBegin={begin} />}
        {can.cancel && (
          <Button variant={isRunning ? 'default' : 'quiet'} isBusy={isBusy} onClick={() => void act(() => cancel(view))}>
            {isRunning ? text('history.stop', { isDry: String(isDry) }) : text('history.discard')}
          </Button>
        )}
        {state === 'finished' && !isDry && (
          <PlaceLink to="/communities" variant="filled">
            {text('history.see')}
          </PlaceLink>
        )}
        {!isRunning && keptUntil === null && <PlaceLink to="/admin/history">{text('history.another')}</PlaceLink>}
      </div>
      {can.start && (
        <Choice
          type="checkbox"
          label={text('history.strict')}
          hint={text('history.strict-hint')}
          checked={isStrict}
          onChange={(event) => setStrict(event.target.checked)}
        />
      )}
      {isCancelling && <p role="status">{text('history.stopping')}</p>}
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {!isRunning && keptUntil !== null && <Kept until={keptUntil} />}
    </div>
  );
};

/** The filled one is what to do next: look, then bring in. */
const Starts = ({ isLooked, isBusy, onBegin }: { isLooked: boolean; isBusy: boolean; onBegin: (isDry: boolean) => void }) => {
  const look = (
    <Button key="look" variant={isLooked ? 'default' : 'filled'} isBusy={isBusy} onClick={() => onBegin(true)}>
      {text(isLooked ? 'history.look-again' : 'history.look')}
    </Button>
  );
  const bring = (
    <Button key="bring" variant={isLooked ? 'filled' : 'default'} isBusy={isBusy} onClick={() => onBegin(false)}>
      {text('history.bring')}
    </Button>
  );
  return isLooked ? [bring, look] : [look, bring];
};

const Kept = ({ until }: { until: string }) => (
  <p className={classes.quiet}>
    {text('history.kept')}{' '}
    <time dateTime={until} title={exactTime(until)}>
      {timeAhead(until)}
    </time>
  </p>
);
