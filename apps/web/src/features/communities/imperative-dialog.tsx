import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { changeImperative, imperativeView, nameImperative, type ImperativeView } from '@landbridge/contract/communities';
import { listPeople } from '@landbridge/contract/people';
import { Actions, Button, ChoiceField, Conflict, Dialog, TextField, useToast } from '@landbridge/ui';
import { callRoute, fieldError, Refusal } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { problemText } from '../../platform/problem-state.tsx';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { refreshImperatives } from './use-imperatives.ts';

interface ImperativeDialogProps {
  /** Null to name a new one. */
  readonly imperative: ImperativeView | null;
  readonly onClose: () => void;
}

/** Names a business imperative, or gives one another name or owner. */
export const ImperativeDialog = ({ imperative, onClose }: ImperativeDialogProps) => {
  const [clientId] = useState(newClientId);
  const [name, setName] = useState(imperative?.name ?? '');
  const [owners, setOwners] = useState(imperative?.owner ? [imperative.owner] : []);
  const [version, setVersion] = useState(imperative?.version ?? 1);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const show = useToast();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    const wanted = { name, ownerId: owners[0]?.id ?? null };
    try {
      await (imperative
        ? callRoute(changeImperative, { params: { imperativeId: imperative.id }, body: { version, ...wanted } })
        : callRoute(nameImperative, { body: { clientId, ...wanted } }));
      show({ text: text('imperatives.saved', { name }) });
      void refreshImperatives();
      onClose();
    } catch (refused) {
      const stored = refused instanceof Refusal ? imperativeView.safeParse(refused.problem.current) : null;
      if (!stored?.success) return setError(refused);
      setVersion(stored.data.version);
      setTheirs([stored.data.name, sponsorText(stored.data)].filter(Boolean).join('\n'));
    }
  };

  return (
    <Dialog title={text(imperative ? 'imperatives.change-title' : 'imperatives.name-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {theirs !== undefined && <Conflict note={text('imperatives.stale')}>{theirs}</Conflict>}
        <TextField
          label={text('imperatives.name')}
          hint={text('imperatives.name-hint')}
          required
          maxLength={200}
          value={name}
          error={fieldError(error, 'name') ?? (error === undefined ? undefined : problemText(error))}
          onChange={(event) => setName(event.target.value)}
        />
        <OwnerField owners={owners} onChange={setOwners} />
        <Actions>
          <Button type="submit" variant="filled">
            {text(imperative ? 'imperatives.save' : 'imperatives.add')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('app.close')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};

type Owner = NonNullable<ImperativeView['owner']>;

const OwnerField = ({ owners, onChange }: { owners: readonly Owner[]; onChange: (owners: Owner[]) => void }) => {
  const [typed, setTyped] = useState('');
  const q = typed.trim();
  const { data } = useQuery({
    queryKey: ['people', q],
    enabled: q.length > 1,
    queryFn: ({ signal }) => callRoute(listPeople, { query: { q, limit: 5 }, signal }),
  });
  return (
    <ChoiceField
      label={text('imperatives.owner')}
      hint={text('imperatives.owner-hint')}
      chosen={owners}
      most={1}
      typed={typed}
      offered={q.length > 1 ? (data?.people ?? []) : []}
      noneLabel={data && text('imperatives.nobody')}
      removeLabel={(name) => text('imperatives.owner-remove', { name })}
      onType={setTyped}
      onChange={onChange}
    />
  );
};

/** Empty while it has no owner. */
export const sponsorText = ({ owner }: Pick<ImperativeView, 'owner'>): string =>
  owner ? text('imperatives.sponsor', { name: owner.name }) : '';
