import { useState, type FormEvent } from 'react';
import { communityId as communityIdOf, type CommunityId, type SessionId } from '@landbridge/contract';
import { isLeader } from '@landbridge/domain/communities';
import { planSession } from '@landbridge/contract/sessions';
import { Button, EmptyState, Page, SelectField } from '@landbridge/ui';
import { z } from 'zod';
import { callRoute } from '../../platform/api.ts';
import { newClientId } from '../../platform/new-client-id.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { instantOfField } from '../../platform/times.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMyCommunities } from '../communities/index.ts';
import { PlaceBar } from '../identity/index.ts';
import { SessionFields, type SessionTexts } from './session-form.tsx';
import classes from './sessions.module.css';
import { text } from './texts.ts';
import { putSession } from './use-sessions.ts';

/** The draft keeps what was typed, valid or not. */
const draftTexts = z.object({ title: z.string(), at: z.string(), minutes: z.string(), place: z.string(), notes: z.string() });
const empty: SessionTexts = { title: '', at: '', minutes: '60', place: '', notes: '' };

interface PlanSessionPageProps {
  /** The community that was come from. */
  readonly communityId: CommunityId | null;
  readonly onPlanned: (id: SessionId) => void;
}

export const PlanSessionPage = ({ communityId, onPlanned }: PlanSessionPageProps) => {
  const led = useMyCommunities().filter(({ myRole }) => isLeader(myRole));
  const draft = useDraft('new-session');
  const texts = parseKept(draftTexts, draft.text || null) ?? empty;
  const [chosen, setChosen] = useState(communityId);
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('session.plan'));
  const home = led.find((community) => community.id === chosen) ?? led[0];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!home) return;
    setIsBusy(true);
    try {
      const body = { ...texts, clientId: id, at: instantOfField(texts.at), minutes: Number(texts.minutes) };
      const session = await callRoute(planSession, { params: { communityId: home.id }, body });
      draft.setText('');
      putSession(session);
      onPlanned(session.id);
    } catch (refused) {
      setError(refused);
      setIsBusy(false);
    }
  };

  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('session.plan')}</h1>
        {!home ? (
          <EmptyState title={text('session.leads-none-title')} text={text('session.leads-none-text')} />
        ) : (
          <form className={classes.form} onSubmit={(event) => void submit(event)}>
            <SessionFields texts={texts} error={error} onChange={(next) => draft.setText(JSON.stringify(next))}>
              <SelectField
                label={text('session.community')}
                value={home.id}
                onChange={(event) => setChosen(communityIdOf.parse(event.target.value))}
              >
                {led.map((community) => (
                  <option key={community.id} value={community.id}>
                    {community.name}
                  </option>
                ))}
              </SelectField>
            </SessionFields>
            {error !== undefined && (
              <p className={classes.problem} role="alert">
                {problemText(error)}
              </p>
            )}
            <div>
              <Button type="submit" variant="filled" size="large" isBusy={isBusy}>
                {text('session.plan')}
              </Button>
            </div>
          </form>
        )}
      </Page>
    </>
  );
};
