import { askForLink, getMe, lookAtLink, useLink } from '@landbridge/contract/identity';
import { invitePerson, invitePersonAgain } from '@landbridge/contract/people';
import { v4 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitOnClock } from '../../testing/clock.ts';
import type { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { newClientId } from '../../testing/world.ts';
import { Mailer } from '../../platform/mail/mailer.ts';

const password = 'seven brown herons';
const tokenIn = (text: string): string => /\/link\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('single-use links', () => {
  let server: TestServer;
  let administrator: TestPerson;
  beforeAll(async () => {
    server = await startTestServer({ TRUSTED_PROXIES: '127.0.0.1' });
    administrator = await server.person('Administrator Adams', { isAdministrator: true });
  });
  afterAll(() => server.stop());

  let addresses = 0;
  const from = () => ({ 'x-forwarded-for': `10.1.0.${++addresses}` });
  const use = (token: string, body: object = { password }) =>
    server.visitor().send('POST', useLink.path.replace(':token', token), body, from());
  const look = (token: string) => server.visitor().send('GET', lookAtLink.path.replace(':token', token), undefined, from());
  const ask = (email: string, purpose: string) => server.visitor().send('POST', askForLink.path, { email, purpose }, from());

  const mailsTo = (address: string) => server.running.application.get(Mailer).mailbox.filter((mail) => mail.to === address);
  const mailed = async (address: string, count = 1): Promise<string> => {
    await expect.poll(() => mailsTo(address).length).toBe(count);
    return tokenIn(mailsTo(address)[0]?.text ?? '');
  };
  const invited = async (): Promise<{ email: string; id: string; token: string }> => {
    const email = `${uuid()}@norrgard.example`;
    const { person } = await administrator.do(invitePerson, { body: { clientId: newClientId(), name: 'Rui Carvalho', email } });
    return { email, id: person.id, token: await mailed(email) };
  };

  it('invite somebody by mail, who chooses a password and is signed in', async () => {
    const { email, token } = await invited();

    expect((await look(token)).body).toMatchObject({ purpose: 'invitation', email, organisationName: 'Norrgard Energy' });
    const answer = await use(token);

    expect(answer.body).toMatchObject({ email });
    expect(answer.headers.getSetCookie()[0]).toMatch(/^landbridge_sign_in=/);
  });

  it('work once', async () => {
    const { token } = await invited();
    await use(token);

    expect((await use(token)).body).toMatchObject({ status: 410, code: 'link.not-usable' });
    expect((await look(token)).body).toMatchObject({ status: 410, code: 'link.not-usable' });
  });

  it('work for one of two that come at once', async () => {
    const { token } = await invited();

    const answers = await Promise.all([use(token), use(token), use(token)]);

    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 410, 410]);
  });

  it('are not used up by looking, nor by a password that is too weak', async () => {
    const { token } = await invited();
    await look(token);

    expect((await use(token, { password: 'aaaaaaaaaaaa' })).body).toMatchObject({ code: 'password.too-weak' });
    expect((await use(token, {})).body).toMatchObject({ code: 'password.too-weak' });
    expect((await use(token)).status).toBe(200);
  });

  it('stop working when a new one is made', async () => {
    const { id, email, token } = await invited();

    await administrator.request(invitePersonAgain, { params: { personId: id } });

    const newer = await mailed(email, 2);
    expect((await use(token)).status).toBe(410);
    expect((await use(newer)).status).toBe(200);
  });

  it('are no help to somebody who was deactivated', async () => {
    const { id, token } = await invited();
    await server.database.pool.query('update people set deactivated_at = now() where id = $1', [id]);

    expect((await use(token)).body).toMatchObject({ code: 'link.not-usable' });
  });

  it('sign in without a password', async () => {
    const { email, token } = await invited();
    await use(token);
    await ask(email.toUpperCase(), 'sign-in');

    const answer = await use(await mailed(email, 2), {});

    expect(answer.body).toMatchObject({ email });
  });

  it('end every other sign-in when they reset the password', async () => {
    const { email, token } = await invited();
    const cookie = (await use(token)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await ask(email, 'password-reset');

    await use(await mailed(email, 2), { password: 'four grey cranes' });

    const before = await server.visitor().send('GET', getMe.path, undefined, { cookie });
    expect(before.body).toMatchObject({ code: 'sign-in.required' });
  });

  it('are answered alike for known and unknown addresses, and only known ones get mail', async () => {
    const { email } = await invited();

    const answers = [await ask(email, 'sign-in'), await ask('nobody@norrgard.example', 'sign-in')];

    await mailed(email, 2);
    expect(new Set(answers.map(({ status, body }) => JSON.stringify({ status, body })))).toEqual(
      new Set(['{"status":202,"body":{"isAccepted":true}}']),
    );
    expect(mailsTo('nobody@norrgard.example')).toEqual([]);
  });

  it('expire: a link to reset after an hour, an invitation after two weeks', async () => {
    const { email, token } = await invited();
    await ask(email, 'password-reset');
    const reset = await mailed(email, 2);

    waitOnClock(server, 3_600_001);
    expect((await use(reset)).body).toMatchObject({ code: 'link.not-usable' });
    expect((await look(token)).status).toBe(200);
    waitOnClock(server, 14 * 86_400_000);
    expect((await look(token)).body).toMatchObject({ code: 'link.not-usable' });
  });
});

describe('an invitation without a mail server', () => {
  it('shows its link once, to hand on', async () => {
    const server = await startTestServer({ LANDBRIDGE_MAILBOX: 'false' });
    const administrator = await server.person('Administrator Adams', { isAdministrator: true });

    const { link } = await administrator.do(invitePerson, {
      body: { clientId: newClientId(), name: 'Rui Carvalho', email: 'rui@norrgard.example' },
    });

    const answer = await server.visitor().send('POST', useLink.path.replace(':token', tokenIn(link ?? '')), { password });
    expect(answer.body).toMatchObject({ email: 'rui@norrgard.example' });
    await server.stop();
  });
});
