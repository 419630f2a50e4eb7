import { useState } from 'react';
import type { ImperativeSummary } from '@landbridge/contract/communities';
import { ChoiceField } from '@landbridge/ui';
import { text } from './texts.ts';
import { useOpenImperatives } from './use-imperatives.ts';

interface ImperativesFieldProps {
  readonly chosen: readonly ImperativeSummary[];
  readonly error: string | undefined;
  readonly onChange: (chosen: ImperativeSummary[]) => void;
}

/** The business imperatives that the community serves, out of the organisation's open ones. */
export const ImperativesField = ({ chosen, error, onChange }: ImperativesFieldProps) => {
  const [typed, setTyped] = useState('');
  return (
    <ChoiceField
      label={text('community.imperatives')}
      hint={text('community.imperatives-hint')}
      error={error}
      chosen={chosen}
      most={3}
      typed={typed}
      offered={useOpenImperatives(typed.trim())}
      noneLabel={text('community.imperatives-none')}
      removeLabel={(name) => text('community.imperative-remove', { name })}
      onType={setTyped}
      onChange={onChange}
    />
  );
};
