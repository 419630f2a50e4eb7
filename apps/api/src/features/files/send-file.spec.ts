import { removeMember } from '@landbridge/contract/communities';
import { downloadFile, type FileView } from '@landbridge/contract/files';
import { deleteMessage } from '@landbridge/contract/threads';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { bring, foundCommunity, say, startThread, upload } from '../../testing/world.ts';

describe('download file', () => {
  let server: TestServer;
  let author: TestPerson;
  let other: TestPerson;
  beforeAll(async () => {
    server = await startTestServer();
    author = await server.person('Author Adams');
    other = await server.person('Other Okoye');
  });
  afterAll(() => server.stop());

  const ask = (person: TestPerson, { id }: FileView, headers: Record<string, string> = {}, kind = 'original') =>
    person.send('GET', `/api/files/${id}/${kind}`, undefined, headers);
  const attach = async (name: string, body: string | Uint8Array, visibility: 'open' | 'private' | 'closed' = 'open') => {
    const { id: communityId } = await foundCommunity(author, { visibility });
    const { thread } = await startThread(author, communityId);
    const file = await upload(author, name, body);
    const message = await say(author, thread.id, 'See there.', { fileIds: [file.id] });
    return { communityId, thread, file, message };
  };

  it('is for its sender alone until it is attached', async () => {
    const file = await upload(author, 'log.txt', 'Two marks.');

    expect((await ask(author, file)).body).toBe('Two marks.');
    expect((await ask(other, file)).body).toMatchObject({ code: 'file.not-found', status: 404 });
  });

  it('sends what is no image to be kept, never to be shown', async () => {
    const { file } = await attach('Prüf "log".html', '<script>alert(1)</script>');

    const { headers, body } = await ask(other, file);

    expect(body).toBe('<script>alert(1)</script>');
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="Pr_f _log_.html"; filename*=UTF-8''Pr%C3%BCf%20_log_.html`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'accept-ranges': 'bytes',
    });
  });

  it('shows images, and has previews of them only', async () => {
    const png = await sharp({ create: { width: 4, height: 4, channels: 3, background: 'green' } })
      .png()
      .toBuffer();
    const { file } = await attach('flange.png', png);
    const { file: text } = await attach('log.txt', 'Two marks.');

    expect((await ask(other, file)).headers.get('content-disposition')).toMatch(/^inline; /);
    expect((await ask(other, file, {}, 'preview')).headers.get('content-type')).toBe('image/webp');
    expect((await ask(other, text, {}, 'preview')).body).toMatchObject({ code: 'file.not-found' });
  });

  it.for([
    { range: 'bytes=0-2', status: 206, body: 'Two', told: 'bytes 0-2/10' },
    { range: 'bytes=4-', status: 206, body: 'marks.', told: 'bytes 4-9/10' },
    { range: 'bytes=-3', status: 206, body: 'ks.', told: 'bytes 7-9/10' },
    { range: 'bytes=8-99', status: 206, body: 's.', told: 'bytes 8-9/10' },
    { range: 'bytes=10-', status: 416, body: undefined, told: 'bytes */10' },
    { range: 'bytes=0-1,4-5', status: 200, body: 'Two marks.', told: null },
    { range: 'lines=1', status: 200, body: 'Two marks.', told: null },
  ])('answers $range with $status', async ({ range, status, body, told }) => {
    const { file } = await attach('log.txt', 'Two marks.');

    const answer = await ask(other, file, { range });

    expect([answer.status, answer.body, answer.headers.get('content-range')]).toEqual([status, body, told]);
  });

  it('sends nothing again to a browser that has it, and asks first whether it still may', async () => {
    const { file, communityId } = await attach('log.txt', 'Two marks.', 'private');
    await bring(author, other, communityId);
    const tag = (await ask(other, file)).headers.get('etag') ?? '';

    expect(await ask(other, file, { 'if-none-match': tag })).toMatchObject({ status: 304, body: undefined });

    await author.do(removeMember, { params: { communityId, personId: other.id } });
    expect(await ask(other, file, { 'if-none-match': tag })).toMatchObject({ status: 404, body: { code: 'file.not-found' } });
  });

  it('is gone for everybody when its message is deleted, and so are its bytes', async () => {
    const { file, message } = await attach('log.txt', 'Only these words.');
    await author.do(deleteMessage, { params: { messageId: message.id } });

    expect((await ask(author, file)).status).toBe(404);
    expect((await author.refused(downloadFile, { params: { fileId: file.id, kind: 'original' } })).code).toBe('file.not-found');
    expect((await server.database.pool.query('select 1 from files where id = $1', [file.id])).rows).toEqual([]);
  });
});
