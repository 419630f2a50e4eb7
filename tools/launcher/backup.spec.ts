import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runLaunched, startLandbridge, type Launched } from '../testing/landbridge.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';

const account = { email: 'adwoa.mensah@norrgard.example', password: 'a long and winding bridge' };
const organisation = { organisation: 'Norrgard Energy', language: 'en', timeZone: 'Europe/Copenhagen', name: 'Adwoa Mensah', ...account };

const post = (url: string, path: string, body: object): Promise<Response> =>
  fetch(`${url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('backup and restore', () => {
  const [from, to, place] = [makeTemporaryFolder(), makeTemporaryFolder(), makeTemporaryFolder()];
  const file = join(place, 'monday.backup');
  let running: Launched & { url: string };

  beforeAll(async () => {
    running = await startLandbridge(from);
    await post(running.url, '/api/setup', organisation);
  });

  const stop = async () => {
    running.kill('SIGTERM');
    await running.ended;
  };

  afterAll(async () => {
    await stop();
    for (const folder of [from, to, place]) rmSync(folder, { recursive: true, force: true });
  });

  it('writes two files while Landbridge runs, and says what is where', async () => {
    const { code, said } = await runLaunched(['backup', file], { LANDBRIDGE_DATA: from });

    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining(`${file}.secrets: the secrets`) });
    expect([file, `${file}.secrets`].map((path) => existsSync(path))).toEqual([true, true]);
  });

  it('says in a sentence that a restore replaces nothing', async () => {
    const { code, said } = await runLaunched(['restore', file], { LANDBRIDGE_DATA: from });

    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^Landbridge is running on .* already\./) });
  });

  it('restores into another data folder, where people sign in as before', async () => {
    const restored = await runLaunched(['restore', file], { LANDBRIDGE_DATA: to });
    await stop();
    running = await startLandbridge(to);

    const signedIn = await post(running.url, '/api/sign-in', account);

    expect(restored).toEqual({ code: 0, said: expect.stringContaining('Restored what Landbridge') });
    expect(signedIn.status).toBe(200);
  });

  it('names the way out when the folder is not empty', async () => {
    const { code, said } = await runLaunched(['restore', file], { LANDBRIDGE_DATA: from });

    expect({ code, said }).toEqual({ code: 1, said: expect.stringMatching(/^The database of .* is not empty.*LANDBRIDGE_DATA=/) });
  });

  it('writes a backup while Landbridge does not run, too', async () => {
    const { code } = await runLaunched(['backup', join(place, 'tuesday.backup')], { LANDBRIDGE_DATA: from });

    expect(code).toBe(0);
  });

  it.each(['backup', 'restore'])('asks for the file when %s got none', async (command) => {
    const { code, said } = await runLaunched([command], { LANDBRIDGE_DATA: from });

    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining(`npm run ${command} -- FILE`) });
  });
});
