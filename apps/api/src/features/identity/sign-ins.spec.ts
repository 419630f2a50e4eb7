import { changePassword, endSignIn, getMe, listSignIns, signIn, signInEnded, signOut } from '@landbridge/contract/identity';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitOnClock } from '../../testing/clock.ts';
import { TestPerson } from '../../testing/test-person.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';
import { hashPassword } from './passwords.ts';

const password = 'seven brown herons';

describe('sign in', () => {
  let server: TestServer;
  beforeAll(async () => {
    // Each browser of these tests comes from an address of its own: the limit of one address is not what they are about.
    server = await startTestServer({ TRUSTED_PROXIES: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  let addresses = 0;
  const from = () => ({ 'x-forwarded-for': `10.0.${Math.floor(++addresses / 250)}.${(addresses % 250) + 1}` });
  const attempt = (email: string, given: string) => server.visitor().send('POST', signIn.path, { email, password: given }, from());

  const withPassword = async (name: string): Promise<{ person: TestPerson; email: string }> => {
    const person = await server.person(name);
    const { rows } = await server.database.pool.query<{ email: string }>(
      'update people set password_hash = $2 where id = $1 returning email',
      [person.id, await hashPassword(password)],
    );
    return { person, email: rows[0]?.email ?? '' };
  };
  const signedIn = async ({ person, email }: { person: TestPerson; email: string }): Promise<TestPerson> => {
    const { headers } = await attempt(email, password);
    return new TestPerson(person.id, person.name, server.url, headers.getSetCookie()[0]?.split(';')[0] ?? '');
  };

  it('lets in who knows the password, however they write their address', async () => {
    const { email, person } = await withPassword('Adwoa Mensah');

    const answer = await attempt(` ${email.toUpperCase()} `, password);

    expect(answer.body).toMatchObject({ person: { id: person.id }, email });
  });

  it('sets a cookie that no script reads and no other site sends along', async () => {
    const { email } = await withPassword('Adwoa Mensah');

    const [cookie] = (await attempt(email, password)).headers.getSetCookie();

    expect(cookie).toMatch(/^landbridge_sign_in=[\w-]{43}; /);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
  });

  it('keeps neither password nor token: argon2id of the one, a digest of the other', async () => {
    const known = await withPassword('Adwoa Mensah');
    const { cookie } = await signedIn(known);

    const { rows } = await server.database.pool.query(
      `select password_hash as hash, (select string_agg(encode(token_hash, 'hex'), ' ') from sign_ins where person_id = people.id) as tokens
       from people where id = $1`,
      [known.person.id],
    );

    expect(rows[0]?.hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(rows[0]?.tokens).not.toContain(cookie?.split('=')[1]);
  });

  it('answers alike for a wrong password, an unknown address, and somebody who was deactivated', async () => {
    const known = await withPassword('Adwoa Mensah');
    const gone = await withPassword('Deactivated Dahl');
    await server.deactivate(gone.person);

    const answers = [
      await attempt(known.email, 'wrong password'),
      await attempt('nobody@norrgard.example', password),
      await attempt(gone.email, password),
    ];

    const alike = answers.map(({ status, body }) => JSON.stringify({ status, body: Object.assign({}, body, { requestId: '' }) }));
    expect(new Set(alike).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ status: 401, code: 'sign-in.no-match' });
  });

  it.for(['known', 'unknown'])('is refused for a while after ten wrong passwords for one %s account, the right one too', async (kind) => {
    const { email } = await withPassword('Adwoa Mensah');
    const address = kind === 'known' ? email : `unknown.${email}`;
    for (let tries = 0; tries < 10; tries++) await attempt(address, 'wrong password');

    const answer = await attempt(address, password);

    expect(answer.body).toMatchObject({ status: 429, code: 'request.too-many' });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
  });

  it('lists where one is signed in, and says which is here', async () => {
    const known = await withPassword('Adwoa Mensah');
    const here = await signedIn(known);
    await signedIn(known);

    const { signIns } = await here.do(listSignIns);

    expect(signIns.map(({ isCurrent }) => isCurrent)).toEqual([false, true, false]);
  });

  it('ends at once with its sockets when signed out, and leaves the others', async () => {
    const known = await withPassword('Adwoa Mensah');
    const here = await (await signedIn(known)).connect();
    const there = await (await signedIn(known)).connect();

    await here.do(signOut);

    await here.hears(signInEnded);
    await expect.poll(() => here.isConnected).toBe(false);
    expect((await here.refused(getMe)).code).toBe('sign-in.required');
    expect((await there.do(getMe)).email).toBe(known.email);
    expect(there.isConnected).toBe(true);
    there.disconnect();
  });

  it('ends also for a browser that is just connecting', async () => {
    const known = await withPassword('Adwoa Mensah');
    const here = await signedIn(known);
    // Where somebody belongs is looked up while the socket opens: the lock holds it there.
    const lock = await server.connect();
    await lock.query('begin; lock table community_members in access exclusive mode');
    const connecting = here.tryToConnect();
    await expect
      .poll(
        async () =>
          (await lock.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rowCount,
      )
      .toBe(1);

    await here.do(signOut);
    await lock.query('commit');

    expect((await connecting)?.code).toBe('sign-in.required');
    await lock.end();
  });

  it('can be ended from elsewhere, but only by the same person', async () => {
    const known = await withPassword('Adwoa Mensah');
    const here = await signedIn(known);
    const there = await signedIn(known);
    const id = (await there.do(listSignIns)).signIns.find(({ isCurrent }) => isCurrent)?.id ?? '';
    const stranger = await server.person('Stranger Stein');

    expect((await stranger.refused(endSignIn, { params: { signInId: id } })).code).toBe('sign-in.not-found');
    await here.do(endSignIn, { params: { signInId: id } });

    expect((await there.refused(getMe)).code).toBe('sign-in.required');
    expect((await here.refused(endSignIn, { params: { signInId: id } })).code).toBe('sign-in.not-found');
  });

  it('ends everywhere else when the password changes', async () => {
    const known = await withPassword('Adwoa Mensah');
    const here = await signedIn(known);
    const there = await (await signedIn(known)).connect();

    await here.do(changePassword, { body: { present: password, password: 'four grey cranes' } });

    await expect.poll(() => there.isConnected).toBe(false);
    expect((await there.refused(getMe)).code).toBe('sign-in.required');
    expect((await here.do(getMe)).email).toBe(known.email);
    expect((await attempt(known.email, password)).status).toBe(401);
    expect((await attempt(known.email, 'four grey cranes')).status).toBe(200);
  });

  it.for(['short one', 'aaaaaaaaaaaa', '1234567890', 'abcdefghijk', 'password12345', 'Landbridge2026', 'Adwoa Mensah 1'])(
    'refuses the new password %j, which is guessed first',
    async (weak) => {
      const { person } = await withPassword('Adwoa Mensah');

      const refusal = await person.refused(changePassword, { body: { present: password, password: weak } });

      expect(refusal.status).toBe(422);
    },
  );

  it('changes nothing when the present password is wrong', async () => {
    const { person, email } = await withPassword('Adwoa Mensah');

    const refusal = await person.refused(changePassword, { body: { present: 'not this one', password: 'four grey cranes' } });

    expect(refusal.code).toBe('password.no-match');
    expect((await attempt(email, password)).status).toBe(200);
  });

  it('is over after thirty days', async () => {
    const here = await signedIn(await withPassword('Adwoa Mensah'));
    await here.do(getMe);

    waitOnClock(server, 31 * 86_400_000);

    expect((await here.refused(getMe)).code).toBe('sign-in.required');
  });
});
