import { useState, type FormEvent } from 'react';
import { closingTag, type ClosingTag } from '@landbridge/contract/threads';
import { Actions, Button, ChoiceGroup, Dialog } from '@landbridge/ui';
import classes from './start-thread-dialog.module.css';
import { text } from './texts.ts';

/** A thread across units is closed with a word for what it was (Akkerman & Bakker 2011). */
export const CloseDialog = ({ onClose, onChoose }: { onClose: () => void; onChoose: (tag: ClosingTag) => void }) => {
  const [tag, setTag] = useState<ClosingTag>('coordination');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onChoose(tag);
    onClose();
  };
  return (
    <Dialog title={text('thread.close-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <ChoiceGroup
          legend={text('thread.close-text')}
          options={closingTag.options.map((value) => ({
            value,
            label: text(`thread.tag-${value}`),
            hint: text(`thread.tag-${value}-hint`),
          }))}
          chosen={tag}
          onChoose={setTag}
        />
        <Actions>
          <Button type="submit" variant="filled">
            {text('thread.close-submit')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('message.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
