/** Words of up to this many letters say little: they are looked for only where there is nothing else. */
const shortLetters = 3;
/** Endings that languages hang on: with so many letters cut off, what is left of a long word still finds its relatives. */
const endingLetters = 2;

/** What somebody typed as a text query of PostgreSQL: every word in it, the last as a beginning. Null when there is no word in it. */
export const allWords = (text: string): string | null => {
  const words = wordsOf(text);
  return words.length > 0 ? words.map((word) => `${word}:*`).join(' & ') : null;
};

/** Any of the words that say something, as beginnings without their endings. Null when there is no word in it. */
export const anyWord = (text: string): string | null => {
  const words = wordsOf(text);
  const telling = words.filter((word) => word.length > shortLetters);
  const chosen = telling.length > 0 ? telling : words;
  return chosen.length > 0 ? [...new Set(chosen.map((word) => `${stem(word)}:*`))].join(' | ') : null;
};

/** Letters and digits only: nothing in it means something to PostgreSQL. */
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const stem = (word: string): string => {
  const letters = [...word];
  return letters.length > shortLetters + endingLetters ? letters.slice(0, -endingLetters).join('') : word;
};
