import { createIntl, createIntlCache } from 'react-intl';
import app from '../app/texts.en.json';
import communities from '../features/communities/texts.en.json';
import identity from '../features/identity/texts.en.json';
import organisation from '../features/organisation/texts.en.json';
import people from '../features/people/texts.en.json';
import threads from '../features/threads/texts.en.json';

const english = { ...app, ...identity, ...organisation, ...people, ...communities, ...threads };

/** Ids of the catalogue, typed from the English files. */
export type TextId = keyof typeof english;

const intl = createIntl({ locale: 'en', messages: english }, createIntlCache());

/** A text of the catalogue, ICU syntax, filled in. Nothing that people read is written anywhere else. */
export const text = (id: TextId, values?: Record<string, string | number | Date>): string => intl.formatMessage({ id }, values);
