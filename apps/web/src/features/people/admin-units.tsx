import { useState } from 'react';
import { IconDots } from '@tabler/icons-react';
import type { UnitView } from '@landbridge/contract/organisation';
import { Menu, UnitTile } from '@landbridge/ui';
import { organisationText as text, depthOf, inTreeOrder } from '../organisation/index.ts';
import { AddUnitForm } from './add-unit-form.tsx';
import { ClosedUnits } from './closed-units.tsx';
import { CloseUnitDialog, MergeUnitDialog, MoveUnitDialog, RenameUnitDialog } from './unit-dialogs.tsx';
import { UnitHistoryDialog } from './unit-history-dialog.tsx';
import classes from './admin-page.module.css';

const dialogs = {
  rename: RenameUnitDialog,
  move: MoveUnitDialog,
  merge: MergeUnitDialog,
  close: CloseUnitDialog,
  history: UnitHistoryDialog,
} as const;

interface Open {
  readonly dialog: keyof typeof dialogs;
  readonly unit: UnitView;
}

/** The tree of units, and those that were closed. What a unit was before each change stays in its history. */
export const AdminUnits = ({ units, onChanged }: { units: readonly UnitView[]; onChanged: () => void }) => {
  const [open, setOpen] = useState<Open | null>(null);
  const OpenDialog = open && dialogs[open.dialog];
  return (
    <section className={classes.section}>
      <h2>{text('admin.units')}</h2>
      {units.length === 0 && <p>{text('admin.units-empty')}</p>}
      <ul aria-label={text('admin.units')}>
        {inTreeOrder(units).map((unit) => (
          <li key={unit.id} className={classes.unit} style={{ paddingLeft: depthOf(unit, units) * 24 }}>
            <UnitTile unit={unit} />
            <span className={classes.personName}>{unit.name}</span>
            <Menu
              label={text('admin.more-about', { name: unit.name })}
              entries={[
                { label: text('admin.rename-unit'), onChoose: () => setOpen({ dialog: 'rename', unit }) },
                { label: text('admin.move-unit'), onChoose: () => setOpen({ dialog: 'move', unit }) },
                { label: text('admin.merge-unit'), onChoose: () => setOpen({ dialog: 'merge', unit }) },
                { label: text('admin.unit-history'), onChoose: () => setOpen({ dialog: 'history', unit }) },
                { label: text('admin.close-unit'), isDanger: true, onChoose: () => setOpen({ dialog: 'close', unit }) },
              ]}
            >
              <IconDots size={17} stroke={1.6} aria-hidden="true" />
            </Menu>
          </li>
        ))}
      </ul>
      <AddUnitForm units={units} onAdded={onChanged} />
      <ClosedUnits onChanged={onChanged} />
      {open && OpenDialog && <OpenDialog unit={open.unit} units={units} onChanged={onChanged} onClose={() => setOpen(null)} />}
    </section>
  );
};
