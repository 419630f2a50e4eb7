import type { ImportId } from '@landbridge/contract';
import { importMoved, type ImportView } from '@landbridge/contract/import';
import { importAbilities } from '@landbridge/domain/import';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { personRoom } from '../../platform/realtime/rooms.ts';
import { importById, type ImportRow } from './import-views.queries.ts';

/** An import as this administrator sees it. */
export const importViewFor = (personId: string, row: ImportRow): ImportView => ({
  ...row,
  can: importAbilities({ ...row, isTheirs: row.broughtBy?.id === personId }),
});

/** Tells whoever brought the file how far it is. */
export const tellImport = async (tx: Tx, id: ImportId): Promise<void> => {
  const row = await tx.one(importById, [id]);
  if (row?.broughtBy) tx.tell(personRoom(row.broughtBy.id), importMoved, importViewFor(row.broughtBy.id, row));
};
