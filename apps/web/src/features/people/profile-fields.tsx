import { TextAreaField, TextField } from '@landbridge/ui';
import { fieldError } from '../../platform/api.ts';
import classes from './person-page.module.css';
import { text } from './texts.ts';

/** The own profile as it is typed; lists with commas between. */
export interface TypedProfile {
  readonly title: string;
  readonly place: string;
  readonly languages: string;
  readonly topics: string;
  readonly about: string;
  readonly worlds: string;
}

interface ProfileFieldsProps {
  readonly typed: TypedProfile;
  readonly error: unknown;
  readonly onChange: (typed: TypedProfile) => void;
}

export const ProfileFields = ({ typed, error, onChange }: ProfileFieldsProps) => {
  const field = (name: keyof TypedProfile) => ({
    label: text(`profile.${name}`),
    value: typed[name],
    error: fieldError(error, name),
  });
  return (
    <>
      <TextField
        {...field('title')}
        hint={text('profile.title-hint')}
        maxLength={120}
        onChange={(event) => onChange({ ...typed, title: event.target.value })}
      />
      <TextField {...field('place')} maxLength={120} onChange={(event) => onChange({ ...typed, place: event.target.value })} />
      <TextField
        {...field('languages')}
        hint={text('profile.languages-hint')}
        maxLength={320}
        onChange={(event) => onChange({ ...typed, languages: event.target.value })}
      />
      <TextField
        {...field('topics')}
        hint={text('profile.topics-hint')}
        maxLength={720}
        onChange={(event) => onChange({ ...typed, topics: event.target.value })}
      />
      <TextAreaField
        {...field('about')}
        hint={text('profile.about-hint')}
        rows={5}
        maxLength={4_000}
        onChange={(event) => onChange({ ...typed, about: event.target.value })}
      />
      <div className={classes.own}>
        <TextAreaField
          {...field('worlds')}
          hint={text('profile.worlds-hint')}
          rows={4}
          maxLength={4_000}
          onChange={(event) => onChange({ ...typed, worlds: event.target.value })}
        />
      </div>
    </>
  );
};
