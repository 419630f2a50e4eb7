/** A line of two texts laid over each other: in both, only in the former, or only in the later one. */
export interface DiffLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Above so many pairs of lines a comparison would take longer than a reader waits: all is shown as replaced then. */
const mostPairs = 4_000_000;

/**
 * The fewest lines that must go and come to make `later` of `former` (longest common subsequence, Hunt & McIlroy 1976).
 * Of a change, what is gone stands before what is new.
 */
export const diffLines = (former: string, later: string): DiffLine[] => {
  const [before, after] = [former.split('\n'), later.split('\n')];
  const start = countAlike(before, after);
  const end = countAlike(before.slice(start).toReversed(), after.slice(start).toReversed());
  const [oldLines, newLines] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    ...before.slice(0, start).map(same),
    ...(oldLines.length * newLines.length > mostPairs ? replaced(oldLines, newLines) : walk(oldLines, newLines)),
    ...before.slice(before.length - end).map(same),
  ];
};

const same = (text: string): DiffLine => ({ kind: 'same', text });
const gone = (text: string): DiffLine => ({ kind: 'gone', text });
const added = (text: string): DiffLine => ({ kind: 'new', text });
const replaced = (before: readonly string[], after: readonly string[]): DiffLine[] => [...before.map(gone), ...after.map(added)];

/** How many lines from the beginning on are alike in both. */
const countAlike = (one: readonly string[], other: readonly string[]): number => {
  const differs = one.findIndex((line, index) => line !== other[index]);
  return differs < 0 ? one.length : differs;
};

const walk = (before: readonly string[], after: readonly string[]): DiffLine[] => {
  const lengths = commonLengths(before, after);
  const at = (row: number, column: number) => lengths[row]?.[column] ?? 0;
  const lines: DiffLine[] = [];
  let [row, column] = [0, 0];
  while (row < before.length || column < after.length) {
    const [old, fresh] = [before[row], after[column]];
    if (old !== undefined && old === fresh) {
      lines.push(same(old));
      row += 1;
      column += 1;
    } else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(gone(old));
      row += 1;
    } else {
      lines.push(added(fresh ?? ''));
      column += 1;
    }
  }
  return lines;
};

/** How many lines the rests of both texts, from each pair of lines on, have in common. */
const commonLengths = (before: readonly string[], after: readonly string[]): Uint32Array[] => {
  const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
  for (let row = before.length - 1; row >= 0; row--)
    for (let column = after.length - 1; column >= 0; column--) {
      const [here, below] = [lengths[row], lengths[row + 1]];
      if (!here || !below) continue;
      const isAlike = before[row] === after[column];
      here[column] = isAlike ? (below[column + 1] ?? 0) + 1 : Math.max(below[column] ?? 0, here[column + 1] ?? 0);
    }
  return lengths;
};
