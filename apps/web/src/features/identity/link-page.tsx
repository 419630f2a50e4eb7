import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { lookAtLink, useLink as linkRoute } from '@landbridge/contract/identity';
import { Button, SkeletonRows, TextField } from '@landbridge/ui';
import { callRoute, fieldError, Refusal } from '../../platform/api.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { EntryPage } from './entry-page.tsx';
import classes from './entry-page.module.css';
import { adopt } from './me.ts';
import { text } from './texts.ts';

/** A single-use link: looking at the page does not use it up, the button does. */
export const LinkPage = ({ token, onSignedIn }: { token: string; onSignedIn: () => void }) => {
  const { data: link, error } = useQuery({
    queryKey: ['link', token],
    queryFn: () => callRoute(lookAtLink, { params: { token } }),
    retry: false,
  });
  const [password, setPassword] = useState('');
  const [refused, setRefused] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('sign-in.title'));
  if (error)
    return (
      <EntryPage title={problemText(error)} lead={text('link.gone')}>
        <a className={classes.link} href="/sign-in">
          {text('link.to-sign-in')}
        </a>
      </EntryPage>
    );
  if (!link)
    return (
      <EntryPage title="" lead="">
        <SkeletonRows rows={3} label={text('app.loading')} />
      </EntryPage>
    );
  const asksPassword = link.purpose !== 'sign-in';

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setRefused(undefined);
    try {
      adopt(await callRoute(linkRoute, { params: { token }, body: asksPassword ? { password } : {} }));
      onSignedIn();
    } catch (problem) {
      setRefused(problem);
      setIsBusy(false);
    }
  };

  return (
    <EntryPage
      title={text(`link.${link.purpose}`, { name: link.name })}
      lead={text(`link.${link.purpose}-lead`, { organisation: link.organisationName, email: link.email, name: link.name })}
    >
      <form className={classes.form} onSubmit={submit}>
        <input type="hidden" autoComplete="username" value={link.email} readOnly />
        {asksPassword && (
          <TextField
            label={text('link.password')}
            type="password"
            autoComplete="new-password"
            required
            value={password}
            hint={text('setup.password-hint')}
            error={fieldError(refused, 'password') ?? (refused === undefined ? undefined : problemText(refused))}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
        {!asksPassword && refused instanceof Refusal && (
          <p className={classes.problem} role="alert">
            {problemText(refused)}
          </p>
        )}
        <div>
          <Button type="submit" variant="filled" size="large" isBusy={isBusy}>
            {text(asksPassword ? 'link.submit' : 'link.sign-in-submit')}
          </Button>
        </div>
      </form>
    </EntryPage>
  );
};
