import { useState, type FormEvent } from 'react';
import { setUpOrganisation } from '@landbridge/contract/identity';
import { Button, TextField } from '@landbridge/ui';
import { callRoute, fieldError, Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { CodeField } from './code-field.tsx';
import { EntryPage } from './entry-page.tsx';
import classes from './entry-page.module.css';
import { adopt } from './me.ts';
import { text } from './texts.ts';

/** On a database without people: the organisation and its first administrator. */
export const SetUpPage = ({ needsCode, onDone }: { needsCode: boolean; onDone: () => void }) => {
  const [form, setForm] = useState({ organisation: '', name: '', email: '', password: '', code: '' });
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('setup.title'));
  const put = (field: keyof typeof form) => (event: { target: { value: string } }) => setForm({ ...form, [field]: event.target.value });
  const code = error instanceof Refusal ? error.problem.code : '';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setError(undefined);
    try {
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      adopt(await callRoute(setUpOrganisation, { body: { ...form, timeZone, ...(needsCode ? {} : { code: undefined }) } }));
      onDone();
    } catch (refused) {
      setError(refused);
      setIsBusy(false);
    }
  };

  return (
    <EntryPage title={text('setup.title')} lead={text('setup.lead')} foot={text('setup.stored')}>
      <form className={classes.form} onSubmit={submit}>
        <TextField
          label={text('setup.organisation')}
          required
          maxLength={120}
          value={form.organisation}
          error={fieldError(error, 'organisation')}
          onChange={put('organisation')}
        />
        <TextField
          label={text('setup.name')}
          autoComplete="name"
          required
          maxLength={120}
          value={form.name}
          error={fieldError(error, 'name')}
          onChange={put('name')}
        />
        <TextField
          label={text('setup.email')}
          type="email"
          autoComplete="username"
          required
          value={form.email}
          error={fieldError(error, 'email')}
          onChange={put('email')}
        />
        <TextField
          label={text('setup.password')}
          type="password"
          autoComplete="new-password"
          required
          value={form.password}
          hint={text('setup.password-hint')}
          error={fieldError(error, 'password') ?? (code === 'password.too-weak' ? problemText(error) : undefined)}
          onChange={put('password')}
        />
        {needsCode && (
          <CodeField
            value={form.code}
            error={code === 'setup.wrong-code' ? problemText(error) : undefined}
            onChange={(code) => setForm({ ...form, code })}
          />
        )}
        {error !== undefined && !['password.too-weak', 'setup.wrong-code', 'request.invalid'].includes(code) && (
          <p className={classes.problem} role="alert">
            {problemText(error)}
          </p>
        )}
        <div>
          <Button type="submit" variant="filled" size="large" isBusy={isBusy}>
            {text('setup.submit')}
          </Button>
        </div>
      </form>
    </EntryPage>
  );
};
