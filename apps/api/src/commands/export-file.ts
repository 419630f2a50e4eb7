import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { ExportHistory } from '../features/import/index.ts';
import { inApplication } from './context.ts';

/** `export FILE`: writes everything of the import format; compressed when the name ends in .gz. */
export const exportFile = async (args: readonly string[]): Promise<void> => {
  const [path] = args;
  if (path === undefined || args.length > 1) throw new Error('Usage: npm run export -- FILE (FILE.gz is compressed)');
  await inApplication(async (application) => {
    let count = 0;
    const lines = async function* () {
      for await (const line of application.get(ExportHistory).lines()) {
        count += 1;
        yield `${line}\n`;
      }
    };
    // Under another name until it is whole: half a file never looks like one.
    const part = `${path}.part`;
    const out = createWriteStream(part);
    if (path.endsWith('.gz')) await pipeline(Readable.from(lines()), createGzip(), out);
    else await pipeline(Readable.from(lines()), out);
    await rename(part, path);
    process.stdout.write(`Wrote ${new Intl.NumberFormat('en').format(count)} lines to ${path}\n`);
  });
};
