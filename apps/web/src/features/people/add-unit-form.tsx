import { useState, type FormEvent } from 'react';
import { unitId } from '@landbridge/contract';
import { createUnit, type UnitView } from '@landbridge/contract/organisation';
import { Button, SelectField, TextField, useToast } from '@landbridge/ui';
import { callRoute, fieldError } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { organisationText as text, inTreeOrder } from '../organisation/index.ts';
import classes from './admin-page.module.css';

export const AddUnitForm = ({ units, onAdded }: { units: readonly UnitView[]; onAdded: () => void }) => {
  const [form, setForm] = useState({ name: '', parentId: '' });
  const [error, setError] = useState<unknown>();
  const show = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const unit = await callRoute(createUnit, {
        body: {
          clientId: newClientId(),
          name: form.name,
          parentId: form.parentId ? unitId.parse(form.parentId) : null,
        },
      });
      setForm({ ...form, name: '' });
      show({ text: text('admin.unit-added', { name: unit.name }) });
      onAdded();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <>
      <h3>{text('admin.new-unit')}</h3>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={text('admin.unit-name')}
          required
          maxLength={80}
          value={form.name}
          error={fieldError(error, 'name') ?? (error === undefined ? undefined : problemText(error))}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <SelectField
          label={text('admin.unit-parent')}
          value={form.parentId}
          onChange={(event) => setForm({ ...form, parentId: event.target.value })}
        >
          <option value="">{text('admin.unit-top')}</option>
          {inTreeOrder(units).map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button type="submit">{text('admin.add-unit')}</Button>
        </div>
      </form>
    </>
  );
};
