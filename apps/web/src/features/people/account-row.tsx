import { IconDots } from '@tabler/icons-react';
import type { UnitView } from '@landbridge/contract/organisation';
import type { AccountView } from '@landbridge/contract/people';
import { Avatar, Button, Menu } from '@landbridge/ui';
import { organisationText as text, inTreeOrder } from '../organisation/index.ts';
import classes from './admin-page.module.css';

interface AccountRowProps {
  readonly account: AccountView;
  readonly units: readonly UnitView[];
  readonly onMove: (to: string) => void;
  readonly onRoles: () => void;
  readonly onInviteAgain: () => void;
  readonly onDeactivate: () => void;
  readonly onBringBack: () => void;
}

/** One person: address and roles below the name, the unit to choose, the rest in a menu. */
export const AccountRow = ({ account, units, onMove, onRoles, onInviteAgain, onDeactivate, onBringBack }: AccountRowProps) => {
  const { person, isActive, hasPassword } = account;
  return (
    <li className={classes.person}>
      <Avatar name={person.name} hue={person.unit?.hue} size={28} />
      <span className={classes.personText}>
        <span className={classes.personName}>{person.name}</span>
        <span className={classes.personDetail}>{[account.email, ...standingOf(account)].filter((part) => part !== '').join(' · ')}</span>
      </span>
      {!isActive && (
        <Button size="small" onClick={onBringBack} aria-label={text('admin.bring-back-person', { name: person.name })}>
          {text('admin.bring-back')}
        </Button>
      )}
      {isActive && (
        <>
          <select
            className={classes.select}
            aria-label={text('admin.move-person', { name: person.name })}
            value={person.unit?.id ?? ''}
            onChange={(event) => onMove(event.target.value)}
          >
            <option value="" disabled>
              {text('admin.no-unit')}
            </option>
            {inTreeOrder(units).map((unit) => (
              <option key={unit.id} value={unit.id}>
                {unit.name}
              </option>
            ))}
          </select>
          <Menu
            label={text('admin.more-about', { name: person.name })}
            entries={[
              { label: text('admin.change-roles'), onChoose: onRoles },
              ...(hasPassword ? [] : [{ label: text('admin.invite-again'), onChoose: onInviteAgain }]),
              { label: text('admin.deactivate'), isDanger: true, onChoose: onDeactivate },
            ]}
          >
            <IconDots size={17} stroke={1.6} aria-hidden="true" />
          </Menu>
        </>
      )}
    </li>
  );
};

const standingOf = ({ roles, manages, isActive, hasPassword }: AccountView): string[] => [
  ...roles.map((role) => text(`admin.role-${role}`)),
  ...manages.map(({ name }) => text('admin.manages', { name })),
  ...(isActive && !hasPassword ? [text('admin.not-yet-here')] : []),
];
