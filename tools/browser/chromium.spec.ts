import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { chromiumEnvironment, findChromium } from './chromium.ts';

const programNamed = (name: string): string => {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  return path;
};

const unpacked = () =>
  Promise.resolve({ executablePath: '/unpacked/chromium', libraries: '/unpacked/lib', fontsFile: '/unpacked/fonts.conf' });

describe('find chromium', () => {
  it('takes the one that CHROMIUM_PATH names', async () => {
    const mine = programNamed('my-chromium');

    const { executablePath } = await findChromium({ CHROMIUM_PATH: mine }, { installed: [programNamed('chromium')], unpacked });

    expect(executablePath).toBe(mine);
  });

  it('says so when CHROMIUM_PATH names no program', async () => {
    await expect(findChromium({ CHROMIUM_PATH: '/nowhere/chromium' }, { installed: [], unpacked })).rejects.toThrow(
      'CHROMIUM_PATH=/nowhere/chromium is no program.',
    );
  });

  it('takes an installed one before it unpacks one', async () => {
    const installed = programNamed('chromium');

    const { executablePath } = await findChromium({}, { installed: ['/nowhere/google-chrome', installed], unpacked });

    expect(executablePath).toBe(installed);
  });

  it('looks for an installed one on the PATH', async () => {
    const installed = programNamed('chromium');

    const { executablePath } = await findChromium({ PATH: `/nowhere:${join(installed, '..')}` }, { unpacked });

    expect(executablePath).toBe(installed);
  });

  it('unpacks one, with its libraries and fonts, on a bare machine', async () => {
    const found = await findChromium({ PATH: '' }, { installed: [], unpacked });

    expect(found).toMatchObject({
      executablePath: '/unpacked/chromium',
      env: { LD_LIBRARY_PATH: '/unpacked/lib', FONTCONFIG_FILE: '/unpacked/fonts.conf' },
    });
  });

  it('is found again by a child process', async () => {
    const first = await findChromium(
      { PATH: '' },
      { installed: [], unpacked: async () => ({ ...(await unpacked()), executablePath: programNamed('c') }) },
    );

    const again = await findChromium(chromiumEnvironment(first), { installed: [], unpacked });

    expect(again).toMatchObject({ executablePath: first.executablePath, env: { LD_LIBRARY_PATH: '/unpacked/lib' } });
  });
});
