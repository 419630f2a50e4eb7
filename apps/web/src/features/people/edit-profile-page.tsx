import { useQuery } from '@tanstack/react-query';
import { createLink, Link } from '@tanstack/react-router';
import { IconChevronRight } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { editProfile, getOwnProfile, ownProfile, type OwnProfile } from '@landbridge/contract/people';
import { Actions, Bar, Button, ButtonLink, Conflict, Page, SkeletonRows, useToast } from '@landbridge/ui';
import { z } from 'zod';
import { callRoute, Refusal } from '../../platform/api.ts';
import { listOf } from '../../platform/list-of.ts';
import { parseKept } from '../../platform/parse-kept.ts';
import { problemText, ProblemState } from '../../platform/problem-state.tsx';
import { queryClient } from '../../platform/query-client.ts';
import { useDraft } from '../../platform/use-draft.ts';
import { useTitle } from '../../platform/use-title.ts';
import { useMe } from '../identity/index.ts';
import { personKey } from './person-key.ts';
import classes from './person-page.module.css';
import { ProfileFields, type TypedProfile } from './profile-fields.tsx';
import { text } from './texts.ts';

const BackLink = createLink(ButtonLink);

/** What was typed, and the version it was typed over. */
const kept = z.object({
  version: z.int(),
  title: z.string(),
  place: z.string(),
  languages: z.string(),
  topics: z.string(),
  about: z.string(),
  worlds: z.string(),
});

export const EditProfilePage = ({ onSaved }: { onSaved: () => void }) => {
  const { person } = useMe();
  const { data, error, refetch } = useQuery({
    queryKey: ['own-profile'],
    queryFn: () => callRoute(getOwnProfile),
    gcTime: 0,
    staleTime: Infinity,
  });
  useTitle(text('profile.edit-title'));
  return (
    <>
      <Bar>
        <Link to="/people/$personId" params={{ personId: person.id }}>
          {person.name}
        </Link>
        <IconChevronRight size={14} aria-hidden="true" />
        <span>{text('profile.edit')}</span>
      </Bar>
      <Page>
        <h1>{text('profile.edit-title')}</h1>
        <p className={classes.intro}>{text('profile.edit-intro')}</p>
        {error && <ProblemState error={error} onRetry={() => void refetch()} />}
        {!data && !error && <SkeletonRows rows={6} label={text('app.loading')} />}
        {data && <ProfileForm stored={data} onSaved={onSaved} />}
      </Page>
    </>
  );
};

const ProfileForm = ({ stored, onSaved }: { stored: OwnProfile; onSaved: () => void }) => {
  const { person } = useMe();
  const draft = useDraft('profile');
  const typed = parseKept(kept, draft.text || null) ?? { version: stored.version, ...asTyped(stored) };
  const [theirs, setTheirs] = useState<OwnProfile>();
  const [error, setError] = useState<unknown>();
  const [isBusy, setIsBusy] = useState(false);
  const show = useToast();
  const keep = (next: TypedProfile, version = typed.version) => draft.setText(JSON.stringify({ ...next, version }));

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setIsBusy(true);
    setError(undefined);
    try {
      const body = { ...typed, languages: listOf(typed.languages), topics: listOf(typed.topics) };
      await callRoute(editProfile, { body });
      draft.setText('');
      await queryClient.invalidateQueries({ queryKey: personKey(person.id) });
      show({ text: text('profile.saved') });
      onSaved();
    } catch (refused) {
      setIsBusy(false);
      const current =
        refused instanceof Refusal && refused.problem.code === 'version.stale' ? ownProfile.safeParse(refused.problem.current) : null;
      if (!current?.success) return setError(refused);
      setTheirs(current.data);
      keep(typed, current.data.version);
    }
  };

  return (
    <form className={classes.form} onSubmit={(event) => void save(event)}>
      {theirs && <Conflict note={text('profile.stale')}>{Object.values(asTyped(theirs)).filter(Boolean).join('\n\n')}</Conflict>}
      <ProfileFields typed={typed} error={error} onChange={keep} />
      {error !== undefined && (
        <p className={classes.problem} role="alert">
          {problemText(error)}
        </p>
      )}
      <Actions>
        <Button type="submit" variant="filled" isBusy={isBusy}>
          {text(theirs ? 'profile.save-over' : 'profile.save')}
        </Button>
        {draft.text !== '' && (
          <Button variant="quiet" onClick={() => draft.setText('')}>
            {text('profile.discard')}
          </Button>
        )}
        <BackLink to="/people/$personId" params={{ personId: person.id }} variant="quiet">
          {text('profile.cancel')}
        </BackLink>
      </Actions>
    </form>
  );
};

const asTyped = ({ title, place, languages, topics, about, worlds }: OwnProfile): TypedProfile => ({
  title,
  place,
  languages: languages.join(', '),
  topics: topics.join(', '),
  about,
  worlds,
});
