import { readdir, readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { uploadFile } from '@landbridge/contract/files';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId, upload } from '../../testing/world.ts';

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 70 } }, limitInputPixels: false });

describe('upload file', () => {
  let server: TestServer;
  let sender: TestPerson;
  beforeAll(async () => {
    server = await startTestServer({ LANDBRIDGE_MOST_FILE_MB: '1' });
    sender = await server.person('Sender Sato');
  });
  afterAll(() => server.stop());

  const original = async (id: string) => (await sender.send('GET', `/api/files/${id}/original`)).bytes;
  const arriving = async () => readdir(join(server.dataFolder, 'files', 'incoming')).catch(() => []);
  const refused = async (name: string, body: string | Uint8Array) =>
    sender.refused(uploadFile, { params: { clientId: newClientId() }, query: { name }, body });

  it.for(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('takes a %s image, whatever it is called', async (format) => {
    const body = await plain(40, 20).toFormat(format).toBuffer();

    const file = await upload(sender, 'flange', body);

    expect(file).toMatchObject({ name: 'flange', mediaType: `image/${format}`, width: 40, height: 20, isImage: true });
    const metadata = await sharp(await original(file.id)).metadata();
    expect(metadata.format).toBe(format === 'avif' ? 'heif' : format);
  });

  it('strips where and with what a picture was taken, and turns it upright', async () => {
    const body = await plain(40, 20)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .withExif({ IFD0: { Artist: 'Rui Carvalho' }, IFD3: { GPSLatitude: '60/1 12/1 0/1' } })
      .toBuffer();
    expect(body.toString('latin1')).toContain('Rui Carvalho');

    const file = await upload(sender, 'flange.jpg', body);

    const bytes = Buffer.from(await original(file.id));
    expect(file).toMatchObject({ width: 20, height: 40, byteSize: bytes.length });
    expect(bytes.toString('latin1')).not.toMatch(/Rui Carvalho|Exif/);
  });

  it('makes a preview that is no wider than needed, and no larger than the image', async () => {
    const large = await upload(sender, 'large.png', await plain(3_200, 800).png().toBuffer());
    const small = await upload(sender, 'small.png', await plain(40, 20).png().toBuffer());

    const sizes = [];
    for (const { id } of [large, small]) {
      const { bytes } = await sender.send('GET', `/api/files/${id}/preview`);
      const { format, width, height } = await sharp(bytes).metadata();
      sizes.push({ format, width, height });
    }

    expect(sizes).toEqual([
      { format: 'webp', width: 1_600, height: 400 },
      { format: 'webp', width: 40, height: 20 },
    ]);
  });

  it.for([
    ['text', 'drawing.png', 'I am no drawing.'],
    ['a page', 'photo.jpg', '<html><script>alert(1)</script></html>'],
    ['half an image', 'half.png', 'PNG'],
  ] as const)('refuses %s that is called an image', async ([, name, text]) => {
    const half = text === 'PNG' ? (await plain(400, 400).png().toBuffer()).subarray(0, 200) : text;

    expect((await refused(name, half)).code).toBe('file.not-an-image');
    expect(await arriving()).toEqual([]);
  });

  it('refuses an image that is small on the wire and huge unpacked', async () => {
    const bomb = await plain(8_000, 8_000).png({ compressionLevel: 9 }).toBuffer();
    expect(bomb.length).toBeLessThan(1_000_000);

    expect((await refused('bomb.png', bomb)).code).toBe('file.too-many-pixels');
    expect(await arriving()).toEqual([]);
  });

  it('says of anything else what it is by its contents', async () => {
    const types = [];
    for (const body of ['%PDF-1.7 and so on', '<svg onload="alert(1)"/>', 'PK\u0003\u0004rest', Buffer.from([0, 1, 2, 3])])
      types.push((await upload(sender, 'what', body)).mediaType);

    expect(types).toEqual(['application/pdf', 'text/plain', 'application/zip', 'application/octet-stream']);
  });

  it('takes away from a name what is a path, cannot be seen or turns the reading', async () => {
    const names = [];
    for (const name of ['../../../etc/passwd', 'C:\\secret\\log.txt', '\u202Egpj.exe', 'a\u0000b.txt', '..'])
      names.push((await upload(sender, name, 'Two marks.')).name);

    expect(names).toEqual(['passwd', 'log.txt', 'gpj.exe', 'ab.txt', 'file']);
    expect(await readdir(server.dataFolder)).toEqual(['files']);
  });

  it('refuses nothing at all, and what is no bytes', async () => {
    const path = `/api/uploads/${newClientId()}?name=a.txt`;

    expect((await refused('empty.txt', '')).code).toMatch(/file.empty|request.not-bytes/);
    expect((await sender.send('PUT', path, { a: 1 })).body).toMatchObject({ code: 'request.not-bytes' });
  });

  it('refuses what is announced as too large, and says the limit', async () => {
    const document = await refused('log.txt', Buffer.alloc(1_000_001, 'a'));

    expect(document).toMatchObject({ code: 'file.too-large', status: 413, detail: 'The limit for one file is 1 MB.' });
  });

  /** A request whose body comes in chunks, with nothing said of its length. */
  const stream = async (chunks: readonly string[], to = { url: server.url, cookie: sender.cookie }) => {
    const { hostname, port, host } = new URL(to.url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    let answer = '';
    socket.on('data', (data) => (answer += String(data)));
    socket.write(
      `PUT /api/uploads/${newClientId()}?name=log.txt HTTP/1.1\r\nHost: ${host}\r\nCookie: ${to.cookie}\r\n` +
        'Content-Type: application/octet-stream\r\nTransfer-Encoding: chunked\r\n\r\n',
    );
    for (const chunk of chunks) socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    return { socket, answer: () => answer };
  };

  it('refuses what grows too large while it comes, and keeps nothing of it', async () => {
    const { socket, answer } = await stream(Array.from({ length: 20 }, () => 'a'.repeat(100_000)));

    await vi.waitFor(() => expect(answer()).toContain('file.too-large'), 5_000);

    expect(await arriving()).toEqual([]);
    socket.destroy();
  });

  it('keeps nothing of what is cut off in the middle', async () => {
    const { socket } = await stream(['a'.repeat(100_000)]);
    await vi.waitFor(async () => expect(await arriving()).toHaveLength(1), 5_000);

    socket.destroy();

    await vi.waitFor(async () => expect(await arriving()).toEqual([]), 5_000);
  });

  it('does not hold up a server that stops', async () => {
    const other = await startTestServer();
    const person = await other.person('Sender Sato');
    const { socket } = await stream(['a'.repeat(100_000)], { url: other.url, cookie: person.cookie });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    await vi.waitFor(async () => expect(await readdir(join(other.dataFolder, 'files', 'incoming'))).toHaveLength(1), 5_000);

    await other.stop();

    await closed;
  });

  it('takes no more from somebody whose files all wait', async () => {
    const hoarder = await server.person('Hoarder Hansen');
    await server.database.pool.query(
      `insert into files (id, owner_id, client_id, name, media_type, byte_size, sha256, state, created_at)
       select gen_random_uuid(), $1, gen_random_uuid(), 'a', 'text/plain', 1, 'a', 'waiting', now() from generate_series(1, 200)`,
      [hoarder.id],
    );
    const parts = { params: { clientId: newClientId() }, query: { name: 'log.txt' }, body: 'Two marks.' };

    expect((await hoarder.refused(uploadFile, parts)).code).toBe('file.too-many-waiting');
  });

  it('keeps one file when it is sent again, and refuses another under the same id', async () => {
    const parts = { params: { clientId: newClientId() }, query: { name: 'log.txt' }, body: 'Two marks.' };

    const answers = await Promise.all(Array.from({ length: 5 }, () => sender.do(uploadFile, parts)));

    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await sender.refused(uploadFile, { ...parts, query: { name: 'other.txt' } })).code).toBe('client-id.reused');
  });

  it('keeps the bytes under the hash of what they are', async () => {
    const { id } = await upload(sender, 'log.txt', 'Three marks.');
    const { rows } = await server.database.pool.query('select sha256 from files where id = $1', [id]);
    const hash = String(rows[0]?.sha256);

    const path = join(server.dataFolder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash);
    expect(await readFile(path, 'utf8')).toBe('Three marks.');
  });
});
