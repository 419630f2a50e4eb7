import { useState } from 'react';
import { IconX } from '@tabler/icons-react';
import { unitId, type UnitId } from '@landbridge/contract';
import type { UnitView } from '@landbridge/contract/organisation';
import {
  appointManager,
  dismissManager,
  giveRole,
  organisationRole,
  takeRole,
  type AccountView,
  type OrganisationRole,
} from '@landbridge/contract/people';
import { Actions, Button, Choice, Dialog, IconButton, SelectField } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { organisationText as text, inTreeOrder } from '../organisation/index.ts';
import classes from './admin-page.module.css';

interface RolesDialogProps {
  readonly account: AccountView;
  readonly units: readonly UnitView[];
  readonly onAttempt: (act: () => Promise<unknown>) => Promise<boolean>;
  readonly onClose: () => void;
}

/** Each tick holds at once: a role is a right, not a form to be sent. */
export const RolesDialog = ({ account, units, onAttempt, onClose }: RolesDialogProps) => {
  const { id: personId, name } = account.person;
  const [asked, setAsked] = useState<Partial<Record<OrganisationRole, boolean>>>({});
  const toggle = async (role: OrganisationRole, isGiven: boolean) => {
    setAsked((before) => ({ ...before, [role]: isGiven }));
    await onAttempt(() => callRoute(isGiven ? giveRole : takeRole, { params: { personId, role } }));
    setAsked((before) => ({ ...before, [role]: undefined }));
  };
  const appoint = (id: string) => onAttempt(() => callRoute(appointManager, { params: { personId, unitId: unitId.parse(id) } }));
  const dismiss = (id: UnitId) => onAttempt(() => callRoute(dismissManager, { params: { personId, unitId: id } }));
  const others = inTreeOrder(units).filter((unit) => !account.manages.some(({ id }) => id === unit.id));
  return (
    <Dialog title={text('admin.roles-of', { name })} onClose={onClose}>
      <fieldset className={classes.choices}>
        <legend>{text('admin.roles-hint')}</legend>
        {organisationRole.options.map((role) => (
          <Choice
            key={role}
            type="checkbox"
            label={text(`admin.role-${role}`)}
            hint={text(`admin.role-${role}-hint`)}
            checked={asked[role] ?? account.roles.includes(role)}
            onChange={(event) => void toggle(role, event.target.checked)}
          />
        ))}
      </fieldset>
      {account.manages.length > 0 && (
        <ul aria-label={text('admin.managed-units')}>
          {account.manages.map((unit) => (
            <li key={unit.id} className={classes.unit}>
              <span className={classes.personName}>{text('admin.manages', { name: unit.name })}</span>
              <IconButton label={text('admin.dismiss-manager', { name: unit.name })} onClick={() => void dismiss(unit.id)}>
                <IconX size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <SelectField label={text('admin.appoint-manager')} value="" onChange={(event) => void appoint(event.target.value)}>
        <option value="" disabled>
          {text('admin.choose-unit')}
        </option>
        {others.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </SelectField>
      <Actions>
        <Button variant="filled" onClick={onClose}>
          {text('admin.done')}
        </Button>
      </Actions>
    </Dialog>
  );
};
