import { useState, type FormEvent, type ReactNode } from 'react';
import { askForLink, signIn } from '@landbridge/contract/identity';
import { Button, TextField } from '@landbridge/ui';
import { callRoute } from '../../platform/api.ts';
import { countDrafts } from '../../platform/drafts.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useTitle } from '../../platform/use-title.ts';
import { EntryPage } from './entry-page.tsx';
import classes from './entry-page.module.css';
import { adopt } from './me.ts';
import { text } from './texts.ts';

interface SignInPageProps {
  readonly organisationName: string | null;
  readonly sendsMail: boolean;
  readonly hasMailbox: boolean;
  /** Another way in, before the form. */
  readonly otherWay?: ReactNode;
  readonly onSignedIn: () => void;
}

export const SignInPage = ({ organisationName, sendsMail, hasMailbox, otherWay, onSignedIn }: SignInPageProps) => {
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string>();
  const [told, setTold] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const drafts = countDrafts();
  useTitle(text('sign-in.title'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setProblem(undefined);
    try {
      adopt(await callRoute(signIn, { body: { email, password } }));
      onSignedIn();
    } catch (error) {
      setProblem(problemText(error));
      setIsBusy(false);
    }
  };

  const ask = async (purpose: 'sign-in' | 'password-reset') => {
    setTold(undefined);
    if (!sendsMail) return setProblem(text('sign-in.no-mail'));
    if (email.trim() === '') return setProblem(text('sign-in.need-email'));
    setProblem(undefined);
    try {
      await callRoute(askForLink, { body: { email, purpose } });
      setTold(text('sign-in.sent', { email }));
    } catch (error) {
      setProblem(problemText(error));
    }
  };

  return (
    <EntryPage
      title={organisationName ?? text('sign-in.title')}
      lead={drafts > 0 ? text('sign-in.drafts', { count: drafts }) : text('sign-in.lead')}
      foot={
        hasMailbox && (
          <a className={classes.link} href="/mailbox">
            {text('sign-in.mailbox')}
          </a>
        )
      }
    >
      {otherWay}
      <form className={classes.form} onSubmit={submit}>
        <TextField
          label={text('sign-in.email')}
          type="email"
          autoComplete="username"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <TextField
          label={text('sign-in.password')}
          type="password"
          autoComplete="current-password"
          required
          value={password}
          error={problem}
          onChange={(event) => setPassword(event.target.value)}
        />
        {told && (
          <p className={classes.told} role="status">
            {told}
          </p>
        )}
        <div className={classes.row}>
          <Button type="submit" variant="filled" size="large" isBusy={isBusy}>
            {text('sign-in.submit')}
          </Button>
          <span className={classes.links}>
            <button type="button" className={classes.link} onClick={() => void ask('sign-in')}>
              {text('sign-in.link')}
            </button>
            <button type="button" className={classes.link} onClick={() => void ask('password-reset')}>
              {text('sign-in.forgot')}
            </button>
          </span>
        </div>
      </form>
    </EntryPage>
  );
};
