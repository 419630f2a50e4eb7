import { IntlMessageFormat } from 'intl-messageformat';
import english from './texts.en.json';

type Message = ConstructorParameters<typeof IntlMessageFormat>[0];
type Values = Readonly<Record<string, string | number | Date>>;

/**
 * The texts of one feature, and those that every page may say. Each feature has a catalogue of its own, so that a page loads the texts that
 * it shows; ids are typed from the English file. `compile-texts.ts` bundles plain texts as they are, those with ICU syntax as their tree.
 */
export const textsOf = <Id extends string>(catalogue: Readonly<Record<Id, Message>>) => {
  const messages: Readonly<Record<Id | CommonId, Message>> = { ...english, ...catalogue };
  const formats = new Map<Id | CommonId, IntlMessageFormat>();
  /** A text of the catalogue, filled in. Nothing that people read is written anywhere else. */
  return (id: Id | CommonId, values: Values = {}): string => {
    const message = messages[id];
    if (typeof message === 'string') return message;
    const format = formats.get(id) ?? new IntlMessageFormat(message, 'en');
    formats.set(id, format);
    return String(format.format(values));
  };
};

type CommonId = keyof typeof english;

/** For the platform itself, which has only the common ones. */
export const text = textsOf({});
