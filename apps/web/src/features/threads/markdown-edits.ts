/** A text with a selection, as a textarea has it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts signs round the selection, or takes them away when they are there. */
export const wrap = ({ text, start, end }: Selected, sign: string): Selected => {
  const before = text.slice(0, start);
  const after = text.slice(end);
  if (before.endsWith(sign) && after.startsWith(sign))
    return {
      text: before.slice(0, -sign.length) + text.slice(start, end) + after.slice(sign.length),
      start: start - sign.length,
      end: end - sign.length,
    };
  return { text: before + sign + text.slice(start, end) + sign + after, start: start + sign.length, end: end + sign.length };
};

/** Begins each selected line with a prefix, or takes it away when all have it. */
export const prefixLines = ({ text, start, end }: Selected, prefix: string): Selected => {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const isThere = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (isThere ? line.slice(prefix.length) : prefix + line)).join('\n');
  return { text: text.slice(0, from) + changed + text.slice(end), start: from, end: from + changed.length };
};

/** Puts text in place of the selection; the cursor stands behind it. */
export const replaceSelection = ({ text, start, end }: Selected, inserted: string): Selected => ({
  text: text.slice(0, start) + inserted + text.slice(end),
  start: start + inserted.length,
  end: start + inserted.length,
});

/** The selected words as a link; the address is selected, to be typed over. */
export const makeLink = (selected: Selected, address = 'https://'): Selected => {
  const label = selected.text.slice(selected.start, selected.end);
  const made = replaceSelection(selected, `[${label}](${address})`);
  const addressStart = selected.start + label.length + 3;
  return label === ''
    ? { ...made, start: selected.start + 1, end: selected.start + 1 }
    : { ...made, start: addressStart, end: addressStart + address.length };
};

/** A block on lines of its own. */
export const insertBlock = (selected: Selected, block: string): Selected => {
  const needsBreak = selected.start > 0 && selected.text[selected.start - 1] !== '\n';
  return replaceSelection(selected, `${needsBreak ? '\n\n' : ''}${block}`);
};

/** What is being completed: the letters, and where their sign stands. */
export interface Asked {
  readonly from: number;
  readonly letters: string;
}

/** The letters after an @ that the cursor stands behind: the beginning of a name of at most three words. */
export const mentionBefore = (selected: Selected): Asked | null => askedBefore(selected, /(?:^|[\s(])@((?:[\p{L}\p{M}'’-]+ ?){0,3})$/u);

/** The letters after a colon that the cursor stands behind: two at least, so that a time or a list does not ask. */
export const emojiBefore = (selected: Selected): Asked | null => askedBefore(selected, /(?:^|[\s(]):([a-z][a-z0-9_+-]{1,30})$/u);

const askedBefore = ({ text, start, end }: Selected, pattern: RegExp): Asked | null => {
  if (start !== end) return null;
  const letters = pattern.exec(text.slice(0, start))?.[1];
  return letters === undefined ? null : { from: start - letters.length - 1, letters };
};

/** A name that cannot break the link it stands in. */
export const nameInText = (name: string): string => name.replaceAll(/[[\]]/g, '');

/** A quotation that keeps author and link: a blockquote headed by a link to the message. */
export const quoteBlock = (message: { readonly id: string; readonly authorName: string }, words: string): string =>
  [
    `> [${nameInText(message.authorName)}](message:${message.id})`,
    ...words
      .trim()
      .split('\n')
      .map((line) => `> ${line}`),
    '',
    '',
  ].join('\n');
