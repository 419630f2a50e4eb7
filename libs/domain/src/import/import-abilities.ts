import type { ImportAbility, ImportView } from '@landbridge/contract/import';

export type ImportStanding = Pick<ImportView, 'state' | 'isCancelling'> & {
  /** Whether the person who asks brought the file. */
  readonly isTheirs: boolean;
  readonly hasFile: boolean;
};

/**
 * What an administrator may do with an import. Anybody among them may stop one; what a file holds is for whoever brought it, because its
 * messages may be private.
 */
export const importAbilities = ({ isTheirs, hasFile, state, isCancelling }: ImportStanding): Record<ImportAbility, boolean> => {
  const isRunning = state === 'running';
  return { start: isTheirs && hasFile && !isRunning, cancel: hasFile && !isCancelling, readRejections: isTheirs };
};
