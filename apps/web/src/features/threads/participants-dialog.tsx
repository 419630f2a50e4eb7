import { useState, type FormEvent } from 'react';
import { changeParticipants, type CrossUnitView, type ThreadView } from '@landbridge/contract/threads';
import { Actions, Button, Dialog } from '@landbridge/ui';
import { callRoute, Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { ParticipantsFields, type Chosen } from './participants-fields.tsx';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';
import { showThread } from './use-thread.ts';

interface ParticipantsDialogProps {
  readonly thread: ThreadView;
  readonly crossUnit: CrossUnitView;
  readonly onClose: () => void;
}

/** The convener says anew whom the thread is for. */
export const ParticipantsDialog = ({ thread, crossUnit, onClose }: ParticipantsDialogProps) => {
  const [chosen, setChosen] = useState<Chosen>(() => ({ unitIds: crossUnit.units.map(({ unit }) => unit.id), people: crossUnit.people }));
  const [version, setVersion] = useState(thread.version);
  const [problem, setProblem] = useState<string>();
  const save = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const body = { version, unitIds: [...chosen.unitIds], personIds: chosen.people.map(({ id }) => id) };
      showThread(await callRoute(changeParticipants, { params: { threadId: thread.id }, body }));
      onClose();
    } catch (error) {
      const isStale = error instanceof Refusal && error.problem.code === 'version.stale';
      setProblem(isStale ? text('thread.stale') : problemText(error));
      // The thread behind the dialog is live: what is chosen now is meant for it as it is now.
      if (isStale) setVersion(thread.version);
    }
  };
  return (
    <Dialog title={text('thread.invite-title')} onClose={onClose} className={classes.dialog}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        <p>{text('thread.invite-text')}</p>
        <ParticipantsFields chosen={chosen} onChange={setChosen} />
        {problem && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
        <Actions>
          <Button type="submit" variant="filled" disabled={chosen.unitIds.length === 0}>
            {text('thread.invite-save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
