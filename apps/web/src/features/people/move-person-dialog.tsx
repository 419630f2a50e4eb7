import { useState, type FormEvent } from 'react';
import { moveToUnit, type AccountView } from '@landbridge/contract/people';
import type { UnitView } from '@landbridge/contract/organisation';
import { Actions, Button, Dialog, TextField } from '@landbridge/ui';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { organisationText as text } from '../organisation/index.ts';
import classes from './admin-page.module.css';

interface MovePersonDialogProps {
  readonly account: AccountView;
  readonly unit: UnitView;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/** Somebody comes to another unit: from which day, because what they did before stays with the former one. */
export const MovePersonDialog = ({ account: { person }, unit, onMoved, onClose }: MovePersonDialogProps) => {
  const [from, setFrom] = useState('');
  const [error, setError] = useState<unknown>();
  const field = fieldError(error, 'from');
  const move = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await callRoute(moveToUnit, { params: { personId: person.id }, body: { unitId: unit.id, ...(from === '' ? {} : { from }) } });
      onMoved();
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Dialog title={text('admin.move-person-title', { name: person.name, unit: unit.name })} onClose={onClose}>
      <form className={classes.dialogForm} onSubmit={(event) => void move(event)}>
        <p>{text('admin.move-person-text', { unit: person.unit?.name ?? text('admin.no-unit') })}</p>
        <TextField
          label={text('admin.move-person-from')}
          hint={text('admin.move-person-from-hint')}
          type="date"
          value={from}
          error={field}
          onChange={(event) => setFrom(event.target.value)}
        />
        {error !== undefined && field === undefined && (
          <p className={classes.problem} role="alert">
            {problemText(error)}
          </p>
        )}
        <Actions>
          <Button type="submit" variant="filled">
            {text('admin.move-person-submit', { unit: unit.name })}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('admin.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};
