import { useState, type FormEvent, type ReactNode } from 'react';
import { unitId } from '@landbridge/contract';
import { changeUnit, closeUnit, mergeUnit, type UnitView } from '@landbridge/contract/organisation';
import { Actions, Button, Dialog, SelectField, TextField, useToast } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { organisationText as text, inTreeOrder } from '../organisation/index.ts';
import classes from './admin-page.module.css';

export interface UnitDialogProps {
  readonly unit: UnitView;
  readonly units: readonly UnitView[];
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export const RenameUnitDialog = (props: UnitDialogProps) => {
  const [name, setName] = useState(props.unit.name);
  return (
    <ChangeDialog
      {...props}
      title={text('admin.rename-unit-title', { name: props.unit.name })}
      submit={text('admin.rename-unit-submit')}
      done={text('admin.unit-renamed', { name })}
      onSubmit={() => callRoute(changeUnit, { params: { unitId: props.unit.id }, body: { name } })}
    >
      {(error) => (
        <TextField
          label={text('admin.unit-name')}
          required
          maxLength={80}
          value={name}
          error={error}
          onChange={(event) => setName(event.target.value)}
        />
      )}
    </ChangeDialog>
  );
};

export const MoveUnitDialog = (props: UnitDialogProps) => {
  const { unit, units } = props;
  const [parentId, setParentId] = useState<string>(unit.parentId ?? '');
  return (
    <ChangeDialog
      {...props}
      title={text('admin.move-unit-title', { name: unit.name })}
      submit={text('admin.move-unit-submit')}
      done={text('admin.unit-moved', { name: unit.name })}
      onSubmit={() => callRoute(changeUnit, { params: { unitId: unit.id }, body: { parentId: parentId ? unitId.parse(parentId) : null } })}
    >
      {(error) => (
        <SelectField label={text('admin.unit-parent')} value={parentId} error={error} onChange={(event) => setParentId(event.target.value)}>
          <option value="">{text('admin.unit-top')}</option>
          <UnitOptions units={outside(unit, units)} />
        </SelectField>
      )}
    </ChangeDialog>
  );
};

export const MergeUnitDialog = (props: UnitDialogProps) => {
  const { unit, units } = props;
  const [intoId, setIntoId] = useState('');
  const into = units.find(({ id }) => id === intoId);
  return (
    <ChangeDialog
      {...props}
      title={text('admin.merge-unit-title', { name: unit.name })}
      explanation={text('admin.merge-unit-text', { name: unit.name })}
      submit={text('admin.merge-unit-submit')}
      done={text('admin.unit-merged', { name: unit.name, into: into?.name ?? '' })}
      onSubmit={() => callRoute(mergeUnit, { params: { unitId: unit.id }, body: { intoId: unitId.parse(intoId) } })}
    >
      {(error) => (
        <SelectField
          label={text('admin.merge-into')}
          required
          value={intoId}
          error={error}
          onChange={(event) => setIntoId(event.target.value)}
        >
          <option value="" disabled>
            {text('admin.choose-unit')}
          </option>
          <UnitOptions units={outside(unit, units)} />
        </SelectField>
      )}
    </ChangeDialog>
  );
};

export const CloseUnitDialog = (props: UnitDialogProps) => (
  <ChangeDialog
    {...props}
    title={text('admin.close-unit-title', { name: props.unit.name })}
    explanation={text('admin.close-unit-text')}
    submit={text('admin.close-unit-submit')}
    done={text('admin.unit-closed', { name: props.unit.name })}
    onSubmit={() => callRoute(closeUnit, { params: { unitId: props.unit.id } })}
  >
    {(error) =>
      error && (
        <p className={classes.problem} role="alert">
          {error}
        </p>
      )
    }
  </ChangeDialog>
);

interface ChangeDialogProps extends UnitDialogProps {
  readonly title: string;
  readonly explanation?: string;
  readonly submit: string;
  /** Said when it is done. */
  readonly done: string;
  readonly onSubmit: () => Promise<unknown>;
  readonly children: (error: string | undefined) => ReactNode;
}

/** A refusal is said where the question was asked; nothing was changed then. */
const ChangeDialog = ({ title, explanation, submit, done, onSubmit, onChanged, onClose, children }: ChangeDialogProps) => {
  const [error, setError] = useState<unknown>();
  const show = useToast();
  const send = async (event: FormEvent) => {
    event.preventDefault();
    try {
      await onSubmit();
      show({ text: done });
      onChanged();
      onClose();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className={classes.dialogForm} onSubmit={(event) => void send(event)}>
        {explanation && <p>{explanation}</p>}
        {children(error === undefined ? undefined : problemText(error))}
        <Actions>
          <Button type="submit" variant="filled">
            {submit}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('admin.cancel')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};

const UnitOptions = ({ units }: { units: readonly UnitView[] }) =>
  units.map((unit) => (
    <option key={unit.id} value={unit.id}>
      {unit.name}
    </option>
  ));

/** Units that are neither this one nor below it: nothing can come to lie below itself. */
const outside = (unit: UnitView, units: readonly UnitView[]): UnitView[] => {
  const inside = new Set([unit.id, ...inTreeOrder(units, unit.id).map(({ id }) => id)]);
  return inTreeOrder(units).filter(({ id }) => !inside.has(id));
};
