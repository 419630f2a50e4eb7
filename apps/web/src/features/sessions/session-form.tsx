import type { ReactNode } from 'react';
import { TextAreaField, TextField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import { timeZone } from '../../platform/times.ts';
import classes from './sessions.module.css';
import { text } from './texts.ts';

/** As it is typed: the time is that of the reader's clock, as a date field holds it. */
export interface SessionTexts {
  readonly title: string;
  readonly at: string;
  readonly minutes: string;
  readonly place: string;
  readonly notes: string;
}

interface SessionFieldsProps {
  readonly texts: SessionTexts;
  readonly error: unknown;
  readonly onChange: (texts: SessionTexts) => void;
  readonly children?: ReactNode;
}

/** The fields of a session, for planning and for editing. */
export const SessionFields = ({ texts, error, onChange, children }: SessionFieldsProps) => (
  <>
    <TextField
      label={text('session.title')}
      required
      maxLength={160}
      value={texts.title}
      error={fieldError(error, 'title')}
      onChange={(event) => onChange({ ...texts, title: event.target.value })}
    />
    {children}
    <div className={classes.pair}>
      <TextField
        label={text('session.at')}
        hint={text('session.at-hint', { zone: timeZone() })}
        type="datetime-local"
        required
        value={texts.at}
        error={fieldError(error, 'at')}
        onChange={(event) => onChange({ ...texts, at: event.target.value })}
      />
      <TextField
        label={text('session.length')}
        type="number"
        required
        min={5}
        max={1_440}
        step={5}
        value={texts.minutes}
        error={fieldError(error, 'minutes')}
        onChange={(event) => onChange({ ...texts, minutes: event.target.value })}
      />
    </div>
    <TextField
      label={text('session.place')}
      hint={text('session.place-hint')}
      maxLength={300}
      value={texts.place}
      error={fieldError(error, 'place')}
      onChange={(event) => onChange({ ...texts, place: event.target.value })}
    />
    <TextAreaField
      label={text('session.notes')}
      hint={text('session.notes-hint')}
      maxLength={2_000}
      value={texts.notes}
      error={fieldError(error, 'notes')}
      onChange={(event) => onChange({ ...texts, notes: event.target.value })}
    />
  </>
);
