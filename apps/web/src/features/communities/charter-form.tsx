import type { ReactNode } from 'react';
import { stage, type ImperativeSummary, type Stage } from '@landbridge/contract/communities';
import { SelectField, TextAreaField, TextField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import { ImperativesField } from './imperatives-field.tsx';
import { text } from './texts.ts';

export interface CharterTexts {
  readonly name: string;
  readonly domain: string;
  readonly people: string;
  readonly practice: string;
}

interface FieldsProps<Texts> {
  readonly texts: Texts;
  readonly error: unknown;
  readonly onChange: (texts: Texts) => void;
}

const parts = ['domain', 'people', 'practice'] as const;

/** The name and the three texts, for founding and for editing. */
export const CharterFields = ({ texts, error, onChange, children }: FieldsProps<CharterTexts> & { readonly children?: ReactNode }) => (
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

export interface DetailTexts {
  /** With commas between, as they are typed. */
  readonly languages: string;
  readonly rhythm: string;
  readonly imperatives: readonly ImperativeSummary[];
  readonly stage: Stage;
  readonly stageEvidence: string;
}

const lines = [
  { part: 'languages', most: 300 },
  { part: 'rhythm', most: 120 },
] as const;

/** What a charter says besides its three texts. */
export const DetailFields = ({ texts, error, onChange }: FieldsProps<DetailTexts>) => (
  <>
    {lines.map(({ part, most }) => (
      <TextField
        key={part}
        label={text(`community.${part}`)}
        hint={text(`community.${part}-hint`)}
        maxLength={most}
        value={texts[part]}
        error={fieldError(error, part)}
        onChange={(event) => onChange({ ...texts, [part]: event.target.value })}
      />
    ))}
    <ImperativesField
      chosen={texts.imperatives}
      error={fieldError(error, 'imperativeIds')}
      onChange={(imperatives) => onChange({ ...texts, imperatives })}
    />
    <SelectField
      label={text('community.stage')}
      value={texts.stage}
      onChange={(event) => onChange({ ...texts, stage: stage.parse(event.target.value) })}
    >
      {stage.options.map((one) => (
        <option key={one} value={one}>
          {text(`community.stage-${one}`)}
        </option>
      ))}
    </SelectField>
    <TextAreaField
      label={text('community.stage-evidence')}
      hint={text('community.stage-evidence-hint')}
      maxLength={600}
      value={texts.stageEvidence}
      error={fieldError(error, 'stageEvidence')}
      onChange={(event) => onChange({ ...texts, stageEvidence: event.target.value })}
    />
  </>
);
