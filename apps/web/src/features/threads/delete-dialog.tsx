import type { MessageView } from '@landbridge/contract/threads';
import { Actions, Button, Dialog, useToast } from '@landbridge/ui';
import { problemText } from '../../platform/problem-state.tsx';
import { messageActs } from './message-acts.ts';
import { text } from './texts.ts';

/** Deleting cannot be undone: it names what will be lost and asks once. */
export const DeleteDialog = ({ message, onClose }: { message: MessageView; onClose: () => void }) => {
  const show = useToast();
  const confirm = async () => {
    try {
      await messageActs.delete(message.id);
    } catch (error) {
      show({ text: problemText(error) });
    }
    onClose();
  };
  return (
    <Dialog title={text('message.delete-ask')} onClose={onClose}>
      <p>{text('message.delete-text')}</p>
      <Actions>
        <Button variant="danger" onClick={() => void confirm()}>
          {text('message.delete')}
        </Button>
        <Button variant="quiet" onClick={onClose}>
          {text('message.keep')}
        </Button>
      </Actions>
    </Dialog>
  );
};
