import { getSetup, setUpOrganisation } from '@landbridge/contract/identity';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { SetUpOrganisation } from './index.ts';

const first = { organisation: 'Norrgard Energy', name: 'Ada Adams', email: 'Ada@norrgard.example', password: 'seven brown herons' };

describe('set up organisation', () => {
  let server: TestServer;
  beforeEach(async () => {
    server = await startTestServer({}, { isEmpty: true });
  });
  afterEach(() => server.stop());

  it('makes the organisation and its first administrator, who is signed in', async () => {
    const visitor = server.visitor();

    const me = await visitor.do(setUpOrganisation, { body: first });

    expect(me).toMatchObject({
      email: 'ada@norrgard.example',
      isAdministrator: true,
      organisation: { name: 'Norrgard Energy', timeZone: 'UTC' },
    });
    expect(await visitor.do(getSetup)).toMatchObject({ isNew: false, organisationName: 'Norrgard Energy' });
  });

  it('works once', async () => {
    await server.visitor().do(setUpOrganisation, { body: first });

    expect((await server.visitor().refused(setUpOrganisation, { body: first })).code).toBe('setup.already-done');
  });

  it('works for one of several who come at once', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => server.visitor().request(setUpOrganisation, { body: first })));

    const { rows } = await server.database.pool.query('select count(*)::int as count from people');
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409, 409]);
    expect(rows[0]?.count).toBe(1);
  });

  it('refuses a password that is easy to guess', async () => {
    expect((await server.visitor().refused(setUpOrganisation, { body: { ...first, password: 'adamsadams1' } })).code).toBe(
      'password.too-weak',
    );
  });
});

describe('set up organisation where others than this machine come', () => {
  it('needs the code from the terminal', async () => {
    const server = await startTestServer({ PUBLIC_URL: 'http://landbridge.example' }, { isEmpty: true });
    const code = server.running.application.get(SetUpOrganisation).code;
    const send = (payload: object) =>
      server.running.application.inject({ method: 'POST', url: setUpOrganisation.path, headers: { host: 'landbridge.example' }, payload });

    expect((await send(first)).json()).toMatchObject({ status: 403, code: 'setup.wrong-code' });
    expect((await send({ ...first, code: '00000000' })).json()).toMatchObject({ status: 403, code: 'setup.wrong-code' });
    expect((await send({ ...first, code: `${code.slice(0, 4)} ${code.slice(4)}` })).statusCode).toBe(201);
    await server.stop();
  });
});
