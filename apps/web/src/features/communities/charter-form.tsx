import type { ReactNode } from 'react';
import { TextAreaField, TextField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import { text } from '../../platform/texts.ts';

export interface CharterTexts {
  readonly name: string;
  readonly domain: string;
  readonly people: string;
  readonly practice: string;
}

interface CharterFieldsProps {
  readonly texts: CharterTexts;
  readonly error: unknown;
  readonly onChange: (texts: CharterTexts) => void;
  readonly children?: ReactNode;
}

const parts = ['domain', 'people', 'practice'] as const;

/** The name and the three texts, for founding and for editing. */
export const CharterFields = ({ texts, error, onChange, children }: CharterFieldsProps) => (
  <>
    <TextField
      label={text('community.name')}
      required
      maxLength={80}
      value={texts.name}
      error={fieldError(error, 'name')}
      onChange={(event) => onChange({ ...texts, name: event.target.value })}
    />
    {children}
    {parts.map((part) => (
      <TextAreaField
        key={part}
        label={text(`community.${part}`)}
        hint={text(`community.${part}-hint`)}
        maxLength={1_500}
        value={texts[part]}
        error={fieldError(error, part)}
        onChange={(event) => onChange({ ...texts, [part]: event.target.value })}
      />
    ))}
  </>
);
