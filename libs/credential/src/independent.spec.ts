import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { verifyCredential as verifyByLibrary } from '@digitalbazaar/vc';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledContexts } from './contexts.ts';
import { isObject, objectsIn, type Json, type JsonObject } from './json.ts';
import { addProof } from './proof.ts';
import { secondOpinion } from './testing/second-verifier.ts';
import { put, swap } from './testing/edit.ts';
import { at, listUrl, makeWorld, now, revokedList, type World } from './testing/world.ts';

let worlds: readonly World[];

beforeAll(async () => {
  worlds = [
    await makeWorld(),
    await makeWorld({
      signatories: [{ name: 'Ελένη Παπαδοπούλου', title: 'Διευθύντρια' }, { name: 'ليلى بن صالح' }],
      change: { recipient: { name: 'محمد "الأندلسي" \\ 𝒳' }, nextPhase: undefined },
    }),
    await makeWorld({ signatories: Array.from({ length: 9 }, (_, index) => ({ name: `Signatory ${index + 1}` })) }),
  ];
});

const documentsOf = ({ credential, lists }: World): readonly JsonObject[] => [
  credential,
  ...objectsIn(credential.endorsement),
  ...lists.values(),
];

/** The suite of Digital Bazaar, with the same keys at hand. */
const byLibrary = ({ documents }: World, credential: JsonObject, isRevoked = false) =>
  verifyByLibrary({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    now: now.toISOString(),
    checkStatus: async () => ({ verified: true, results: [{ status: isRevoked }] }),
    documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: bundledContexts.get(url) ?? found(documents, url) }),
  });

const found = (documents: ReadonlyMap<string, JsonObject>, url: string): JsonObject => {
  const document = documents.get(url.split('#')[0] ?? '');
  if (!document) throw new Error(`No document ${url}`);
  const methods: Json | undefined = document.verificationMethod;
  const method = objectsIn(methods).find(({ id }) => id === url);
  return method ? { '@context': 'https://w3id.org/security/multikey/v1', ...method } : document;
};

describe('what we sign', () => {
  it('is verified by a second verifier that shares no code with us', async () => {
    for (const world of worlds)
      for (const document of documentsOf(world)) expect(await secondOpinion(document, world.documents)).toBe(true);
  });

  it('is verified by the common library', async () => {
    for (const world of worlds)
      for (const document of documentsOf(world)) expect(await byLibrary(world, document)).toMatchObject({ verified: true });
  });

  it.each<readonly [string, (credential: JsonObject) => JsonObject]>([
    ['a word', (c) => put(c, ['name'], 'Doctor')],
    ['the recipient', (c) => put(c, ['credentialSubject', 'identifier', 0, 'identityHash'], 'Nobody')],
    ['a signatory', (c) => put(c, ['endorsement', 0], undefined)],
    ['the date', (c) => put(c, ['validFrom'], '2016-11-25T09:00:00Z')],
  ])('is refused by both with %s changed', async (_, edit) => {
    const [world] = worlds;
    const altered = edit(world?.credential ?? {});

    expect(await secondOpinion(altered, world?.documents ?? new Map())).toBe(false);
    expect(world && (await byLibrary(world, altered))).toMatchObject({ verified: false });
  });
});

describe('traps of the standard and its libraries, which is why our checks go further', () => {
  it('the order of sections is not covered by the proof', async () => {
    const [world] = worlds;
    const turned = swap(world?.credential ?? {}, ['evidence'], 0, 1);

    expect(await secondOpinion(turned, world?.documents ?? new Map())).toBe(true);
    expect(world && (await byLibrary(world, turned))).toMatchObject({ verified: true });
  });

  it('the common library calls a revoked credential verified', async () => {
    const [world] = worlds;

    expect(world && (await byLibrary(world, world.credential, true))).toMatchObject({
      verified: true,
      statusResult: { results: [{ status: true }] },
    });
  });

  it('the common library lets rules of the data model pass', async () => {
    const [world] = worlds;
    const broken = put(put(world?.credential ?? {}, ['proof'], undefined), ['refreshService'], {
      id: 'https://landbridge.example/refresh',
    });
    const signed = world && (await addProof(broken, at, world.issuer.signer));

    expect(world && signed && (await byLibrary(world, signed))).toMatchObject({ verified: true });
  });

  it('the common library ignores that a key was revoked', async () => {
    const [world] = worlds;
    const revoked = new Map(
      [...(world?.documents ?? [])].map(([id, document]) => [
        id,
        put(document, ['verificationMethod', 0, 'expires'], '2026-11-01T00:00:00Z'),
      ]),
    );

    expect(world && (await byLibrary({ ...world, documents: revoked }, world.credential))).toMatchObject({ verified: true });
  });

  it('a proof may stand in a list or alone, and means the same', async () => {
    const [world] = worlds;
    const [proof] = objectsIn(world?.credential.proof);

    expect(await secondOpinion({ ...world?.credential, proof }, world?.documents ?? new Map())).toBe(true);
  });
});

it('a signed status list that says revoked is verified by both', async () => {
  const [world] = worlds;
  const list = world && (await revokedList(world.issuer, 3));

  expect(isObject(list) && list.id).toBe(listUrl);
  expect(await secondOpinion(list ?? {}, world?.documents ?? new Map())).toBe(true);
});
