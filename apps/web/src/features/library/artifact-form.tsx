import type { CommunityId } from '@landbridge/contract';
import type { CommunitySummary } from '@landbridge/contract/communities';
import { artifactTextLimit } from '@landbridge/contract/library';
import { Choice, TextAreaField, TitleField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import classes from './library.module.css';
import { text } from './texts.ts';

export interface ArtifactTexts {
  readonly title: string;
  readonly markdown: string;
  readonly communityIds: readonly CommunityId[];
}

interface ArtifactFieldsProps {
  readonly texts: ArtifactTexts;
  /** Communities to choose its homes from. */
  readonly communities: readonly Pick<CommunitySummary, 'id' | 'name'>[];
  readonly error: unknown;
  readonly onChange: (texts: ArtifactTexts) => void;
}

/** The fields of an artifact, for keeping and for editing. */
export const ArtifactFields = ({ texts, communities, error, onChange }: ArtifactFieldsProps) => {
  const toggle = (id: CommunityId) => {
    const others = texts.communityIds.filter((home) => home !== id);
    onChange({ ...texts, communityIds: others.length < texts.communityIds.length ? others : [...others, id] });
  };
  return (
    <>
      <TitleField
        label={text('library.field-title')}
        required
        maxLength={160}
        value={texts.title}
        error={fieldError(error, 'title')}
        onChange={(event) => onChange({ ...texts, title: event.target.value })}
      />
      <TextAreaField
        label={text('library.field-text')}
        hint={text('library.field-text-hint')}
        required
        rows={16}
        dir="auto"
        maxLength={artifactTextLimit}
        value={texts.markdown}
        error={fieldError(error, 'markdown')}
        onChange={(event) => onChange({ ...texts, markdown: event.target.value })}
      />
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
