import { useState, type FormEvent } from 'react';
import { unitId } from '@landbridge/contract';
import type { UnitView } from '@landbridge/contract/organisation';
import { invitePerson } from '@landbridge/contract/people';
import { Button, SelectField, TextField, useToast } from '@landbridge/ui';
import { callRoute, fieldError } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { exactTime } from '../../platform/times.ts';
import { organisationText as text, inTreeOrder } from '../organisation/index.ts';
import type { Handed } from './handed-link.tsx';
import classes from './admin-page.module.css';

interface InviteFormProps {
  readonly units: readonly UnitView[];
  readonly onHanded: (handed: Handed | null) => void;
  readonly onInvited: () => void;
}

export const InviteForm = ({ units, onHanded, onInvited }: InviteFormProps) => {
  const [form, setForm] = useState({ name: '', email: '', unitId: '' });
  const [error, setError] = useState<unknown>();
  const show = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    onHanded(null);
    try {
      const { name, email } = form;
      const invited = await callRoute(invitePerson, {
        body: { clientId: newClientId(), name, email, unitId: form.unitId ? unitId.parse(form.unitId) : null },
      });
      setForm({ name: '', email: '', unitId: form.unitId });
      if (invited.link) onHanded({ name, link: invited.link, until: exactTime(invited.expiresAt) });
      else show({ text: text('admin.invited', { email: invited.sentTo }) });
      onInvited();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <>
      <h3>{text('admin.invite')}</h3>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextField
          label={text('admin.person-name')}
          required
          maxLength={120}
          value={form.name}
          error={fieldError(error, 'name')}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <TextField
          label={text('admin.person-email')}
          type="email"
          required
          value={form.email}
          error={fieldError(error, 'email') ?? (error === undefined ? undefined : problemText(error))}
          onChange={(event) => setForm({ ...form, email: event.target.value })}
        />
        <SelectField
          label={text('admin.person-unit')}
          value={form.unitId}
          onChange={(event) => setForm({ ...form, unitId: event.target.value })}
        >
          <option value="">{text('admin.no-unit')}</option>
          {inTreeOrder(units).map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </SelectField>
        <div>
          <Button type="submit" variant="filled">
            {text('admin.invite-submit')}
          </Button>
        </div>
      </form>
    </>
  );
};
