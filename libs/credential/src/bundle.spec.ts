import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBundle } from './bundle.ts';
import { fromUtf8, sha256Of, toHex, utf8, type Bytes } from './bytes.ts';
import { isObject, objectsIn, parseJson, type JsonObject } from './json.ts';
import { statementDigest } from './statement.ts';
import { makeWorld, now, resolverFrom, type World } from './testing/world.ts';
import { verifyFile } from './verify/verify-file.ts';

let world: World;
let bundle: Bytes;
const silent = resolverFrom(new Map(), new Map());

const parsed = (text: string | undefined): JsonObject => {
  const value = parseJson(text ?? '');
  return isObject(value) ? value : {};
};

const bundleOf = ({ credential, documents, lists }: World): Bytes =>
  makeBundle({
    credential: JSON.stringify(credential, null, 2),
    controllers: [...documents.values()],
    statusList: [...lists.values()][0] ?? {},
  });

beforeAll(async () => {
  world = await makeWorld();
  bundle = bundleOf(world);
});

describe('an offline bundle', () => {
  it('holds everything under the addresses where it is served, each with its hash', () => {
    const files = unzipSync(bundle);
    const entries = objectsIn(parsed(fromUtf8(files['manifest.json'] ?? new Uint8Array())).files);

    expect(entries.map(({ path }) => path)).toEqual([
      'credential.json',
      'statement.json',
      ...[1, 2, 3, 4, 5].map((place) => `controllers/${place}.json`),
      'status/list.json',
      ...[1, 2, 3].map((place) => `contexts/${place}.json`),
      'README.txt',
    ]);
    for (const { path, sha256 } of entries) expect(toHex(sha256Of(files[String(path)] ?? new Uint8Array()))).toBe(sha256);
  });

  it('has the statement whose digest the signatories signed', async () => {
    const bytes = unzipSync(bundle)['statement.json'] ?? new Uint8Array();
    const digest = Buffer.from(await crypto.subtle.digest('SHA-384', new Uint8Array(bytes))).toString('base64');

    expect(`sha384-${digest}`).toBe(statementDigest(world.credential));
  });

  it('is the same for the same contents', () => {
    expect(bundleOf(world)).toEqual(bundle);
  });

  it('verifies offline for whoever trusts it, and says on what it rests', async () => {
    const verification = await verifyFile(bundle, { resolver: silent, now, trustsBundle: true });

    expect(verification).toMatchObject({ carrier: 'bundle', verdict: 'valid' });
    expect(verification.checks.find(({ code }) => code === 'issuer-proof')?.facts).toMatchObject({ fromBundle: true });
  });

  it('proves nothing by its own keys to whoever does not', async () => {
    const verification = await verifyFile(bundle, { resolver: silent, now });

    expect(verification.verdict).toBe('undetermined');
    expect(verification.checks.find(({ code }) => code === 'issuer-proof')).toMatchObject({
      outcome: 'could-not-be-checked',
      reason: 'bundle.own-word',
    });
  });

  it('cannot bring a key in place of one that is served', async () => {
    const forged = await makeWorld();

    expect(await verifyFile(bundleOf(forged), { resolver: world.resolver, now, trustsBundle: true })).toMatchObject({ verdict: 'invalid' });
  });

  it('is refused when a file differs from the manifest', async () => {
    const files = unzipSync(bundle);
    const altered = zipSync({ ...files, 'credential.json': utf8(JSON.stringify({ ...world.credential, name: 'Doctor' })) });

    expect(await verifyFile(altered, { resolver: silent, now, trustsBundle: true })).toMatchObject({
      verdict: 'invalid',
      checks: [{ reason: 'bundle.altered' }],
    });
  });
});
