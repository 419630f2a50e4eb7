import { useState, type FormEvent } from 'react';
import { closingTag, type ClosingTag } from '@landbridge/contract/threads';
import { Actions, Button, Choice, Dialog } from '@landbridge/ui';
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
        <fieldset className={classes.choices}>
          <legend>{text('thread.close-text')}</legend>
          {closingTag.options.map((one) => (
            <Choice
              key={one}
              type="radio"
              name="tag"
              label={text(`thread.tag-${one}`)}
              hint={text(`thread.tag-${one}-hint`)}
              checked={tag === one}
              onChange={() => setTag(one)}
            />
          ))}
        </fieldset>
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
