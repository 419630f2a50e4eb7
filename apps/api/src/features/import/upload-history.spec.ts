import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { uploadHistory } from '@landbridge/contract/import';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { header, smallWorld } from '../../testing/import-lines.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';

describe('upload a history', () => {
  let server: TestServer;
  let administrator: TestPerson;
  beforeEach(async () => {
    server = await startTestServer({ LANDBRIDGE_MOST_IMPORT_MB: '2' });
    administrator = await server.person('Adwoa Mensah', { isAdministrator: true });
  });
  afterEach(() => server.stop());

  const waitingFiles = () => readdir(join(server.dataFolder, 'imports')).catch(() => []);
  const send = (body: Uint8Array | string, name = 'history.ndjson.gz') =>
    administrator.refused(uploadHistory, { params: { clientId: newClientId() }, query: { name }, body });
  const text = smallWorld.map((line) => JSON.stringify(line)).join('\n');

  it.for([
    ['plain', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['with a byte order mark and CRLF', Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
  ] as const)('takes it %s, and says where it comes from', async ([, body]) => {
    const file = await administrator.do(uploadHistory, { params: { clientId: newClientId() }, query: { name: '../h.ndjson' }, body });

    expect(file).toMatchObject({ state: 'received', fileName: 'h.ndjson', source: 'old-forum', readSize: 0 });
    expect(file.byteSize).toBe(body[0] === 0x1f ? Buffer.byteLength(text) : body.length);
    expect(await waitingFiles()).toEqual([file.id]);
  });

  it.for([
    ['a table', 'name,email\nRui,rui@norrgard.example', 'import.not-a-history'],
    ['a workbook', Buffer.from([0x50, 0x4b, 3, 4, 0, 0]), 'import.not-a-history'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'import.not-a-history'],
    ['UTF-16', Buffer.from(`\uFEFF${JSON.stringify(header)}`, 'utf16le'), 'import.not-a-history'],
    ['lines without a header', JSON.stringify(smallWorld[1]), 'import.not-a-history'],
    ['a header of another version', JSON.stringify({ ...header, version: 2 }), 'import.not-a-history'],
    ['a header without a source', JSON.stringify({ ...header, source: ' ' }), 'import.not-a-history'],
    ['a compressed file without its end', gzipSync(text).subarray(0, 300), 'import.cut-off'],
    ['a compressed file with a wrong byte', gzipSync(text).fill(7, 60, 64), 'import.cut-off'],
    ['two bytes that begin like gzip', Buffer.from([0x1f, 0x8b]), 'import.cut-off'],
    ['an empty compressed file', gzipSync(''), 'import.not-a-history'],
    ['more than the limit', Buffer.alloc(2_000_001, 'a'), 'import.too-large'],
    ['what unpacks without end', gzipSync(Buffer.alloc(50_000_000)), 'import.unpacks-too-large'],
  ] as const)('refuses %s, and keeps nothing', async ([, body, code]) => {
    expect((await send(body)).code).toBe(code);

    expect(await waitingFiles()).toEqual([]);
    expect(await readdir(join(server.dataFolder, 'files', 'incoming')).catch(() => [])).toEqual([]);
    expect(Number((await server.database.pool.query('select count(*) from import_runs')).rows[0]?.count)).toBe(0);
  });

  it('keeps one when it is sent again, and refuses another under the same id', async () => {
    const parts = { params: { clientId: newClientId() }, query: { name: 'history.ndjson' }, body: text };

    const answers = await Promise.all(Array.from({ length: 5 }, () => administrator.do(uploadHistory, parts)));

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await waitingFiles()).toHaveLength(1);
    expect((await administrator.refused(uploadHistory, { ...parts, query: { name: 'other' } })).code).toBe('client-id.reused');
  });
});
