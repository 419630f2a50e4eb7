import { organisationText as text } from '../organisation/index.ts';
import type { AccountView } from '@landbridge/contract/people';
import { Actions, Button, Dialog } from '@landbridge/ui';

interface DeactivateDialogProps {
  readonly account: AccountView;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Says what ends and what stays, and asks once. */
export const DeactivateDialog = ({ account, onConfirm, onClose }: DeactivateDialogProps) => (
  <Dialog title={text('admin.deactivate-ask', { name: account.person.name })} onClose={onClose}>
    <p>{text('admin.deactivate-text')}</p>
    <Actions>
      <Button variant="danger" onClick={onConfirm}>
        {text('admin.deactivate-confirm')}
      </Button>
      <Button variant="quiet" onClick={onClose}>
        {text('admin.keep-account')}
      </Button>
    </Actions>
  </Dialog>
);
