import { useEffect, useEffectEvent, useState } from 'react';
import { messageSource, type MessageView } from '@landbridge/contract/threads';
import { Button } from '@landbridge/ui';
import { Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useAttachments } from '../files/index.ts';
import { Composer, useComposerHandle } from './composer.tsx';
import { useEditDraft } from './edit-draft.ts';
import classes from './edit-message.module.css';
import { messageActs } from './message-acts.ts';
import { text } from './texts.ts';

/** Editing in place, begun by `beginEdit`. Whoever is second sees the other text and keeps their own. */
export const EditMessage = ({ message, onDone }: { message: MessageView; onDone: () => void }) => {
  const draft = useEditDraft(message.id);
  const attachments = useAttachments(`edit/${message.id}`);
  const composer = useComposerHandle();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [theirs, setTheirs] = useState<string>();
  useEffect(() => composer.current?.focus(), [composer]);

  // Saved or given up, in this tab or another: there is nothing to edit any more.
  const end = useEffectEvent(onDone);
  useEffect(() => {
    if (!draft.isKept) end();
  }, [draft.isKept]);

  const forget = () => {
    draft.forget();
    attachments.set([]);
  };
  const save = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const fileIds = attachments.files.map((file) => file.id);
      await messageActs.edit(message.id, { version: draft.version, markdown: draft.markdown, fileIds });
      forget();
    } catch (error) {
      const stored = storedText(error);
      if (stored) {
        draft.rebase(stored.version);
        setTheirs(stored.markdown);
      } else setProblem(text('message.not-saved', { reason: problemText(error) }));
      setBusy(false);
    }
  };

  return (
    <div className={classes.edit}>
      {theirs !== undefined && (
        <div className={classes.theirs} role="alert">
          <p>{text('message.stale')}</p>
          <pre>{theirs}</pre>
        </div>
      )}
      <Composer
        ref={composer}
        label={text('composer.edit-label')}
        threadId={message.threadId}
        value={draft.markdown}
        onChange={draft.write}
        onSend={() => void save()}
        onEscape={forget}
        attachments={attachments}
        isBusy={isBusy}
        sendLabel={text('message.save')}
        extra={
          <Button variant="quiet" onClick={forget}>
            {text('message.cancel')}
          </Button>
        }
      />
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
};

const stored = messageSource.pick({ version: true, markdown: true });

/** What is stored, where the refusal says that the version is no longer the newest. */
const storedText = (error: unknown) => {
  if (!(error instanceof Refusal) || error.problem.code !== 'version.stale') return null;
  return stored.safeParse(error.problem.current).data ?? null;
};
