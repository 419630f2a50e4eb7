import { createLink, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ButtonLink, Page, SkeletonRows, UnitTile } from '@landbridge/ui';
import { ProblemState } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { organisationText as text, depthOf, inTreeOrder, useUnits } from '../organisation/index.ts';
import { AddUnitForm } from './add-unit-form.tsx';
import admin from './admin-page.module.css';
import { HandedLink, type Handed } from './handed-link.tsx';
import { InviteForm } from './invite-form.tsx';
import { OrganisationForm } from './organisation-form.tsx';
import classes from './welcome-page.module.css';

const steps = ['organisation', 'units', 'people'] as const;
export type WelcomeStep = (typeof steps)[number];

const StepLink = createLink(ButtonLink);

/** The first days of an organisation in three steps. What each does is kept at once: one can leave after any, and come back. */
export const WelcomePage = ({ step, onStep }: { step: WelcomeStep; onStep: (step: WelcomeStep) => void }) => {
  useTitle(text('welcome.title'));
  return (
    <Page>
      <h1 className={classes.title}>{text('welcome.title')}</h1>
      <p className={classes.lead}>{text('welcome.lead')}</p>
      <ol className={classes.steps} aria-label={text('welcome.steps')}>
        {steps.map((each, index) => (
          <li key={each}>
            <Link
              to="/welcome"
              search={{ step: each }}
              className={classes.step}
              data-current={each === step}
              aria-current={each === step ? 'step' : false}
            >
              <span className={classes.number} aria-hidden="true">
                {index + 1}
              </span>
              {text(`welcome.${each}`)}
            </Link>
          </li>
        ))}
      </ol>
      {step === 'organisation' && <OrganisationForm submitLabel={text('welcome.keep-and-go-on')} onSaved={() => onStep('units')} />}
      {step === 'units' && <UnitsStep />}
      {step === 'people' && <PeopleStep />}
    </Page>
  );
};

const UnitsStep = () => {
  const { data, error, refetch } = useUnits();
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label={text('app.loading')} />;
  return (
    <section className={classes.content}>
      <p>{text('welcome.units-text')}</p>
      <ul aria-label={text('admin.units')}>
        {inTreeOrder(data.units).map((unit) => (
          <li key={unit.id} className={admin.unit} style={{ paddingLeft: depthOf(unit, data.units) * 24 }}>
            <UnitTile unit={unit} />
            <span className={admin.personName}>{unit.name}</span>
          </li>
        ))}
      </ul>
      <AddUnitForm units={data.units} onAdded={() => void refetch()} />
      <div>
        <StepLink to="/welcome" search={{ step: 'people' }} variant={data.units.length > 0 ? 'filled' : 'default'}>
          {text('welcome.go-on')}
        </StepLink>
      </div>
    </section>
  );
};

const PeopleStep = () => {
  const units = useUnits();
  const [handed, setHanded] = useState<Handed | null>(null);
  const [invited, setInvited] = useState(0);
  if (!units.data) return <SkeletonRows rows={3} label={text('app.loading')} />;
  return (
    <section className={classes.content}>
      <p>
        {text('welcome.people-text')} <Link to="/admin/import">{text('welcome.from-file')}</Link>
      </p>
      {handed && <HandedLink {...handed} />}
      <InviteForm units={units.data.units} onHanded={setHanded} onInvited={() => setInvited((count) => count + 1)} />
      {invited > 0 && <p role="status">{text('welcome.invited', { count: invited })}</p>}
      <div className={classes.end}>
        <StepLink to="/communities/new">{text('welcome.found')}</StepLink>
        <StepLink to="/" variant="quiet">
          {text('welcome.leave')}
        </StepLink>
      </div>
    </section>
  );
};
