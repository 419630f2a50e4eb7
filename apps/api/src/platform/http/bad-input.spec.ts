import { allRoutes, commonProblems, isProblemCode, problemDocument, type Route } from '@landbridge/contract';
import * as communities from '@landbridge/contract/communities';
import { listPeople } from '@landbridge/contract/people';
import * as threads from '@landbridge/contract/threads';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleBody, sampleParams } from '../../testing/sample-requests.ts';
import type { Answer, TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { foundCommunity, newClientId, say, startThread } from '../../testing/world.ts';

const cursorOf = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
const nastyWords = ['', '\0', '%', '_', "'; drop table people; --", 'é'.repeat(300), 'x'.repeat(2_000), '../../etc/passwd', '👩‍👩‍👧'];
const nastyTexts = [...nastyWords, '\ud800', 'x'.repeat(30_000)];
const nastyNumbers = ['-1', '0', '1e309', 'NaN', '2147483647', '2147483648', '9007199254740993', '0x10'];
const nastyCursors = [
  cursorOf(['\0', '0198f4b2-0000-7000-8000-000000000000']),
  cursorOf(['0000-01-01T00:00:00Z', '0198f4b2-0000-7000-8000-000000000000']),
  cursorOf(['9999-12-31T23:59:59.999+23:59', '0198f4b2-0000-7000-8000-000000000000']),
  cursorOf([1, 2]),
  cursorOf({}),
  'AA',
];
const nastyValues = [null, true, {}, [], -1, 0.5, 2_147_483_648, 9_007_199_254_740_991, ...nastyTexts];
const nastyBodies: readonly unknown[] = [null, [], 42, true, {}, { constructor: { prototype: 1 } }];

type Parts = Parameters<TestPerson['requestAnything']>[1];

/** Requests that are wrong in one place each. */
const wrongRequests = (route: Route): Parts[] => {
  const params = sampleParams(route);
  const body = sampleBody(route);
  return [
    ...Object.keys(params).flatMap((name) => nastyWords.map((value) => ({ params: { ...params, [name]: value }, body }))),
    ...Object.keys(route.query.shape).flatMap((name) =>
      [...nastyWords, ...nastyNumbers, ...nastyCursors].map((value) => ({ params, body, query: { after: 0, [name]: value } })),
    ),
    ...(body ? nastyBodies.map((wrong) => ({ params, body: wrong })) : []),
    ...Object.keys(body ?? {}).flatMap((name) => nastyValues.map((value) => ({ params, body: { ...body, [name]: value } }))),
  ];
};

const isProblem = ({ status, body, headers }: Answer): boolean =>
  headers.get('content-type') === 'application/problem+json; charset=utf-8' &&
  problemDocument.safeParse(body).data?.status === status &&
  isProblemCode(problemDocument.parse(body).code);

describe('bad input', () => {
  let server: TestServer;
  let person: TestPerson;
  let community: communities.CommunityView;
  let threadId: threads.ThreadView['id'];
  beforeAll(async () => {
    server = await startTestServer();
    person = await server.person('Adwoa Mensah');
    community = await foundCommunity(person);
    threadId = (await startThread(person, community.id)).thread.id;
  });
  afterAll(() => server.stop());

  it.for(allRoutes.map((route) => ({ route, name: route.name })))(
    '$name never breaks: what is wrong is a problem document',
    async ({ route }) => {
      const broken: string[] = [];
      let asking = person;
      for (const [index, wrong] of wrongRequests(route).entries()) {
        if (index % 25 === 0) asking = await server.person('Curious Clerk', { isAdministrator: true });
        const answer = await asking.requestAnything(route, wrong);
        if (answer.status >= 500 || (answer.status >= 400 && !isProblem(answer)))
          broken.push(`${JSON.stringify(wrong).slice(0, 200)} → ${answer.status} ${JSON.stringify(answer.body).slice(0, 200)}`);
      }

      expect(broken).toEqual([]);
    },
  );

  it('is 400 when JSON is malformed', async () => {
    const answer = await person.send('POST', `/api/threads/${threadId}/messages`, '{"markdown": ');

    expect(answer.body).toMatchObject({ status: 400, code: 'request.malformed', title: commonProblems['request.malformed'].title });
    expect(isProblem(answer)).toBe(true);
  });

  it.for(['/api/threads/%E0%A4%A', '/api/%', '/api/unknown', '/api/threads/x/y/z', '/health/unknown'])(
    'is a problem document at the address %s, which leads nowhere',
    async (path) => {
      const answer = await person.send('GET', path);

      expect([400, 404]).toContain(answer.status);
      expect(isProblem(answer)).toBe(true);
    },
  );

  it('is 413 naming the limit when the body is larger', async () => {
    const answer = await person.send('POST', '/api/preview', { markdown: 'x'.repeat(300_000) });

    expect(answer.body).toMatchObject({ status: 413, code: 'request.too-large', detail: 'The limit for one request is 256 KiB.' });
  });

  it('is 415 when the body is no JSON', async () => {
    const answer = await person.send('POST', '/api/preview', 'markdown=x', { 'content-type': 'application/x-www-form-urlencoded' });

    expect(answer.body).toMatchObject({ status: 415, code: 'request.unsupported-type' });
  });

  it('is 422 naming every field that is too long, with its limit, and every field that is not known', async () => {
    const unknown = { colour: 'red' };
    const refusal = await person.refused(communities.createCommunity, {
      body: {
        clientId: newClientId(),
        name: 'x'.repeat(81),
        visibility: 'open',
        domain: 'x'.repeat(1_501),
        people: '',
        practice: '',
        ...unknown,
      },
    });

    expect(refusal).toMatchObject({ status: 422, code: 'request.invalid' });
    expect(refusal.errors).toEqual([
      { field: 'name', message: expect.stringContaining('80') },
      { field: 'domain', message: expect.stringContaining('1500') },
      { field: 'colour', message: 'is not known here' },
    ]);
  });

  it('is 422 when a message says nothing, or says more than twenty thousand characters', async () => {
    for (const markdown of [' \n ', 'x'.repeat(20_001)]) {
      const refusal = await person.refused(threads.postMessage, { params: { threadId }, body: { clientId: newClientId(), markdown } });

      expect(refusal).toMatchObject({ status: 422, errors: [{ field: 'markdown' }] });
    }
  });

  it('is 422 when the cursor is from nowhere', async () => {
    const refusal = await person.refused(listPeople, { query: { cursor: 'AAAA' } });

    expect(refusal.errors).toEqual([{ field: 'cursor', message: 'is not from this list' }]);
  });

  it('is 429 with the seconds to wait when it is a lot at once', async () => {
    const hasty = await server.person('Hasty Hansen');

    const answers = await Promise.all(Array.from({ length: 121 }, () => hasty.request(threads.postMessage, { params: { threadId } })));

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBe(1);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ code: 'request.too-many', retryAfterSeconds: expect.any(Number) });
  });

  it('is 403 when a write comes from another website, and passes without Origin or with our own', async () => {
    const from = (origin: string) => person.send('PATCH', '/api/me/preferences', { theme: 'dark' }, { origin });

    expect((await from('https://evil.example')).body).toMatchObject({ status: 403, code: 'request.foreign-origin' });
    expect((await from('null')).status).toBe(403);
    expect((await from(server.url)).status).toBe(200);
  });

  it('keeps text as UTF-8 can hold it: half a character is replaced, the same request is still the same', async () => {
    const body = { clientId: newClientId(), markdown: 'half \ud83d of it' };
    const first = await person.do(threads.postMessage, { params: { threadId }, body });

    const second = await person.do(threads.postMessage, { params: { threadId }, body });

    expect(second).toEqual(first);
    expect(first.html).toContain('half \ufffd of it');
  });

  it('of a changed version is 409 with the text that is stored', async () => {
    const message = await say(person, threadId, 'Two marks.');
    await person.do(threads.editMessage, { params: { messageId: message.id }, body: { version: 1, markdown: 'Three marks.' } });

    const refusal = await person.refused(threads.editMessage, {
      params: { messageId: message.id },
      body: { version: 1, markdown: 'Four.' },
    });

    expect(refusal).toMatchObject({ status: 409, code: 'version.stale', current: { version: 2, markdown: 'Three marks.' } });
  });
});
