import { useState, type FormEvent } from 'react';
import { editSession, sessionFacts, type SessionView } from '@landbridge/contract/sessions';
import { Actions, Button, Conflict, Dialog } from '@landbridge/ui';
import { callRoute, Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { dateField, exactTime, instantOfField } from '../../platform/times.ts';
import { SessionFields } from './session-form.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { putSession } from './use-sessions.ts';

const stored = sessionFacts.pick({ title: true, at: true, minutes: true, place: true, notes: true, version: true });

/** Whoever saves second sees what the first one wrote, keeps their own, and decides. */
export const EditSessionDialog = ({ session, onClose }: { session: SessionView; onClose: () => void }) => {
  const { title, at, minutes, place, notes } = session;
  const [texts, setTexts] = useState({ title, at: dateField(at), minutes: String(minutes), place, notes });
  const [version, setVersion] = useState(session.version);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const body = { ...texts, version, at: instantOfField(texts.at), minutes: Number(texts.minutes) };
      putSession(await callRoute(editSession, { params: { sessionId: session.id }, body }));
      onClose();
    } catch (refused) {
      const isStale = refused instanceof Refusal && refused.problem.code === 'version.stale';
      const current = isStale ? stored.safeParse(refused.problem.current) : null;
      if (!current?.success) return setError(refused);
      const { data } = current;
      setVersion(data.version);
      setTheirs([data.title, exactTime(data.at), text('session.minutes', { minutes: data.minutes }), data.place, data.notes].join('\n'));
    }
  };

  return (
    <Dialog title={text('session.edit')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {theirs !== undefined && <Conflict note={text('session.stale')}>{theirs.trim()}</Conflict>}
        <SessionFields texts={texts} error={error} onChange={setTexts} />
        {error !== undefined && (
          <p className={classes.problem} role="alert">
            {problemText(error)}
          </p>
        )}
        <Actions>
          <Button type="submit" variant="filled">
            {text(theirs === undefined ? 'session.save' : 'session.take-theirs')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('app.close')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
