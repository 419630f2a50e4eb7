import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { demoSeed, generateDemo } from './generate-demo.ts';

/** Writes the demo organisation to standard output: `node tools/demo/make-demo.ts [--today 2026-11-25] [--seed 7] > demo.ndjson`. */
async function makeDemo(): Promise<void> {
  const { values } = parseArgs({ options: { today: { type: 'string' }, seed: { type: 'string', default: String(demoSeed) } } });
  const today = values.today ?? new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format();
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed takes a whole number, not ${values.seed}.`);
  for (const line of generateDemo({ seed, today })) {
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain');
  }
}

await makeDemo();
