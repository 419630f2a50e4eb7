import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PersonId, UnitId } from '@landbridge/contract';
import { listPeople, type PersonSummary } from '@landbridge/contract/people';
import { Avatar, Button, IconButton, SkeletonRows, TextField, UnitTile } from '@landbridge/ui';
import { IconX } from '@tabler/icons-react';
import { callRoute } from '../../platform/api.ts';
import { ProblemState } from '../../platform/problem-state.tsx';
import { depthOf, inTreeOrder, useUnits } from '../organisation/index.ts';
import classes from './participants-fields.module.css';
import { text } from './texts.ts';

export interface Chosen {
  readonly unitIds: readonly UnitId[];
  readonly people: readonly PersonSummary[];
}

interface ParticipantsFieldsProps {
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

/** Units as a tree of boxes to tick, and people by name. */
export const ParticipantsFields = ({ chosen, onChange }: ParticipantsFieldsProps) => {
  const { data, error, refetch } = useUnits();
  const toggle = (id: UnitId) =>
    onChange({
      ...chosen,
      unitIds: chosen.unitIds.includes(id) ? chosen.unitIds.filter((other) => other !== id) : [...chosen.unitIds, id],
    });
  return (
    <>
      <fieldset className={classes.units}>
        <legend>{text('thread.invite-units')}</legend>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={4} label={text('app.loading')} />}
        {data &&
          inTreeOrder(data.units).map((unit) => (
            <label key={unit.id} className={classes.unit} style={{ paddingLeft: depthOf(unit, data.units) * 24 }}>
              <input type="checkbox" checked={chosen.unitIds.includes(unit.id)} onChange={() => toggle(unit.id)} />
              <UnitTile unit={unit} />
              {unit.name}
            </label>
          ))}
      </fieldset>
      <PeopleField
        people={chosen.people}
        onAdd={(person) => onChange({ ...chosen, people: [...chosen.people.filter(({ id }) => id !== person.id), person] })}
        onRemove={(id) => onChange({ ...chosen, people: chosen.people.filter((person) => person.id !== id) })}
      />
    </>
  );
};

interface PeopleFieldProps {
  readonly people: readonly PersonSummary[];
  readonly onAdd: (person: PersonSummary) => void;
  readonly onRemove: (id: PersonId) => void;
}

const PeopleField = ({ people, onAdd, onRemove }: PeopleFieldProps) => {
  const [q, setQ] = useState('');
  const isAsked = q.trim().length > 1;
  const { data } = useQuery({
    queryKey: ['people', q],
    enabled: isAsked,
    queryFn: ({ signal }) => callRoute(listPeople, { query: { q, limit: 5 }, signal }),
  });
  return (
    <section className={classes.people}>
      <TextField
        label={text('thread.invite-people')}
        placeholder={text('thread.invite-search')}
        value={q}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul>
        {isAsked &&
          data?.people.map((person) => (
            <li key={person.id}>
              <Button
                variant="quiet"
                onClick={() => {
                  setQ('');
                  onAdd(person);
                }}
              >
                <Avatar name={person.name} hue={person.unit?.hue} size={24} />
                {person.name}
              </Button>
            </li>
          ))}
      </ul>
      <ul>
        {people.map((person) => (
          <li key={person.id} className={classes.person}>
            <Avatar name={person.name} hue={person.unit?.hue} size={24} />
            <span>{person.name}</span>
            <IconButton label={text('thread.invite-remove', { name: person.name })} onClick={() => onRemove(person.id)}>
              <IconX size={16} stroke={1.6} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
};
