import { createServer, type Server } from 'node:net';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runningPostgresUrl } from '../postgres/embedded-postgres.ts';
import { launch, processes, processesWith, runLaunched, startLandbridge, type Launched } from '../testing/landbridge.ts';
import { makeTemporaryFolder, temporaryFolder } from '../testing/temporary-folder.ts';
import { until } from '../testing/until.ts';

const administrator = {
  organisation: 'Norrgard Energy',
  language: 'en',
  timeZone: 'Europe/Copenhagen',
  name: 'Adwoa Mensah',
  email: 'adwoa.mensah@norrgard.example',
  password: 'a long and winding bridge',
};

const isReady = async (url: string): Promise<boolean> => {
  const answer = await fetch(`${url}/health/ready`).catch(() => null);
  return answer?.ok ?? false;
};

const linkIn = (said: string): string => /http\S+\/link\/\S+/.exec(said)?.[0] ?? '';

/** The e-mail address of whoever the link lets in; null when it lets nobody in. */
const ownerOf = async (link: string): Promise<unknown> => {
  const answer = await fetch(link.replace('/link/', '/api/links/'));
  const body: unknown = await answer.json();
  return typeof body === 'object' && body !== null && 'email' in body ? body.email : null;
};

/** 0 while there is none: a killed one's file is cleared away before the next one writes its own. */
const postmasterOf = (dataFolder: string): number => {
  const file = join(dataFolder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
};

const serverOf = (launcher: number): number =>
  processes().find(({ parent, command }) => parent === launcher && command.includes('apps/api/dist/main.js'))?.pid ?? 0;

describe('start', () => {
  const dataFolder = makeTemporaryFolder();
  let running: Launched & { url: string };

  beforeAll(async () => {
    running = await startLandbridge(dataFolder);
    const body = JSON.stringify(administrator);
    await fetch(`${running.url}/api/setup`, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  });

  afterAll(async () => {
    running.kill('SIGTERM');
    await running.ended;
    rmSync(dataFolder, { recursive: true, force: true });
  });

  /** Ended without a chance to tidy up, as by a machine that ran out of memory. */
  const killLauncher = async () => {
    running.kill('SIGKILL');
    await running.ended;
  };

  it('serves at the address that it says', async () => {
    expect(await isReady(running.url)).toBe(true);
  });

  it('is refused on a data folder that another one works on', async () => {
    const second = await runLaunched(['start'], { LANDBRIDGE_DATA: dataFolder, PORT: '0' });

    expect(second).toEqual({ code: 1, said: expect.stringContaining(`Landbridge is running on ${dataFolder} already.`) });
  });

  it('leaves the first one in peace when a second was refused', async () => {
    await runLaunched(['start'], { LANDBRIDGE_DATA: dataFolder, PORT: '0' });

    expect(await isReady(running.url)).toBe(true);
  });

  it('starts a killed server again, at the same address, and leaves PostgreSQL up', async () => {
    const postgres = postmasterOf(dataFolder);
    const server = serverOf(running.pid);

    process.kill(server, 'SIGKILL');
    await until('another server answers', async () => ![0, server].includes(serverOf(running.pid)) && (await isReady(running.url)));

    expect(postmasterOf(dataFolder)).toBe(postgres);
  });

  it('starts a killed PostgreSQL again, at the same address', async () => {
    const [before, postgres] = [runningPostgresUrl(dataFolder), postmasterOf(dataFolder)];

    process.kill(postgres, 'SIGKILL');
    await until('another PostgreSQL serves', async () => ![0, postgres].includes(postmasterOf(dataFolder)) && (await isReady(running.url)));

    expect(runningPostgresUrl(dataFolder)).toBe(before);
  });

  it('works after everything was killed at once', async () => {
    const postgres = postmasterOf(dataFolder);
    await killLauncher();
    process.kill(postgres, 'SIGKILL');

    running = await startLandbridge(dataFolder);

    expect(await isReady(running.url)).toBe(true);
  });

  it('works after the launcher alone was killed and PostgreSQL outlived it', async () => {
    const postgres = postmasterOf(dataFolder);
    await killLauncher();

    running = await startLandbridge(dataFolder);

    expect(postmasterOf(dataFolder)).not.toBe(postgres);
  });

  it('works when the pid in postmaster.pid belongs to another program by now', async () => {
    running.kill('SIGTERM');
    await running.ended;
    writeFileSync(join(dataFolder, 'postgres/postmaster.pid'), `${process.pid}\n${join(dataFolder, 'postgres')}\n0\n5432\n\n127.0.0.1\n`);

    running = await startLandbridge(dataFolder);

    expect(await isReady(running.url)).toBe(true);
  });

  it('leaves the server to nobody when it is killed itself', async () => {
    const server = serverOf(running.pid);

    await killLauncher();

    await until('the server has ended', () => processes().every(({ pid }) => pid !== server));
    running = await startLandbridge(dataFolder);
    expect(serverOf(running.pid)).not.toBe(server);
  });

  it('ends everything it started within ten seconds of SIGTERM', async () => {
    const server = serverOf(running.pid);
    const toldAt = performance.now();

    running.kill('SIGTERM');
    const code = await running.ended;

    const tookMs = performance.now() - toldAt;
    const left = [...processesWith(dataFolder), ...processes().filter(({ pid }) => pid === server)];
    expect({ code, left, isInTime: tookMs < 10_000 }).toEqual({ code: 0, left: [], isInTime: true });
    running = await startLandbridge(dataFolder);
  });

  describe('with a link for somebody who lost the way in', () => {
    it('prints one that lets them in, while it is running', async () => {
      const { said } = await runLaunched(['sign-in-link', administrator.email], { LANDBRIDGE_DATA: dataFolder });

      expect(linkIn(said)).toContain(running.url);
      expect(await ownerOf(linkIn(said))).toBe(administrator.email);
    });

    it('says so when nobody has the address', async () => {
      const printed = await runLaunched(['sign-in-link', 'nobody@norrgard.example'], { LANDBRIDGE_DATA: dataFolder });

      expect(printed).toEqual({ code: 1, said: expect.stringContaining('Nobody active has the address nobody@norrgard.example') });
    });

    it('prints one that lets them in later, while it is not running', async () => {
      running.kill('SIGTERM');
      await running.ended;
      const { said } = await runLaunched(['sign-in-link', administrator.email], { LANDBRIDGE_DATA: dataFolder });

      running = await startLandbridge(dataFolder);

      const link = new URL(linkIn(said));
      expect(await ownerOf(`${running.url}${link.pathname}`)).toBe(administrator.email);
    });

    it('says so when there is no database yet', async () => {
      const printed = await runLaunched(['sign-in-link', administrator.email], { LANDBRIDGE_DATA: temporaryFolder() });

      expect(printed).toEqual({ code: 1, said: expect.stringContaining('nobody has an account. Start Landbridge first') });
    });
  });
});

describe('start, when it cannot', () => {
  it('names another port when the port is taken', async () => {
    const { server, port } = await listening();

    const refused = await runLaunched(['start'], { LANDBRIDGE_DATA: temporaryFolder(), PORT: String(port) });

    server.close();
    expect(refused).toEqual({ code: 1, said: expect.stringContaining(`Port ${port} is taken by another program.`) });
  });

  it('says what to do when the data folder cannot be written', async () => {
    const file = join(temporaryFolder(), 'a-file');
    writeFileSync(file, '');

    const refused = await runLaunched(['start'], { LANDBRIDGE_DATA: join(file, 'data'), PORT: '0' });

    expect(refused).toEqual({ code: 1, said: expect.stringContaining(`The data folder ${join(file, 'data')} cannot be written.`) });
  });

  it('lists every wrong setting at once', async () => {
    const wrong = { PORT: 'three', DATABASE_POOL: '0', LOG_LEVEL: 'loud', LANDBRIDGE_MAILBOX: 'yes' };

    const { code, said } = await runLaunched(['start'], wrong);

    expect(code).toBe(1);
    expect(Object.keys(wrong).filter((name) => !said.includes(`- ${name}:`))).toEqual([]);
  });

  it('stops at a name that begins like a setting of ours and is none', async () => {
    const refused = await runLaunched(['start'], { LANDBRIDGE_DATTA: '/srv/landbridge' });

    expect(refused).toEqual({ code: 1, said: expect.stringContaining('LANDBRIDGE_DATTA is not a setting of Landbridge.') });
  });

  it('asks for the address people use before it listens everywhere', async () => {
    const refused = await runLaunched(['start'], { HOST: '0.0.0.0', LANDBRIDGE_DATA: temporaryFolder() });

    expect(refused).toEqual({ code: 1, said: expect.stringContaining('PUBLIC_URL must say which address people use') });
  });

  it('leaves no server and no PostgreSQL behind when it is told to stop while starting', async () => {
    const dataFolder = temporaryFolder();
    const launched = launch(['start'], { LANDBRIDGE_DATA: dataFolder, PORT: '0' });
    await until('it begins to make its database', () => processesWith(dataFolder).length > 0);

    launched.kill('SIGTERM');
    await launched.ended;

    expect(processesWith(dataFolder)).toEqual([]);
  });
});

const listening = (): Promise<{ server: Server; port: number }> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
    });
  });
