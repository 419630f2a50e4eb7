import { useId } from 'react';
import type { CommunityId } from '@landbridge/contract';
import type { CommunitySummary } from '@landbridge/contract/communities';
import { artifactTextLimit } from '@landbridge/contract/library';
import { Choice, LabelledField, TitleField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import { Composer } from '../threads/index.ts';
import classes from './library.module.css';
import { text } from './texts.ts';
import type { ArtifactWriting } from './use-artifact-draft.ts';

interface ArtifactFieldsProps {
  readonly writing: ArtifactWriting;
  /** Communities to choose its homes from. */
  readonly communities: readonly Pick<CommunitySummary, 'id' | 'name'>[];
  readonly error: unknown;
  /** ⌘↩ in the text. */
  readonly onSubmit: () => void;
}

/** The fields of an artifact, for keeping and for editing. */
export const ArtifactFields = ({ writing, communities, error, onSubmit }: ArtifactFieldsProps) => {
  const { texts, put, attachments } = writing;
  const errorId = useId();
  const wrongText = fieldError(error, 'markdown');
  const toggle = (id: CommunityId) => {
    const others = texts.communityIds.filter((home) => home !== id);
    put({ ...texts, communityIds: others.length < texts.communityIds.length ? others : [...others, id] });
  };
  return (
    <>
      <TitleField
        label={text('library.field-title')}
        required
        maxLength={160}
        value={texts.title}
        error={fieldError(error, 'title')}
        onChange={(event) => put({ ...texts, title: event.target.value })}
      />
      <LabelledField label={text('library.field-text')} hint={text('library.field-text-hint')} error={wrongText} errorId={errorId}>
        <Composer
          label={text('library.field-text')}
          threadId={null}
          isLong
          limit={artifactTextLimit}
          value={texts.markdown}
          errorId={wrongText ? errorId : undefined}
          onChange={(markdown) => put({ ...texts, markdown })}
          onSend={onSubmit}
          attachments={attachments}
        />
      </LabelledField>
      <fieldset className={classes.homes}>
        <legend>{text('library.field-homes')}</legend>
        <p className={classes.meta}>{text('library.field-homes-hint')}</p>
        {communities.map(({ id, name }) => (
          <Choice key={id} type="checkbox" label={name} checked={texts.communityIds.includes(id)} onChange={() => toggle(id)} />
        ))}
      </fieldset>
    </>
  );
};
