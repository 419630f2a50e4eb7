import { IntlMessageFormat } from 'intl-messageformat';
import english from './texts.en.json';

type TextId = keyof typeof english;

/** A text of the catalogue, ICU syntax, filled in. */
export const text = (id: TextId, values: Record<string, string | Date>): string =>
  String(new IntlMessageFormat(english[id], 'en').format(values));
