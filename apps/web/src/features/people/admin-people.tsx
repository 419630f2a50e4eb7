import { useState } from 'react';
import type { UnitView } from '@landbridge/contract/organisation';
import { bringBackPerson, deactivatePerson, invitePersonAgain, type AccountView } from '@landbridge/contract/people';
import { Button, EmptyState, SelectField, SkeletonRows, TextField, useToast } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { exactTime } from '../../platform/times.ts';
import { AccountRow } from './account-row.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { HandedLink, type Handed } from './handed-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { MovePersonDialog } from './move-person-dialog.tsx';
import { RolesDialog } from './roles-dialog.tsx';
import { useAccounts, type Shown } from './use-accounts.ts';
import classes from './admin-page.module.css';

type Open =
  | { readonly dialog: 'roles' | 'deactivate'; readonly account: AccountView }
  | { readonly dialog: 'move'; readonly account: AccountView; readonly unitId: string };

/** Everybody with their unit and roles; who was deactivated is kept in a list of its own. */
export const AdminPeople = ({ units }: { units: readonly UnitView[] }) => {
  const [q, setQ] = useState('');
  const [shown, setShown] = useState<Shown>('active');
  const [open, setOpen] = useState<Open | null>(null);
  const [handed, setHanded] = useState<Handed | null>(null);
  const show = useToast();
  const { accounts, error, refetch, hasNextPage, fetchNextPage, attempt } = useAccounts(q, shown);

  const destination = open?.dialog === 'move' && units.find(({ id }) => id === open.unitId);
  const bringBack = ({ person }: AccountView) =>
    attempt(async () => {
      await callRoute(bringBackPerson, { params: { personId: person.id } });
      show({ text: text('admin.brought-back', { name: person.name }) });
    });
  const deactivate = async ({ person }: AccountView) => {
    setOpen(null);
    await attempt(async () => {
      await callRoute(deactivatePerson, { params: { personId: person.id } });
      show({ text: text('admin.deactivated', { name: person.name }) });
    });
  };
  const inviteAgain = ({ person }: AccountView) =>
    attempt(async () => {
      const { link, sentTo, expiresAt } = await callRoute(invitePersonAgain, { params: { personId: person.id } });
      if (link) setHanded({ name: person.name, link, until: exactTime(expiresAt) });
      else show({ text: text('admin.invited', { email: sentTo }) });
    });

  return (
    <section className={classes.section}>
      <h2>{text('admin.people')}</h2>
      <InviteForm units={units} onHanded={setHanded} onInvited={() => void refetch()} />
      {handed && <HandedLink {...handed} />}
      <div className={classes.filters}>
        <TextField label={text('admin.find-person')} type="search" value={q} onChange={(event) => setQ(event.target.value)} />
        <SelectField
          label={text('admin.show')}
          value={shown}
          onChange={(event) => setShown(event.target.value === 'deactivated' ? 'deactivated' : 'active')}
        >
          <option value="active">{text('admin.show-active')}</option>
          <option value="deactivated">{text('admin.show-deactivated')}</option>
        </SelectField>
      </div>
      {accounts?.length === 0 && <EmptyState title={text(shown === 'active' ? 'admin.nobody' : 'admin.nobody-deactivated')} />}
      {!accounts && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      <ul aria-label={text('admin.people')}>
        {accounts?.map((account) => (
          <AccountRow
            key={account.person.id}
            account={account}
            units={units}
            onMove={(unitId) => setOpen({ dialog: 'move', account, unitId })}
            onRoles={() => setOpen({ dialog: 'roles', account })}
            onInviteAgain={() => void inviteAgain(account)}
            onDeactivate={() => setOpen({ dialog: 'deactivate', account })}
            onBringBack={() => void bringBack(account)}
          />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('app.more-rows')}
        </Button>
      )}
      {open && destination && (
        <MovePersonDialog account={open.account} unit={destination} onMoved={() => void refetch()} onClose={() => setOpen(null)} />
      )}
      {open?.dialog === 'deactivate' && (
        <DeactivateDialog account={open.account} onConfirm={() => void deactivate(open.account)} onClose={() => setOpen(null)} />
      )}
      {open?.dialog === 'roles' && (
        <RolesDialog
          account={accounts?.find(({ person }) => person.id === open.account.person.id) ?? open.account}
          units={units}
          onAttempt={attempt}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
};
