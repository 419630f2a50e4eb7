import { useState, type FormEvent } from 'react';
import { charterDetails, communityView, editCommunity, type CommunityView } from '@landbridge/contract/communities';
import { Actions, Button, Conflict, Dialog, useToast } from '@landbridge/ui';
import type { z } from 'zod';
import { callRoute, Refusal } from '../../platform/api.ts';
import { listOf } from '../../platform/list-of.ts';
import { problemText } from '../../platform/problem-state.tsx';
import { CharterFields, DetailFields, type DetailTexts } from './charter-form.tsx';
import classes from './community-page.module.css';
import { text } from './texts.ts';
import { putCommunity } from './use-community.ts';

const storedTexts = communityView
  .pick({ version: true, name: true, domain: true, people: true, practice: true, imperatives: true })
  .extend(charterDetails.shape);
type Stored = Omit<z.output<typeof storedTexts>, 'version'>;

/** Whoever saves second sees what the first one wrote, keeps their own text, and decides. */
export const EditCharterDialog = ({ community, onClose }: { community: CommunityView; onClose: () => void }) => {
  const { name, domain, people, practice } = community;
  const [texts, setTexts] = useState({ name, domain, people, practice });
  const { rhythm, imperatives, stage, stageEvidence } = community;
  const [details, setDetails] = useState<DetailTexts>({
    languages: community.languages.join(', '),
    rhythm,
    imperatives,
    stage,
    stageEvidence,
  });
  const [version, setVersion] = useState(community.version);
  const [theirs, setTheirs] = useState<string>();
  const [error, setError] = useState<unknown>();
  const show = useToast();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    try {
      putCommunity(
        await callRoute(editCommunity, {
          params: { communityId: community.id },
          body: {
            version,
            ...texts,
            rhythm: details.rhythm,
            stage: details.stage,
            stageEvidence: details.stageEvidence,
            languages: listOf(details.languages),
            imperativeIds: details.imperatives.map(({ id }) => id),
          },
        }),
      );
      show({ text: text('community.saved') });
      onClose();
    } catch (refused) {
      const stored =
        refused instanceof Refusal && refused.problem.code === 'version.stale' ? storedTexts.safeParse(refused.problem.current) : null;
      if (!stored?.success) return setError(refused);
      setVersion(stored.data.version);
      setTheirs(asText(stored.data));
    }
  };

  return (
    <Dialog title={text('community.edit-title')} onClose={onClose}>
      <form className={classes.form} onSubmit={(event) => void save(event)}>
        {theirs !== undefined && <Conflict note={text('community.stale')}>{theirs}</Conflict>}
        <CharterFields texts={texts} error={error} onChange={setTexts} />
        <DetailFields texts={details} error={error} onChange={setDetails} />
        {error !== undefined && (
          <p className={classes.problem} role="alert">
            {problemText(error)}
          </p>
        )}
        <Actions>
          <Button type="submit" variant="filled">
            {text(theirs === undefined ? 'community.save' : 'community.take-theirs')}
          </Button>
          <Button variant="quiet" onClick={onClose}>
            {text('app.close')}
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
};

const asText = ({ name, domain, people, practice, languages, rhythm, imperatives, stage, stageEvidence }: Stored): string =>
  [
    name,
    domain,
    people,
    practice,
    languages.join(', '),
    rhythm,
    ...imperatives.map((imperative) => imperative.name),
    text(`community.stage-${stage}`),
    stageEvidence,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
