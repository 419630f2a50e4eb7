import { useState, type FormEvent } from 'react';
import type { MessageView } from '@landbridge/contract/threads';
import { Actions, Button, Dialog, TextField, useToast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { moderationActs } from './moderation-acts.ts';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';

/** Everybody reads the reason, so it is asked for; hiding can be undone, so nothing else is. */
export const HideDialog = ({ message, onClose }: { message: MessageView; onClose: () => void }) => {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const show = useToast();
  const complain = (error: unknown) => show({ text: problemText(error) });
  const hide = async () => {
    if (reason.trim() === '') return setProblem(text('hide.reason-missing'));
    try {
      await moderationActs.hide(message.id, reason);
    } catch (error) {
      return setProblem(problemText(error));
    }
    show({ text: text('hide.done'), undo: { label: text('app.undo'), act: () => void moderationActs.show(message.id).catch(complain) } });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void hide();
  };
  return (
    <Dialog title={text('hide.title', { name: message.author.name })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>{text('hide.text', { name: message.author.name })}</p>
        <TextField
          label={text('hide.reason')}
          hint={text('hide.reason-hint')}
          value={reason}
          maxLength={200}
          error={problem ?? undefined}
          onChange={(event) => {
            setReason(event.target.value);
            setProblem(null);
          }}
        />
        <Actions>
          <Button type="submit" variant="filled">
            {text('hide.submit')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
