import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Suspense, useState, type FormEvent, type ReactNode } from 'react';
import { changePassword, changePreferences, endSignIn, listSignIns, signOut, type Preferences } from '@landbridge/contract/identity';
import { Button, Choice, Page, SkeletonRows, TextField, useToast } from '@landbridge/ui';
import { callRoute, fieldError, Refusal } from '../../platform/api.ts';
import { findKeys } from '../../platform/keys.ts';
import { live } from '../../platform/live.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { shortTime } from '../../platform/times.ts';
import { useTitle } from '../../platform/use-title.ts';
import { adopt, useMe } from './me.ts';
import { PlaceBar } from './place-bar.tsx';
import classes from './settings-page.module.css';
import { text } from './texts.ts';

const themes = ['system', 'light', 'dark'] as const;

export const SettingsPage = ({ notices, onSignedOut }: { notices: ReactNode; onSignedOut: () => void }) => {
  useTitle(text('settings.title'));
  const leave = async () => {
    await callRoute(signOut);
    live.close();
    onSignedOut();
  };
  return (
    <>
      <PlaceBar actions={<Button onClick={() => void leave()}>{text('settings.sign-out')}</Button>} />
      <Page>
        <h1>{text('settings.title')}</h1>
        <PreferencesForm />
        <Suspense>{notices}</Suspense>
        <PasswordForm />
        <SignInList />
      </Page>
    </>
  );
};

const PreferencesForm = () => {
  const { preferences } = useMe();
  const show = useToast();
  const change = async (changed: Partial<Preferences>) => {
    try {
      adopt(await callRoute(changePreferences, { body: changed }));
    } catch (error) {
      show({ text: problemText(error) });
    }
  };
  return (
    <>
      <section className={classes.section}>
        <h2>{text('settings.appearance')}</h2>
        {themes.map((theme) => (
          <Choice
            key={theme}
            type="radio"
            name="theme"
            label={text(`settings.theme-${theme}`)}
            checked={preferences.theme === theme}
            onChange={() => void change({ theme })}
          />
        ))}
      </section>
      <section className={classes.section}>
        <h2>{text('settings.behaviour')}</h2>
        <Choice
          type="checkbox"
          label={text('settings.keys')}
          hint={text('settings.keys-hint', { keys: findKeys })}
          checked={preferences.hasKeys}
          onChange={() => void change({ hasKeys: !preferences.hasKeys })}
        />
        <Choice
          type="checkbox"
          label={text('settings.presence')}
          hint={text('settings.presence-hint')}
          checked={preferences.showsPresence}
          onChange={() => void change({ showsPresence: !preferences.showsPresence })}
        />
      </section>
    </>
  );
};

const PasswordForm = () => {
  const [form, setForm] = useState({ present: '', password: '' });
  const [error, setError] = useState<unknown>();
  const show = useToast();
  const code = error instanceof Refusal ? error.problem.code : '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      await callRoute(changePassword, { body: form });
      setForm({ present: '', password: '' });
      show({ text: text('settings.password-changed') });
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <form className={classes.section} onSubmit={submit}>
      <h2>{text('settings.password')}</h2>
      <TextField
        label={text('settings.present-password')}
        type="password"
        autoComplete="current-password"
        required
        value={form.present}
        error={code === 'password.no-match' ? problemText(error) : undefined}
        onChange={(event) => setForm({ ...form, present: event.target.value })}
      />
      <TextField
        label={text('settings.new-password')}
        type="password"
        autoComplete="new-password"
        required
        value={form.password}
        hint={text('setup.password-hint')}
        error={fieldError(error, 'password') ?? (error !== undefined && code !== 'password.no-match' ? problemText(error) : undefined)}
        onChange={(event) => setForm({ ...form, password: event.target.value })}
      />
      <div>
        <Button type="submit">{text('settings.change-password')}</Button>
      </div>
    </form>
  );
};

const SignInList = () => {
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({ queryKey: ['sign-ins'], queryFn: () => callRoute(listSignIns), staleTime: 0 });
  const end = async (signInId: string) => {
    await callRoute(endSignIn, { params: { signInId } });
    await client.invalidateQueries({ queryKey: ['sign-ins'] });
  };
  return (
    <section className={classes.section}>
      <h2>{text('settings.sign-ins')}</h2>
      {error && <ProblemState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={2} label={text('app.loading')} />}
      <ul className={classes.signIns}>
        {data?.signIns.map((signIn) => (
          <li key={signIn.id}>
            <span>
              <strong>{deviceName(signIn.device)}</strong>
              <span className={classes.detail}>
                {text('settings.sign-in-seen', { address: signIn.address, at: shortTime(signIn.signedInAt) })}
              </span>
            </span>
            {signIn.isCurrent ? (
              <span className={classes.detail}>{text('settings.this-browser')}</span>
            ) : (
              <Button
                size="small"
                aria-label={text('settings.end-sign-in-of', { device: deviceName(signIn.device) })}
                onClick={() => void end(signIn.id)}
              >
                {text('settings.end-sign-in')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** "Chrome, Linux" of a user-agent line; browsers all claim to be each other, so the order matters. */
const deviceName = (agent: string): string => {
  const browser = /(Edg|OPR|Firefox|Chrome|Safari)/.exec(agent)?.[1]?.replace('Edg', 'Edge').replace('OPR', 'Opera');
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1]?.replace('Mac OS X', 'macOS');
  return [browser, system].filter(Boolean).join(', ') || text('settings.unknown-device');
};
