/** Words of up to this many letters say little: they are looked for only where there is nothing else. */
const shortLetters = 3;
/** Endings that languages hang on: with so many letters cut off, what is left of a long word still finds its relatives. */
const endingLetters = 2;

/** What somebody typed as a text query of PostgreSQL: every word in it, as beginnings. Null when there is no word in it. */
export const allWords = (text: string): string | null => {
  const words = wordsOf(text);
  return words.length > 0 ? words.map(beginning).join(' & ') : null;
};

/**
 * The words that say something, without their endings, as two text queries of PostgreSQL: one of them at least, and the two that say
 * most, which are the longest. Null when there is no word in the text.
 */
export const tellingWords = (text: string): { any: string; most: string } | null => {
  const words = wordsOf(text);
  const telling = words.filter((word) => word.length > shortLetters);
  const chosen = [...new Set((telling.length > 0 ? telling : words).map(stem))];
  if (chosen.length === 0) return null;
  const most = chosen.toSorted((one, other) => other.length - one.length).slice(0, 2);
  return { any: chosen.map(beginning).join(' | '), most: most.map(beginning).join(' & ') };
};

/** Letters and digits only: nothing in it means something to PostgreSQL. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const beginning = (word: string): string => `${word}:*`;

const stem = (word: string): string => {
  const letters = [...word];
  return letters.length > shortLetters + endingLetters ? letters.slice(0, -endingLetters).join('') : word;
};
