import { useState, type FormEvent } from 'react';
import type { CommunityId } from '@landbridge/contract';
import { createCommunity, visibility as visibilityOf, type Visibility } from '@landbridge/contract/communities';
import { Button, ChoiceGroup, Page } from '@landbridge/ui';
import { z } from 'zod';
import { newClientId } from '../../platform/new-client-id.ts';
import { callRoute, fieldError } from '../../platform/api.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { useDraft } from '../../platform/use-draft.ts';
import { useTitle } from '../../platform/use-title.ts';
import { PlaceBar } from '../identity/index.ts';
import { CharterFields, type CharterTexts } from './charter-form.tsx';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

/** The draft keeps what was typed, valid or not. */
const draftTexts = z.object({ name: z.string(), domain: z.string(), people: z.string(), practice: z.string() });
const empty: CharterTexts = { name: '', domain: '', people: '', practice: '' };

export const NewCommunityPage = ({ onFounded }: { onFounded: (id: CommunityId) => void }) => {
  const draft = useDraft('new-community');
  const texts = parseKept(draftTexts, draft.text || null) ?? empty;
  const [visibility, setVisibility] = useState<Visibility>('open');
  const [id] = useState(newClientId);
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  useTitle(text('community.create-title'));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    try {
      const community = await callRoute(createCommunity, { body: { clientId: id, visibility, ...texts } });
      draft.setText('');
      putCommunity(community);
      onFounded(community.id);
    } catch (refused) {
      setError(refused);
      setIsBusy(false);
    }
  };

  return (
    <>
      <PlaceBar />
      <Page>
        <h1>{text('community.create-title')}</h1>
        <form className={classes.form} onSubmit={(event) => void submit(event)}>
          <CharterFields texts={texts} error={error} onChange={(next) => draft.setText(JSON.stringify(next))}>
            <ChoiceGroup
              legend={text('community.visibility')}
              options={visibilityOf.options.map((value) => ({
                value,
                label: text(`community.visibility-${value}`),
                hint: text(`community.visibility-${value}-hint`),
              }))}
              chosen={visibility}
              onChoose={setVisibility}
            />
          </CharterFields>
          {error !== undefined && !fieldError(error, 'name') && (
            <p className={classes.problem} role="alert">
              {problemText(error)}
            </p>
          )}
          <div>
            <Button type="submit" variant="filled" size="large" isBusy={isBusy}>
              {text('community.create')}
            </Button>
          </div>
        </form>
      </Page>
    </>
  );
};
