import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { IconChevronRight } from '@tabler/icons-react';
import { Bar, Button, Choice, Page, SkeletonRows, TextField, Progress } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { newcomersOf, usePeopleImport, type CheckedFile } from './use-people-import.ts';
import classes from './import-page.module.css';

/** People from a CSV file: what it would do is shown line by line before anything is done. */
export const ImportPage = () => {
  const { state, check, bringIn } = usePeopleImport();
  useTitle(text('import.title'));
  return (
    <>
      <Bar>
        <Link to="/admin">{text('admin.title')}</Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{text('import.title')}</span>
      </Bar>
      <Page>
        <h1>{text('import.title')}</h1>
        <p className={classes.intro}>{text('import.intro')}</p>
        <dl className={classes.columns}>
          {(['name', 'email', 'unit', 'roles'] as const).map((column) => (
            <div key={column}>
              <dt>
                <code>{column}</code>
              </dt>
              <dd>{text(`import.column-${column}`)}</dd>
            </div>
          ))}
        </dl>
        <div className={classes.file}>
          <TextField
            label={text('import.file')}
            hint={text('import.file-hint')}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              if (chosen) void check(chosen);
              // The same file may be chosen again after it was mended.
              event.target.value = '';
            }}
          />
        </div>
        {state.step === 'reading' && <SkeletonRows rows={4} label={text('app.loading')} />}
        {state.step === 'failed' && (
          <p className={classes.problem} role="alert">
            {problemText(state.error)} {state.file && text('import.begin-again')}
          </p>
        )}
        {state.step === 'importing' && (
          <label className={classes.progress} role="status">
            {text('import.progress', { done: state.doneCount, count: state.count })}
            <Progress value={state.doneCount} max={state.count} />
          </label>
        )}
        {state.step === 'done' && (
          <p className={classes.done} role="status">
            {text('import.done', { count: state.count })}
          </p>
        )}
        {(state.step === 'checked' || state.step === 'failed') && state.file && <Checked file={state.file} onBringIn={bringIn} />}
      </Page>
    </>
  );
};

interface CheckedProps {
  readonly file: CheckedFile;
  readonly onBringIn: (file: CheckedFile, sendsInvitations: boolean) => Promise<void>;
}

const Checked = ({ file, onBringIn }: CheckedProps) => {
  const [sendsInvitations, setSendsInvitations] = useState(false);
  const newCount = newcomersOf(file).length;
  return (
    <section className={classes.checked} aria-label={text('import.checked', { name: file.name })}>
      <h2>{text('import.checked', { name: file.name })}</h2>
      <p>{text('import.counts', { newCount, knownCount: file.people.length - newCount, faultCount: file.faults.length })}</p>
      {file.ignoredColumns.length > 0 && <p>{text('import.ignored', { columns: file.ignoredColumns.join(', ') })}</p>}
      {file.faults.length > 0 && (
        <ul className={classes.faults} aria-label={text('import.faults')}>
          {file.faults.map(({ line, fault, value }) => (
            <li key={`${line} ${fault}`}>
              <strong>{text('import.line', { line })}</strong> {text(`import.fault-${fault}`, { value })}
            </li>
          ))}
        </ul>
      )}
      {newCount > 0 && (
        <>
          <Choice
            type="checkbox"
            label={text('import.invite')}
            hint={text('import.invite-hint')}
            checked={sendsInvitations}
            onChange={(event) => setSendsInvitations(event.target.checked)}
          />
          <div>
            <Button variant="filled" onClick={() => void onBringIn(file, sendsInvitations)}>
              {text('import.submit', { count: newCount })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
};
