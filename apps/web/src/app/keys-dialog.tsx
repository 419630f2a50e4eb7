import { Actions, Button, Dialog, KeyList } from '@landbridge/ui';
import { findKeys, sendKeys } from '../platform/keys.ts';
import { text } from './texts.ts';

const keyTexts = [
  { keys: [findKeys], id: 'app.key-switcher' },
  { keys: ['g', 'h'], id: 'app.key-home' },
  { keys: ['g', 'n'], id: 'app.key-notices' },
  { keys: ['c'], id: 'app.key-post' },
  { keys: ['g', 'i'], id: 'app.key-issues' },
  { keys: ['g', 't'], id: 'app.key-threads' },
  { keys: ['g', 'c'], id: 'app.key-communities' },
  { keys: ['g', 'p'], id: 'app.key-people' },
  { keys: ['g', 'l'], id: 'app.key-library' },
  { keys: ['g', 'a'], id: 'app.key-calendar' },
  { keys: ['j', 'k'], id: 'app.key-move' },
  { keys: ['r'], id: 'app.key-reply' },
  { keys: ['e'], id: 'app.key-edit' },
  { keys: ['e'], id: 'app.key-done' },
  { keys: [sendKeys], id: 'app.key-send' },
  { keys: ['Esc'], id: 'app.key-escape' },
  { keys: ['?'], id: 'app.key-help' },
] as const;

/** Every key there is, and where to switch the single ones off. */
export const KeysDialog = ({ hasKeys, onClose }: { hasKeys: boolean; onClose: () => void }) => (
  <Dialog title={text('app.keys-title')} onClose={onClose}>
    {!hasKeys && <p>{text('app.keys-off')}</p>}
    <KeyList keys={keyTexts.map(({ keys, id }) => ({ keys, text: text(id) }))} />
    <Actions>
      <Button onClick={onClose}>{text('app.close')}</Button>
    </Actions>
  </Dialog>
);
