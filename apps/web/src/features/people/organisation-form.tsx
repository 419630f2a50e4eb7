import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changeOrganisation, getOrganisation, organisationLanguage, type OrganisationView } from '@landbridge/contract/organisation';
import { Button, Choice, SelectField, SkeletonRows, TextAreaField, TextField, useToast } from '@landbridge/ui';
import { organisationText as text } from '../organisation/index.ts';
import { callRoute, fieldError, Refusal } from '../../platform/api.ts';
import { ProblemState, problemText } from '../../platform/problem-state.tsx';
import classes from './organisation-form.module.css';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

interface OrganisationFormProps {
  readonly submitLabel: string;
  readonly onSaved: () => void;
}

/** Name, language, time zone and working calendar of the organisation. */
export const OrganisationForm = (props: OrganisationFormProps) => {
  const { data, error, refetch } = useQuery({
    queryKey: ['organisation'],
    queryFn: () => callRoute(getOrganisation),
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <ProblemState error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} label={text('app.loading')} />;
  return <Fields {...props} key={data.version} organisation={data} onStale={() => void refetch()} />;
};

const Fields = ({
  organisation,
  submitLabel,
  onSaved,
  onStale,
}: OrganisationFormProps & { organisation: OrganisationView; onStale: () => void }) => {
  const [form, setForm] = useState({ ...organisation, holidays: organisation.holidays.join('\n') });
  const [error, setError] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const show = useToast();
  const isStale = error instanceof Refusal && error.problem.code === 'version.stale';
  const put = (field: 'name' | 'language' | 'timeZone' | 'holidays') => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });
  const toggle = (weekday: number) =>
    setForm({
      ...form,
      workingDays: form.workingDays.includes(weekday)
        ? form.workingDays.filter((other) => other !== weekday)
        : [...form.workingDays, weekday],
    });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    setBusy(true);
    try {
      const holidays = form.holidays.split(/[\s,;]+/).filter((written) => written !== '');
      const language = organisationLanguage.parse(form.language);
      await callRoute(changeOrganisation, { body: { ...form, language, holidays } });
      show({ text: text('organisation.saved') });
      onSaved();
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={text('organisation.name')}
        required
        maxLength={120}
        value={form.name}
        error={fieldError(error, 'name')}
        onChange={put('name')}
      />
      <SelectField
        label={text('organisation.language')}
        hint={text('organisation.language-hint')}
        value={form.language}
        onChange={put('language')}
      >
        {organisationLanguage.options.map((language) => (
          <option key={language} value={language}>
            {text(`organisation.language-${language}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        label={text('organisation.time-zone')}
        hint={text('organisation.time-zone-hint')}
        list="time-zones"
        required
        value={form.timeZone}
        error={fieldError(error, 'timeZone')}
        onChange={put('timeZone')}
      />
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone}>
            {zone}
          </option>
        ))}
      </datalist>
      <fieldset className={classes.days}>
        <legend>{text('organisation.working-days')}</legend>
        {weekdays.map((weekday) => (
          <Choice
            key={weekday}
            type="checkbox"
            label={text(`organisation.day-${weekday}`)}
            checked={form.workingDays.includes(weekday)}
            onChange={() => toggle(weekday)}
          />
        ))}
        {form.workingDays.length === 0 && <p className={classes.problem}>{text('organisation.no-day')}</p>}
      </fieldset>
      <TextAreaField
        label={text('organisation.holidays')}
        hint={text('organisation.holidays-hint')}
        value={form.holidays}
        error={hasWrongDay(error) ? text('organisation.wrong-day') : undefined}
        onChange={put('holidays')}
      />
      {error !== undefined && !(error instanceof Refusal && error.problem.code === 'request.invalid') && (
        <p className={classes.problem} role="alert">
          {isStale ? text('organisation.stale') : problemText(error)}{' '}
          {isStale && (
            <Button size="small" onClick={onStale}>
              {text('organisation.look-again')}
            </Button>
          )}
        </p>
      )}
      <div>
        <Button type="submit" variant="filled" isBusy={isBusy} disabled={form.workingDays.length === 0}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
};

const hasWrongDay = (error: unknown): boolean =>
  error instanceof Refusal && (error.problem.errors?.some(({ field }) => field.startsWith('holidays')) ?? false);
