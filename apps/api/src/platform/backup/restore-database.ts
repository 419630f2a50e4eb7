import type { ClientBase, Pool } from 'pg';
import type { Part } from './archive-reader.ts';
import { portableText } from './copied-tables.ts';
import { loadJobs, loadTable, openTables } from './load-tables.ts';
import { BackupRefused } from './refused.ts';
import { markRestoreFinished } from './unfinished-restore.ts';

/** Loads the rows of a backup in one transaction, into tables that are there. What is not of the database goes to `other`. @returns how many */
export const restoreDatabase = async (pool: Pool, parts: AsyncIterable<Part>, other: (part: Part) => Promise<void>): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query(`begin; ${portableText}`);
    const closeTables = await openTables(client);
    let rows = 0;
    for await (const part of parts) rows += (await loadPart(client, part)) ?? (await other(part), 0);
    await closeTables();
    await markRestoreFinished(client);
    await client.query('commit');
    return rows;
  } finally {
    // Its settings were for this transaction, and one that failed has no other end.
    client.release(true);
  }
};

/** @returns how many rows, or null when the part is not of the database */
const loadPart = async (client: ClientBase, part: Part): Promise<number | null> => {
  const { header } = part;
  switch (header.kind) {
    case 'table': {
      const columns = header.columns.map((column) => client.escapeIdentifier(column)).join(', ');
      return loadTable(client, part, `${client.escapeIdentifier(header.name)} (${columns})`);
    }
    case 'sequence':
      await drain(part);
      await client.query('select setval($1::regclass, $2, $3)', [client.escapeIdentifier(header.name), header.lastValue, header.isCalled]);
      return 0;
    case 'jobs':
      await loadJobs(client, part);
      return 0;
    case 'manifest':
    case 'file':
    case 'secret':
    case 'end':
      return null;
  }
};

/** Reads what has no content to its end, where the seal is checked. */
export const drain = async (part: Part): Promise<void> => {
  for await (const chunk of part.content)
    if (chunk.length > 0) throw new BackupRefused('A part of the backup has content that it should not have.');
};
