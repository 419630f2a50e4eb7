import { TextField } from '@landbridge/ui';
import { text } from './texts.ts';

/** The code that the server printed at its first start: asked for where it runs on an address that others reach. */
export const CodeField = ({ value, error, onChange }: { value: string; error?: string | undefined; onChange: (code: string) => void }) => (
  <TextField
    label={text('setup.code')}
    inputMode="numeric"
    required
    value={value}
    hint={text('setup.code-hint')}
    error={error}
    onChange={(event) => onChange(event.target.value)}
  />
);
