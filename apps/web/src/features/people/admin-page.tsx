import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { unitId, type PersonId } from '@landbridge/contract';
import { createUnit, type UnitView } from '@landbridge/contract/organisation';
import { invitePerson, listPeople, moveToUnit } from '@landbridge/contract/people';
import { Avatar, Button, Page, SelectField, SkeletonRows, TextField, UnitTile, useToast } from '@landbridge/ui';
import { copyText } from '../../platform/copy-text.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { callRoute, fieldError } from '../../platform/api.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { text } from '../../platform/texts.ts';
import { exactTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import { depthOf, inTreeOrder, useUnits } from '../organisation/index.ts';
import classes from './admin-page.module.css';

/** Units and people: as much as is needed to begin. */
export const AdminPage = () => {
  const units = useUnits();
  useTitle(text('admin.title'));
  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('admin.title')}</h1>
        {units.error && <ProblemState error={units.error} onRetry={() => void units.refetch()} />}
        {!units.data && !units.error && <SkeletonRows rows={5} label={text('app.loading')} />}
        {units.data && (
          <div className={classes.columns}>
            <Units units={units.data.units} onChanged={() => void units.refetch()} />
            <People units={units.data.units} />
          </div>
        )}
      </Page>
    </>
  );
};

const Units = ({ units, onChanged }: { units: readonly UnitView[]; onChanged: () => void }) => {
  const [form, setForm] = useState({ name: '', parentId: '' });
  const [error, setError] = useState<unknown>();
  const show = useToast();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      const unit = await callRoute(createUnit, {
        body: { clientId: newClientId(), name: form.name, parentId: form.parentId ? unitId.parse(form.parentId) : null },
      });
      setForm({ ...form, name: '' });
      show({ text: text('admin.unit-added', { name: unit.name }) });
      onChanged();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <section className={classes.section}>
      <h2>{text('admin.units')}</h2>
      {units.length === 0 && <p>{text('admin.units-empty')}</p>}
      <ul>
        {inTreeOrder(units).map((unit) => (
          <li key={unit.id} className={classes.unit} style={{ paddingLeft: depthOf(unit, units) * 24 }}>
            <UnitTile unit={unit} />
            {unit.name}
          </li>
        ))}
      </ul>
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
    </section>
  );
};

interface Handed {
  readonly name: string;
  readonly link: string;
  readonly until: string;
}

const People = ({ units }: { units: readonly UnitView[] }) => {
  const [form, setForm] = useState({ name: '', email: '', unitId: '' });
  const [error, setError] = useState<unknown>();
  const [handed, setHanded] = useState<Handed | null>(null);
  const show = useToast();
  const { data, refetch, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['admin-people'],
    queryFn: ({ pageParam }) => callRoute(listPeople, { query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: 0,
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    setHanded(null);
    try {
      const { name, email } = form;
      const invited = await callRoute(invitePerson, {
        body: { clientId: newClientId(), name, email, unitId: form.unitId ? unitId.parse(form.unitId) : null },
      });
      setForm({ name: '', email: '', unitId: form.unitId });
      if (invited.link) setHanded({ name, link: invited.link, until: exactTime(invited.expiresAt) });
      else show({ text: text('admin.invited', { email: invited.sentTo }) });
      await refetch();
    } catch (refused) {
      setError(refused);
    }
  };
  const move = async (personId: PersonId, to: string) => {
    try {
      await callRoute(moveToUnit, { params: { personId }, body: { unitId: unitId.parse(to) } });
      await refetch();
    } catch (refused) {
      show({ text: problemText(refused) });
    }
  };
  return (
    <section className={classes.section}>
      <h2>{text('admin.people')}</h2>
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
      {handed && <HandedLink {...handed} />}
      <ul>
        {data?.pages
          .flatMap((page) => page.people)
          .map((person) => (
            <li key={person.id} className={classes.person}>
              <Avatar name={person.name} hue={person.unit?.hue} size={28} />
              <span className={classes.personName}>{person.name}</span>
              <select
                className={classes.select}
                aria-label={text('admin.move-person', { name: person.name })}
                value={person.unit?.id ?? ''}
                onChange={(event) => void move(person.id, event.target.value)}
              >
                <option value="" disabled>
                  {text('admin.no-unit')}
                </option>
                {units.map((unit) => (
                  <option key={unit.id} value={unit.id}>
                    {unit.name}
                  </option>
                ))}
              </select>
            </li>
          ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" onClick={() => void fetchNextPage()}>
          {text('people.more')}
        </Button>
      )}
    </section>
  );
};

const HandedLink = ({ name, link, until }: Handed) => {
  const [isCopied, setCopied] = useState(false);
  return (
    <div className={classes.handed} role="status">
      <p>{text('admin.hand-on', { name, until })}</p>
      <code>{link}</code>
      <Button size="small" onClick={() => void copyText(link).then(() => setCopied(true))}>
        {text(isCopied ? 'admin.copied' : 'admin.copy-link')}
      </Button>
    </div>
  );
};
