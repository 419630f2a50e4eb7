import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { unpackedChromium } from './unpacked-chromium.ts';

/** What playwright-core's `chromium.launch` takes. */
export interface Chromium {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * A Chromium to test with: the one that CHROMIUM_PATH names, else one installed on this machine, else the one of the npm package
 * `@sparticuz/chromium`, unpacked once into `.tools`. @throws with a sentence when CHROMIUM_PATH names none
 */
export const findChromium = async (
  environment: Environment = process.env,
  {
    installed = installedPlaces(environment),
    unpacked = unpackedChromium,
  }: { installed?: readonly string[]; unpacked?: typeof unpackedChromium } = {},
): Promise<Chromium> => {
  const configured = environment['CHROMIUM_PATH'];
  if (configured && !isProgram(configured))
    throw new Error(`CHROMIUM_PATH=${configured} is no program. Name the file of a Chrome or Chromium, or unset it to have one fetched.`);
  const found = configured || installed.find(isProgram);
  if (found) return launchOptions(environment, found, environment['CHROMIUM_LIBS']);
  const { executablePath, libraries, fontsFile } = await unpacked();
  return launchOptions({ ...environment, FONTCONFIG_FILE: fontsFile }, executablePath, libraries);
};

/** The names by which a child process finds the same Chromium again. */
export const chromiumEnvironment = ({ executablePath, env }: Chromium): Record<string, string> => ({
  CHROMIUM_PATH: executablePath,
  ...(env['CHROMIUM_LIBS'] ? { CHROMIUM_LIBS: env['CHROMIUM_LIBS'] } : {}),
  ...(env['FONTCONFIG_FILE'] ? { FONTCONFIG_FILE: env['FONTCONFIG_FILE'] } : {}),
});

const launchOptions = (environment: Environment, executablePath: string, libraries: string | undefined): Chromium => {
  const known = Object.entries(environment).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
  const paths = [libraries, environment['LD_LIBRARY_PATH']].filter(Boolean).join(delimiter);
  return {
    executablePath,
    // The sandbox needs rights that root in a container does not have; shared memory is often too small there.
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    env: { ...Object.fromEntries(known), ...(libraries ? { CHROMIUM_LIBS: libraries, LD_LIBRARY_PATH: paths } : {}) },
  };
};

const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];

const installedPlaces = (environment: Environment): string[] => [
  ...(environment['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name))),
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
};
