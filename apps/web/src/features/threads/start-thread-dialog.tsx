import { useState, type FormEvent } from 'react';
import type { ThreadId } from '@landbridge/contract';
import type { CommunityView } from '@landbridge/contract/communities';
import { openThread } from '@landbridge/contract/threads';
import { Actions, Button, Dialog, TextField } from '@landbridge/ui';
import { newClientId } from '../../platform/new-client-id.ts';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useDraft } from '../../platform/use-draft.ts';
import { useAttachments } from '../files/index.ts';
import { Composer } from './composer.tsx';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';

interface StartThreadDialogProps {
  readonly community: CommunityView;
  readonly onOpened: (id: ThreadId) => void;
  readonly onClose: () => void;
}

/** A thread begins with a title and its first message; both are kept as drafts. */
export const StartThreadDialog = ({ community, onOpened, onClose }: StartThreadDialogProps) => {
  const title = useDraft(`new-thread-title/${community.id}`);
  const message = useDraft(`new-thread/${community.id}`);
  const attachments = useAttachments(`new-thread/${community.id}`);
  // One id for this dialog: pressing twice, or again after a lost answer, opens one thread.
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);

  const start = async () => {
    setIsBusy(true);
    setError(undefined);
    try {
      const { thread } = await callRoute(openThread, {
        params: { communityId: community.id },
        body: { clientId: id, title: title.text, markdown: message.text, fileIds: attachments.files.map((file) => file.id) },
      });
      title.setText('');
      message.setText('');
      attachments.set([]);
      onOpened(thread.id);
    } catch (refused) {
      setError(refused);
      setIsBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void start();
  };

  return (
    <Dialog title={text('threads.start-title')} onClose={onClose} className={classes.dialog}>
      <form className={classes.form} onSubmit={submit}>
        <TextField
          label={text('threads.start-name')}
          required
          maxLength={160}
          value={title.text}
          error={fieldError(error, 'title')}
          onChange={(event) => title.setText(event.target.value)}
        />
        <Composer
          label={text('threads.start-text')}
          threadId={null}
          value={message.text}
          onChange={message.setText}
          onSend={() => void start()}
          attachments={attachments}
          isBusy={isBusy}
          hint={community.myRole === null && text('threads.start-joins', { community: community.name })}
          sendLabel={text('threads.start-submit')}
          placeholder={text('threads.start-text')}
        />
        {error !== undefined && !fieldError(error, 'title') && (
          <p className={classes.problem} role="alert">
            {problemText(error)}
          </p>
        )}
        <Actions>
          <Button variant="quiet" disabled={isBusy} onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
