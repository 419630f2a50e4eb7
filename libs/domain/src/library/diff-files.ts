import type { FileView } from '@landbridge/contract/files';
import type { DiffLine } from './diff-lines.ts';

interface DiffFile {
  readonly kind: Exclude<DiffLine['kind'], 'same'>;
  readonly file: FileView;
}

/** Files that were taken away from a version, and then those that were added to it. A file never changes: another one has another id. */
export const diffFiles = (former: readonly FileView[], later: readonly FileView[]): DiffFile[] => [
  ...without(former, later).map((file): DiffFile => ({ kind: 'gone', file })),
  ...without(later, former).map((file): DiffFile => ({ kind: 'new', file })),
];

const without = (files: readonly FileView[], others: readonly FileView[]): FileView[] =>
  files.filter(({ id }) => others.every((other) => other.id !== id));
