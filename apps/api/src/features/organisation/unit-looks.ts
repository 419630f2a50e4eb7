const hues = 12;

/**
 * Two letters for a unit: the first two of its name, else its first with a later one, else with a figure. Codes differ while they can.
 */
export const chooseCode = (name: string, taken: ReadonlySet<string>): string => {
  const letters = [...name.normalize('NFC')].filter((letter) => /[\p{L}\p{N}]/u.test(letter));
  const first = oneLetter(letters[0] ?? 'U', (letter) => letter.toUpperCase());
  const others = [...letters.slice(1).map((letter) => oneLetter(letter, (small) => small.toLowerCase())), ...'123456789'];
  return others.map((other) => first + other).find((code) => !taken.has(code.toLowerCase())) ?? first + (others[0] ?? '1');
};

/** The letter in another case, unless that takes more than one: ß is SS in capitals. */
const oneLetter = (letter: string, change: (letter: string) => string): string => {
  const changed = change(letter);
  return [...changed].length === 1 ? changed : letter;
};

/** The hue least used so far, the earliest of equals: the first twelve units get one each, in the order of the palette. */
export const chooseHue = (counts: readonly { readonly hue: number; readonly count: number }[]): number => {
  const used = new Map(counts.map(({ hue, count }) => [hue, count]));
  const all = Array.from({ length: hues }, (_, index) => index + 1);
  return all.reduce((best, hue) => ((used.get(hue) ?? 0) < (used.get(best) ?? 0) ? hue : best));
};
