import { useState, type FormEvent } from 'react';
import { reportKind, type MessageView, type ReportKind, type ThreadView } from '@landbridge/contract/threads';
import { Actions, Button, ChoiceGroup, Dialog, TextField, useToast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { moderationActs } from './moderation-acts.ts';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';

interface ReportDialogProps {
  readonly message: MessageView;
  readonly thread: ThreadView;
  readonly onClose: () => void;
}

/** It says before sending who will see the report, and who never will. */
export const ReportDialog = ({ message, thread, onClose }: ReportDialogProps) => {
  const [kind, setKind] = useState<ReportKind>('unkind');
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const show = useToast();
  const report = async () => {
    try {
      await moderationActs.report(message, { kind, note });
    } catch (error) {
      return setProblem(problemText(error));
    }
    show({ text: text('report.done') });
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void report();
  };
  return (
    <Dialog title={text('report.title', { name: message.author.name })} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p>
          {thread.community
            ? text('report.to-leaders', { community: thread.community.name, name: message.author.name })
            : text('report.to-convener', { name: message.author.name })}
        </p>
        <ChoiceGroup
          legend={text('report.why')}
          options={reportKind.options.map((value) => ({
            value,
            label: text(`report.kind-${value}`),
            hint: text(`report.kind-${value}-hint`),
          }))}
          chosen={kind}
          onChoose={setKind}
        />
        <TextField
          label={text('report.note')}
          value={note}
          maxLength={400}
          error={problem ?? undefined}
          onChange={(event) => setNote(event.target.value)}
        />
        <Actions>
          <Button type="submit" variant="filled">
            {text('report.submit')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
