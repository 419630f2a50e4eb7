import { bakePng, bakeSvg } from '../../libs/credential/src/index.ts';
import { pngImage, svgImage } from '../../libs/credential/src/testing/images.ts';
import { makeWorld, now } from '../../libs/credential/src/testing/world.ts';
import { verifyFile } from '../../libs/credential/src/verify/index.ts';
import { numberArgument, quantile, report, rounded, type Row } from './support/report.ts';

// P10: a certificate with four signatories, from keys to baked images, and its verification with nothing fetched. PDF comes with the feature.

const rounds = numberArgument('rounds', 30);

const measure = async (what: string, act: () => unknown): Promise<Row> => {
  const times: number[] = [];
  const before = performance.now();
  await act();
  const first = performance.now() - before;
  for (let round = 0; round < 5; round++) await act();
  const spent = process.cpuUsage();
  for (let round = 0; round < rounds; round++) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(spent);
  const cpu = rounded((user + system) / 1_000 / rounds);
  return {
    what,
    'first ms': rounded(first),
    'median ms': rounded(quantile(times, 0.5)),
    '95 % ms': rounded(quantile(times, 0.95)),
    'processor ms': cpu,
  };
};

const verifyFirst = async (): Promise<void> => {
  const { verdict } = await verifyFile(bytes, { resolver, now });
  if (verdict !== 'valid') throw new Error(`The certificate is ${verdict}.`);
};

const { credential, resolver } = await makeWorld();
const json = JSON.stringify(credential);
const bytes = new TextEncoder().encode(json);
const rows = [
  await measure('verify: five proofs, the status list, the form', verifyFirst),
  await measure('make five keys, build, sign for four and the issuer, sign the list', () => makeWorld()),
  await measure('bake PNG and SVG', () => [bakePng(pngImage, json), bakeSvg(svgImage, json)]),
];
report(
  'certificate: make, bake, verify',
  { mustReach: 'make and bake ≤ 2 s, verify ≤ 100 ms once warm', bytes: bytes.length, rounds },
  rows,
);
