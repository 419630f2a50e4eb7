import type { ImportCounts } from '@landbridge/contract/import';

/** Lines that change something here. */
export const writtenIn = ({ types }: ImportCounts): number =>
  Object.values(types).reduce((sum, { new: fresh, changed }) => sum + fresh + changed, 0);
