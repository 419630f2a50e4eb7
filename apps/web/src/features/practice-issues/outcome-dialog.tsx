import { useState } from 'react';
import { issueOutcome, type IssueView } from '@landbridge/contract/practice-issues';
import { Actions, Button, Conflict, Dialog, TextField } from '@landbridge/ui';
import { z } from 'zod';
import { fieldError, Refusal } from '../../platform/api.ts';
import { sendKeys } from '../../platform/keys.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useDraft } from '../../platform/use-draft.ts';
import { IssueTextField } from './issue-text-field.tsx';
import classes from './issue-form.module.css';
import { issueActs } from './issue-acts.ts';
import { text } from './texts.ts';

const kept = z.object({ markdown: z.string(), before: z.string(), after: z.string() });
const stored = z.object({ version: z.int(), markdown: z.string() });

/** What changed, with figures where there are any. Kept as a draft until it is told. */
export const OutcomeDialog = ({ issue, onClose }: { issue: IssueView; onClose: () => void }) => {
  const draft = useDraft(`outcome/${issue.id}`);
  const { outcome } = issue;
  const told = { markdown: outcome?.text.markdown ?? '', before: outcome?.before ?? '', after: outcome?.after ?? '' };
  const wanted = parseKept(kept, draft.text || null) ?? told;
  const [version, setVersion] = useState(issue.version);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const put = (change: Partial<typeof wanted>) => draft.setText(JSON.stringify({ ...wanted, ...change }));

  const tell = async () => {
    const isEmpty = !issueOutcome.safeParse(wanted.markdown).success;
    setMissing(isEmpty);
    if (isEmpty) return;
    setBusy(true);
    setError(undefined);
    try {
      await issueActs.tell(issue.id, { version, ...wanted });
      draft.setText('');
      onClose();
    } catch (refused) {
      setBusy(false);
      const newer =
        refused instanceof Refusal && refused.problem.code === 'version.stale' ? stored.safeParse(refused.problem.current) : null;
      if (!newer?.success) return setError(refused);
      setVersion(newer.data.version);
      // Where the outcome is as it was, only the issue around it has moved on.
      setTheirs(newer.data.markdown === told.markdown ? '' : newer.data.markdown);
    }
  };

  return (
    <Dialog title={text('outcome.title')} onClose={onClose} className={classes.dialog}>
      <div className={classes.form}>
        <p className={classes.lead}>{text('outcome.lead')}</p>
        {theirs !== undefined && <Conflict note={text(theirs === '' ? 'outcome.stale-none' : 'outcome.stale')}>{theirs}</Conflict>}
        <IssueTextField
          label={text('outcome.text')}
          value={wanted.markdown}
          error={isMissing ? text('outcome.text-missing') : fieldError(error, 'markdown')}
          onChange={(markdown) => put({ markdown })}
          onSubmit={() => void tell()}
        />
        <div className={classes.pair}>
          <TextField
            label={text('outcome.before')}
            hint={text('outcome.before-hint')}
            maxLength={120}
            value={wanted.before}
            error={fieldError(error, 'before')}
            onChange={(event) => put({ before: event.target.value })}
          />
          <TextField
            label={text('outcome.after')}
            hint={text('outcome.after-hint')}
            maxLength={120}
            value={wanted.after}
            error={fieldError(error, 'after')}
            onChange={(event) => put({ after: event.target.value })}
          />
        </div>
        {error !== undefined && (
          <p className={classes.problem} role="alert">
            {text('issue-form.not-saved', { reason: problemText(error) })}
          </p>
        )}
        <Actions>
          <Button variant="filled" isBusy={isBusy} onClick={() => void tell()} title={sendKeys}>
            {text('outcome.save')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('issue-form.cancel')}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
};
