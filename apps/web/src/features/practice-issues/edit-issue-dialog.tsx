import { useState } from 'react';
import type { IssueKind, IssueView } from '@landbridge/contract/practice-issues';
import { Actions, Button, Conflict, Dialog, TextField, useToast } from '@landbridge/ui';
import { z } from 'zod';
import { fieldError, Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { setAttachments, useAttachments } from '../files/index.ts';
import { KindMenu, TagsPicker } from './issue-pickers.tsx';
import { IssueTextField } from './issue-text-field.tsx';
import classes from './issue-form.module.css';
import { issueActs } from './issue-acts.ts';
import { tagsIn } from './issue-draft.ts';
import { text } from './texts.ts';

const stored = z.object({ version: z.int(), title: z.string(), situation: z.string(), tried: z.string(), stakes: z.string() });

const editPlace = ({ id }: Pick<IssueView, 'id'>): string => `edit-issue/${id}`;

/** Before the dialog opens: an edit begins with the files that are there. */
export const beginIssueEdit = (issue: IssueView): void => setAttachments(editPlace(issue), issue.files);

/** Whoever saves second sees what the first one wrote, keeps their own text, and decides. Leaders change kind and tags alone. */
export const EditIssueDialog = ({ issue, onClose }: { issue: IssueView; onClose: () => void }) => {
  const show = useToast();
  const { can } = issue;
  const [texts, setTexts] = useState({
    title: issue.title,
    situation: issue.situation.markdown,
    tried: issue.tried.markdown,
    stakes: issue.stakes,
  });
  const attachments = useAttachments(editPlace(issue));
  const [kind, setKind] = useState<IssueKind>(issue.kind);
  const [tags, setTags] = useState([...issue.tags, ''].join(', '));
  const [version, setVersion] = useState(issue.version);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const put = (change: Partial<typeof texts>) => setTexts({ ...texts, ...change });

  const save = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await issueActs.edit(issue.id, {
        version,
        ...(can.editTexts ? { ...texts, fileIds: attachments.files.map((file) => file.id) } : {}),
        ...(can.editKind ? { kind, tags: tagsIn(tags) } : {}),
      });
      show({ text: text('issue-form.saved') });
      onClose();
    } catch (refused) {
      setBusy(false);
      const newer =
        refused instanceof Refusal && refused.problem.code === 'version.stale' ? stored.safeParse(refused.problem.current) : null;
      if (!newer?.success) return setError(refused);
      const { title, situation, tried, stakes } = newer.data;
      setVersion(newer.data.version);
      setTheirs([title, situation, tried, stakes].filter(Boolean).join('\n\n'));
    }
  };

  return (
    <Dialog title={text('issue-form.edit-title')} onClose={onClose} className={classes.dialog}>
      <div className={classes.form}>
        {theirs !== undefined && <Conflict note={text('issue-form.stale')}>{theirs}</Conflict>}
        {can.editTexts && (
          <TextField
            label={text('issue-form.title')}
            maxLength={160}
            value={texts.title}
            error={texts.title.trim() === '' ? text('issue-form.title-missing') : fieldError(error, 'title')}
            onChange={(event) => put({ title: event.target.value })}
          />
        )}
        {can.editKind && (
          <div className={classes.pickers}>
            <KindMenu kind={kind} onChoose={setKind} />
            <TagsPicker value={tags} onChange={setTags} />
          </div>
        )}
        {can.editTexts && (
          <>
            <IssueTextField
              label={text('issue-form.situation')}
              value={texts.situation}
              error={texts.situation.trim() === '' ? text('issue-form.situation-missing') : fieldError(error, 'situation')}
              onChange={(situation) => put({ situation })}
              onSubmit={() => void save()}
              attachments={attachments}
            />
            <IssueTextField
              label={text('issue-form.tried')}
              isOptional
              value={texts.tried}
              error={fieldError(error, 'tried')}
              onChange={(tried) => put({ tried })}
              onSubmit={() => void save()}
            />
            <TextField
              label={text('issue-form.stakes')}
              maxLength={2000}
              value={texts.stakes}
              error={fieldError(error, 'stakes')}
              onChange={(event) => put({ stakes: event.target.value })}
            />
          </>
        )}
        {error !== undefined && (
          <p className={classes.problem} role="alert">
            {text('issue-form.not-saved', { reason: problemText(error) })}
          </p>
        )}
        <Actions>
          <Button variant="filled" isBusy={isBusy} disabled={attachments.isUploading} onClick={() => void save()}>
            {text(theirs === undefined ? 'issue-form.save' : 'issue-form.save-mine')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('issue-form.cancel')}
          </Button>
        </Actions>
      </div>
    </Dialog>
  );
};
