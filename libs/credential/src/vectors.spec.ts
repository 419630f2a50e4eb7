import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { concat, fromBase58, sha256Of, toHex, utf8 } from './bytes.ts';
import { canonicalQuads } from './canonical.ts';
import { bundledContexts } from './contexts.ts';
import { isObject, objectOf, parseJson, textOf, type JsonObject } from './json.ts';
import { signerFrom } from './keys.ts';
import { addProof, bytesToSign } from './proof.ts';
import { controllerOf } from './verify/controller.ts';
import { verifyProof } from './verify/verify-proof.ts';

const read = (name: string): string => readFileSync(new URL(`testing/vectors/${name}`, import.meta.url), 'utf8');

const readObject = (name: string): JsonObject => {
  const value = parseJson(read(name));
  if (!isObject(value)) throw new Error(`${name} holds no object.`);
  return value;
};

const contexts = new Map([
  ...bundledContexts,
  ['https://www.w3.org/ns/credentials/examples/v2', readObject('credentials-examples-v2.json')] as const,
  ['https://w3id.org/citizenship/v4rc1', readObject('citizenship-v4rc1.json')] as const,
]);

const noResolver = { controller: async () => undefined, statusList: async () => undefined };
const now = new Date('2026-11-25T12:00:00Z');

/** The vector's secret key as PKCS#8: multibase, two bytes of multicodec, 32 of seed. */
const signerOf = (methodId: string) => {
  const seed = fromBase58((textOf(readObject('keyPair.json').privateKeyMultibase) ?? '').slice(1))?.slice(2) ?? new Uint8Array();
  const prefix = Uint8Array.from(Buffer.from('302e020100300506032b657004220420', 'hex'));
  return signerFrom(methodId, concat(prefix, seed));
};

describe.each(['alumni', 'employ'])('the W3C vector %s of eddsa-rdfc-2022', (name) => {
  const signed = readObject(`${name}/signedDataInt.json`);
  const { proof: _, ...unsigned } = signed;
  const proof = objectOf(signed.proof) ?? {};
  const methodId = textOf(proof.verificationMethod) ?? '';
  const signedBy = controllerOf(methodId);

  it('has our canonical form and hash', async () => {
    const quads = await canonicalQuads(unsigned, contexts);

    expect(quads).toBe(read(`${name}/canonDocDataInt.txt`));
    expect(toHex(sha256Of(utf8(quads)))).toBe(read(`${name}/docHashDataInt.txt`));
  });

  it('has the bytes that we sign', async () => {
    expect(toHex(await bytesToSign(signed, proof, contexts))).toBe(read(`${name}/combinedHashDataInt.txt`));
  });

  it('verifies', async () => {
    expect(await verifyProof(signed, { resolver: noResolver, now, signedBy, contexts })).toMatchObject({ outcome: 'holds' });
  });

  it('fails with a changed word', async () => {
    const altered = { ...signed, name: 'Another credential' };

    expect(await verifyProof(altered, { resolver: noResolver, now, signedBy, contexts })).toMatchObject({ reason: 'proof.altered' });
  });
});

describe('signing the W3C vector alumni', () => {
  it('gives its very signature', async () => {
    const signed = readObject('alumni/signedDataInt.json');
    const { proof, ...unsigned } = signed;
    const options = objectOf(proof) ?? {};
    const signer = await signerOf(textOf(options.verificationMethod) ?? '');
    const signature = await signer.sign({ data: await bytesToSign(unsigned, options, contexts) });
    const expected = fromBase58(read('alumni/sigBTC58DataInt.txt').slice(1));

    expect(toHex(signature)).toBe(toHex(expected ?? new Uint8Array()));
  });

  it('refuses a context that is not bundled', async () => {
    const { proof: _, ...unsigned } = readObject('alumni/signedDataInt.json');
    const signer = await signerOf('did:key:z#z');

    await expect(addProof(unsigned, '2026-11-25T09:00:00Z', signer)).rejects.toMatchObject({ code: 'context.unknown' });
  });
});
