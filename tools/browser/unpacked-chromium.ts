import {
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { inRoot } from '../launcher/paths.ts';
import { say } from '../launcher/say.ts';

// The packages belong to the journeys; another version may lie at the top for somebody else.
const require = createRequire(inRoot('apps/e2e/package.json'));

export interface UnpackedChromium {
  readonly executablePath: string;
  /** Folder of the libraries that a bare machine lacks, for LD_LIBRARY_PATH. */
  readonly libraries: string;
  /** For FONTCONFIG_FILE: without fonts of its own, pictures of a bare machine have no text. */
  readonly fontsFile: string;
}

/** The Chromium of the npm package, unpacked once. Works on Linux x64. */
export const unpackedChromium = async (): Promise<UnpackedChromium> => {
  const packaged = packagedFolder();
  const { version } = JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8'));
  const folder = inRoot('.tools', `chromium-${version}`);
  if (!existsSync(folder)) await unpackInto(folder, join(packaged, 'bin'));
  return { executablePath: join(folder, 'chromium'), libraries: join(folder, 'lib'), fontsFile: join(folder, 'fonts.conf') };
};

const packagedFolder = (): string => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(
      `The tests need a Chrome or Chromium, and none was found on this ${process.platform} ${process.arch}. Install one, or name it in CHROMIUM_PATH.`,
    );
  // Its `exports` hide its package.json: find its main file and go up.
  let folder = dirname(require.resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'bin', 'chromium.br'))) folder = dirname(folder);
  return folder;
};

/** Unpacked beside its place and moved when complete, so that an interrupted run leaves nothing half. */
const unpackInto = async (folder: string, packed: string): Promise<void> => {
  say('Unpacking Chromium for the tests (once, a few seconds) …');
  mkdirSync(dirname(folder), { recursive: true });
  const making = mkdtempSync(`${folder}-`);
  await pipeline(
    createReadStream(join(packed, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(making, 'chromium'), { mode: 0o755 }),
  );
  for (const archive of ['al2023.tar.br', 'fonts.tar.br']) await unpackArchive(join(packed, archive), making);
  writeFileSync(join(making, 'fonts.conf'), fontsConfiguration(folder));
  if (!existsSync(folder)) renameSync(making, folder);
  rmSync(making, { recursive: true, force: true });
};

const unpackArchive = async (archive: string, folder: string): Promise<void> => {
  const { extract }: typeof import('tar-stream') = require('tar-stream');
  const entries = extract();
  const reading = pipeline(createReadStream(archive), createBrotliDecompress(), entries);
  for await (const entry of entries) {
    const path = join(folder, entry.header.name);
    if (entry.header.type === 'file') {
      mkdirSync(dirname(path), { recursive: true });
      await pipeline(entry, createWriteStream(path, { mode: entry.header.mode }));
    }
    entry.resume();
  }
  await reading;
};

const fontsConfiguration = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
