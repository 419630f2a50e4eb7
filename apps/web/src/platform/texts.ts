import { IntlMessageFormat } from 'intl-messageformat';
import app from '../app/texts.en.json';
import administration from '../features/administration/texts.en.json';
import communities from '../features/communities/texts.en.json';
import files from '../features/files/texts.en.json';
import home from '../features/home/texts.en.json';
import importing from '../features/import/texts.en.json';
import identity from '../features/identity/texts.en.json';
import practiceIssues from '../features/practice-issues/texts.en.json';
import library from '../features/library/texts.en.json';
import organisation from '../features/organisation/texts.en.json';
import people from '../features/people/texts.en.json';
import sessions from '../features/sessions/texts.en.json';
import threads from '../features/threads/texts.en.json';

const english = {
  ...app,
  ...identity,
  ...organisation,
  ...people,
  ...communities,
  ...files,
  ...threads,
  ...practiceIssues,
  ...library,
  ...sessions,
  ...home,
  ...importing,
  ...administration,
};

/** Ids of the catalogue, typed from the English files. */
export type TextId = keyof typeof english;

type Message = ConstructorParameters<typeof IntlMessageFormat>[0];

/** As `compile-texts.ts` bundles them: plain texts as they are, those with syntax as its tree. */
const catalogue: Readonly<Record<TextId, Message>> = english;
const formats = new Map<TextId, IntlMessageFormat>();

/** A text of the catalogue, ICU syntax, filled in. Nothing that people read is written anywhere else. */
export const text = (id: TextId, values: Record<string, string | number | Date> = {}): string => {
  const message = catalogue[id];
  if (typeof message === 'string') return message;
  const format = formats.get(id) ?? new IntlMessageFormat(message, 'en');
  formats.set(id, format);
  return String(format.format(values));
};
