import { Link } from '@tanstack/react-router';
import { Page, SkeletonRows } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import { organisationText as text, refreshUnits, useUnits } from '../organisation/index.ts';
import { AdminPeople } from './admin-people.tsx';
import { AdminUnits } from './admin-units.tsx';
import classes from './admin-page.module.css';

/** Units and people as administrators change them; what they did is in the log. */
export const AdminPage = () => {
  const units = useUnits();
  useTitle(text('admin.title'));
  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('admin.title')}</h1>
        <nav className={classes.places} aria-label={text('admin.title')}>
          <Link to="/welcome">{text('admin.welcome')}</Link>
          <Link to="/admin/organisation">{text('admin.organisation')}</Link>
          <Link to="/admin/import">{text('admin.import')}</Link>
          <Link to="/admin/history">{text('admin.history')}</Link>
          <Link to="/admin/audit">{text('admin.audit')}</Link>
        </nav>
        {units.error && <ProblemState error={units.error} onRetry={() => void units.refetch()} />}
        {!units.data && !units.error && <SkeletonRows rows={5} label={text('app.loading')} />}
        {units.data && (
          <div className={classes.columns}>
            <AdminUnits units={units.data.units} onChanged={() => void refreshUnits()} />
            <AdminPeople units={units.data.units} />
          </div>
        )}
      </Page>
    </>
  );
};
