import { beforeAll, describe, expect, it } from 'vitest';
import { controllerDocument } from '../did.ts';
import type { JsonObject } from '../json.ts';
import { addProof } from '../proof.ts';
import { endorse, issue } from '../sign.ts';
import { emptyList, encodeBits, signStatusList } from '../status-list.ts';
import { at as valueAt, put, swap } from '../testing/edit.ts';
import { at, credentialId, listUrl, makeParty, makeWorld, now, resolverFrom, revokedList, type World } from '../testing/world.ts';
import { verifyCredential, type Verification } from './verify.ts';

let world: World;
let other: World;

beforeAll(async () => {
  world = await makeWorld();
  other = await makeWorld({
    issuer: world.issuer,
    change: { id: 'https://landbridge.example/certificates/9ZZZ', recipient: { name: 'Someone Else' } },
  });
});

const verify = (credential: JsonObject, resolver = world.resolver, when = now): Promise<Verification> =>
  verifyCredential(credential, { resolver, now: when });

/** What does not hold: `code reason`, each once. */
const failures = ({ checks }: Verification): readonly string[] => [
  ...new Set(checks.filter(({ outcome }) => outcome !== 'holds').map(({ code, reason }) => `${code} ${reason}`)),
];

const withLists = (list: JsonObject) => resolverFrom(world.documents, new Map([[listUrl, list]]));
const withDocument = (id: string, document: JsonObject) => resolverFrom(new Map([...world.documents, [id, document]]), world.lists);

/** Signed anew by the issuer's own key: what a dishonest issuer could hand out. */
const resigned = (credential: JsonObject): Promise<JsonObject> => addProof(credential, at, world.issuer.signer);

const subject = ['credentialSubject'];
const achievement = [...subject, 'achievement'];

/** [what was done, how, what must be said about it at least] */
const edits: readonly (readonly [string, (credential: JsonObject) => JsonObject, readonly string[]])[] = [
  [
    'a word of the narrative',
    (c) => put(c, [...subject, 'narrative'], `${valueAt(c, [...subject, 'narrative'])} Always.`),
    ['issuer-proof proof.altered', 'one-text text.sections-differ', 'signature-binding binding.other-content'],
  ],
  [
    'a word of a section',
    (c) => put(c, ['evidence', 1, 'narrative'], 'He stayed at home.'),
    ['issuer-proof proof.altered', 'one-text text.sections-differ'],
  ],
  [
    'a heading',
    (c) => put(c, ['evidence', 0, 'name'], '1. Something else'),
    ['issuer-proof proof.altered', 'one-text text.sections-differ'],
  ],
  [
    'a word of the criteria',
    (c) => put(c, [...achievement, 'criteria', 'narrative'], 'Attended.'),
    ['issuer-proof proof.altered', 'one-text text.criteria-differ'],
  ],
  [
    'the order of sections',
    (c) => swap(c, ['evidence'], 0, 1),
    ['section-order sections.reordered', 'signature-binding binding.other-content'],
  ],
  [
    'the order of sections and their names',
    (c) =>
      swap(
        put(put(c, ['evidence', 0, 'name'], '2. Starting from issues of practice'), ['evidence', 1, 'name'], '1. Building bridges'),
        ['evidence'],
        0,
        1,
      ),
    ['issuer-proof proof.altered', 'section-order sections.reordered'],
  ],
  ['a section left out', (c) => put(c, ['evidence', 2], undefined), ['issuer-proof proof.altered', 'one-text text.sections-differ']],
  [
    'the next phase',
    (c) => put(c, ['evidence', 5, 'description'], 'Until 2030-01-01'),
    ['issuer-proof proof.altered', 'signature-binding binding.other-content'],
  ],
  ['the order of signatories', (c) => swap(c, ['endorsement'], 0, 1), ['signatory-order signatories.reordered']],
  [
    'a signatory left out',
    (c) => put(c, ['endorsement', 3], undefined),
    ['issuer-proof proof.altered', 'signatory-order signatories.reordered', 'one-text text.criteria-differ'],
  ],
  [
    'all signatories left out',
    (c) => put(c, ['endorsement'], undefined),
    ['issuer-proof proof.altered', 'signatory-order signatories.missing'],
  ],
  [
    'a signature twice',
    (c) => put(c, ['endorsement', 1], valueAt(c, ['endorsement', 0])),
    ['issuer-proof proof.altered', 'signatory-order signatories.reordered'],
  ],
  [
    'the title of a signatory',
    (c) => put(c, ['endorsement', 0, 'issuer', 'description'], 'Chief Executive'),
    ['signature-proof proof.altered', 'issuer-proof proof.altered'],
  ],
  [
    'the name of a signatory',
    (c) => put(c, ['endorsement', 2, 'issuer', 'name'], 'Max Muster'),
    ['signature-proof proof.altered', 'signatory-order signatories.reordered'],
  ],
  ['the proof of a signature removed', (c) => put(c, ['endorsement', 0, 'proof'], undefined), ['signature-proof proof.missing']],
  [
    'the digest of a signature',
    (c) => put(c, ['endorsement', 0, 'relatedResource', 0, 'digestSRI'], `sha384-${'A'.repeat(64)}`),
    ['signature-proof proof.altered', 'signature-binding binding.other-content'],
  ],
  [
    'the signature of another certificate',
    (c) => put(c, ['endorsement', 0], valueAt(other.credential, ['endorsement', 0])),
    ['signature-binding binding.of-another', 'issuer-proof proof.altered'],
  ],
  [
    'the recipient',
    (c) => put(c, [...subject, 'identifier', 0, 'identityHash'], 'Nobody'),
    ['issuer-proof proof.altered', 'signature-binding binding.other-content'],
  ],
  ['the recipient left out', (c) => put(c, [...subject, 'identifier'], undefined), ['recipient recipient.missing']],
  ['an id for the recipient', (c) => put(c, [...subject, 'id'], 'did:example:me'), ['issuer-proof proof.altered']],
  ['the title', (c) => put(c, ['name'], 'Doctor'), ['issuer-proof proof.altered']],
  ["the issuer's name", (c) => put(c, ['issuer', 'name'], 'Siemens'), ['issuer-proof proof.altered']],
  [
    "the issuer's id",
    (c) => put(c, ['issuer', 'id'], 'did:web:elsewhere.example'),
    ['issuer-proof proof.other-controller', 'status status.list-of-another'],
  ],
  ['the proof removed', (c) => put(c, ['proof'], undefined), ['issuer-proof proof.missing']],
  ['the proof emptied', (c) => put(c, ['proof'], []), ['issuer-proof proof.missing']],
  ['the proof of another certificate', (c) => put(c, ['proof'], other.credential.proof), ['issuer-proof proof.altered']],
  ['the time of the proof', (c) => put(c, ['proof', 0, 'created'], '2020-01-01T00:00:00Z'), ['issuer-proof proof.altered']],
  ['the purpose of the proof', (c) => put(c, ['proof', 0, 'proofPurpose'], 'authentication'), ['issuer-proof proof.other-purpose']],
  ['the cryptosuite of the proof', (c) => put(c, ['proof', 0, 'cryptosuite'], 'eddsa-jcs-2022'), ['issuer-proof proof.unsupported']],
  [
    'a letter of the signature',
    (c) =>
      put(
        c,
        ['proof', 0, 'proofValue'],
        String(valueAt(c, ['proof', 0, 'proofValue'])).replace(/.$/, (letter) => (letter === '2' ? '3' : '2')),
      ),
    ['issuer-proof proof.altered'],
  ],
  ['half of the signature', (c) => put(c, ['proof', 0, 'proofValue'], 'z2YwC8z3ap7yx1nZY'), ['issuer-proof proof.malformed']],
  [
    'the key that the proof names',
    (c) => put(c, ['proof', 0, 'verificationMethod'], `did:web:landbridge.example#${world.signatories[0]?.publicKey}`),
    ['issuer-proof key.not-listed'],
  ],
  [
    'a proof by a signatory instead of the issuer',
    (c) => put(c, ['proof', 0, 'verificationMethod'], world.signatories[0]?.signer.id),
    ['issuer-proof proof.other-controller'],
  ],
  ['the status entry removed', (c) => put(c, ['credentialStatus'], undefined), ['status status.missing', 'issuer-proof proof.altered']],
  [
    'the status index',
    (c) => put(c, ['credentialStatus', 'statusListIndex'], '5'),
    ['issuer-proof proof.altered', 'signature-binding binding.other-content'],
  ],
  ['the status index out of the list', (c) => put(c, ['credentialStatus', 'statusListIndex'], '131072'), ['status status.index']],
  ['the version', (c) => put(c, [...achievement, 'version'], '2'), ['supersession version.predecessor', 'issuer-proof proof.altered']],
  ['the date', (c) => put(c, ['validFrom'], '2016-11-25T09:00:00Z'), ['issuer-proof proof.altered']],
  ['a date to come', (c) => put(c, ['validFrom'], '2036-11-25T09:00:00Z'), ['dates dates.not-yet']],
  [
    'an expiry that has passed',
    (c) => put(c, ['validUntil'], '2026-11-25T10:00:00Z'),
    ['dates dates.expired', 'issuer-proof proof.altered'],
  ],
  ['a term that no context knows', (c) => put(c, [...subject, 'grade'], 'A+'), ['issuer-proof terms.undefined']],
  [
    'a relative id, which would go unsigned',
    (c) => put(c, [...subject, 'id'], 'me'),
    ['data-model data-model.broken', 'issuer-proof terms.undefined'],
  ],
  [
    'the form hidden behind a long name',
    (c) =>
      put(
        put(c, [...subject, 'narrative'], undefined),
        [...subject, 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#narrative'],
        valueAt(c, [...subject, 'narrative']),
      ),
    ['document document.not-compact'],
  ],
];

describe('a tampered certificate', () => {
  it.each(edits)('fails with %s', async (_, edit, expected) => {
    const verification = await verify(edit(world.credential));

    expect(failures(verification)).toEqual(expect.arrayContaining([...expected]));
    expect(verification.verdict).not.toBe('valid');
  });

  it('fails nowhere else when only the order of signatories is turned', async () => {
    expect(failures(await verify(swap(world.credential, ['endorsement'], 0, 1)))).toEqual(['signatory-order signatories.reordered']);
  });
});

describe('a certificate that its issuer signed again', () => {
  it('fails when a word differs from what the signatories signed', async () => {
    const altered = await resigned(put(world.credential, ['name'], 'Doctor of everything'));

    expect(failures(await verify(altered))).toEqual(['signature-binding binding.other-content']);
  });

  it('fails when a signatory was left out', async () => {
    const altered = await resigned(put(world.credential, ['endorsement', 3], undefined));

    expect(failures(await verify(altered))).toEqual(['one-text text.criteria-differ', 'signatory-order signatories.reordered']);
  });

  it('fails when somebody else signed in the place of a signatory', async () => {
    const stranger = await makeParty('did:web:stranger.example');
    const forged = { ...world.given.signatories[0], id: stranger.id, name: 'Mirjam Holt', title: 'Head of Training' };
    const signatories = [forged, ...world.given.signatories.slice(1)];
    const endorsement = await endorse(world.statement, { signatories, position: 1, at, signer: stranger.signer });
    const rest = [1, 2, 3].map((index) => valueAt(world.credential, ['endorsement', index]));
    const altered = await resigned({ ...world.statement, endorsement: [endorsement, ...rest.filter((one) => one !== undefined)] });

    expect(failures(await verify(altered))).toEqual(['signature-proof controller.no-answer']);
  });

  it('is refused by the issuing side when an endorsement is of another text', async () => {
    const signed = Array.isArray(other.credential.endorsement) ? other.credential.endorsement : [];

    await expect(issue(world.statement, signed, { at, signer: world.issuer.signer })).rejects.toMatchObject({
      code: 'sign.endorsement-of-another',
    });
  });
});

describe('keys and documents', () => {
  it('fails when the document is of another controller', async () => {
    const resolver = withDocument(world.issuer.id, controllerDocument('did:web:elsewhere.example', [world.issuer.publicKey]));

    expect(failures(await verify(world.credential, resolver))).toContain('issuer-proof controller.exchanged');
  });

  it('fails when the key was taken out after a compromise', async () => {
    const next = await makeParty(world.issuer.id);
    const resolver = withDocument(world.issuer.id, controllerDocument(world.issuer.id, [next.publicKey]));

    expect(failures(await verify(world.credential, resolver))).toContain('issuer-proof key.not-listed');
  });

  it('holds after a routine rotation, which keeps the old key', async () => {
    const next = await makeParty(world.issuer.id);
    const list = await signStatusList({ id: listUrl, issuer: world.issuer.id, bits: emptyList(), now }, next.signer);
    const documents = new Map([
      ...world.documents,
      [world.issuer.id, controllerDocument(world.issuer.id, [next.publicKey, world.issuer.publicKey])],
    ]);

    expect((await verify(world.credential, resolverFrom(documents, new Map([[listUrl, list]])))).verdict).toBe('valid');
  });

  it('fails when the key is there but not for assertions', async () => {
    const document = put(controllerDocument(world.issuer.id, [world.issuer.publicKey]), ['assertionMethod'], []);

    expect(failures(await verify(world.credential, withDocument(world.issuer.id, document)))).toContain('issuer-proof key.not-listed');
  });

  it.each(['revoked', 'expires'])('fails when the key says that it is over (%s), which libraries ignore', async (field) => {
    const document = put(
      controllerDocument(world.issuer.id, [world.issuer.publicKey]),
      ['verificationMethod', 0, field],
      '2026-11-01T00:00:00Z',
    );

    expect(failures(await verify(world.credential, withDocument(world.issuer.id, document)))).toContain(
      `issuer-proof key.${field === 'revoked' ? 'revoked' : 'expired'}`,
    );
  });

  it('stays open when nobody answers for a key', async () => {
    const verification = await verify(world.credential, resolverFrom(new Map(), world.lists));

    expect(verification.verdict).toBe('undetermined');
    expect(failures(verification)).toContain('issuer-proof controller.no-answer');
  });
});

describe('status', () => {
  it('fails when the certificate was revoked, although its proofs hold', async () => {
    const resolver = withLists(await revokedList(world.issuer, world.given.status.index));

    expect(failures(await verify(world.credential, resolver))).toEqual(['status status.revoked']);
  });

  it('holds when its neighbours were revoked', async () => {
    for (const index of [world.given.status.index - 1, world.given.status.index + 1])
      expect((await verify(world.credential, withLists(await revokedList(world.issuer, index)))).verdict).toBe('valid');
  });

  it('stays open when the list is too old', async () => {
    const verification = await verify(world.credential, world.resolver, new Date('2026-12-03T12:00:00Z'));

    expect(failures(verification)).toEqual(['status status.list-expired']);
    expect(verification.verdict).toBe('undetermined');
  });

  it('fails when revoked in a list that is too old', async () => {
    const resolver = withLists(await revokedList(world.issuer, world.given.status.index));

    expect(failures(await verify(world.credential, resolver, new Date('2026-12-03T12:00:00Z')))).toEqual(['status status.revoked']);
  });

  it.each<readonly [string, (list: JsonObject) => JsonObject, string]>([
    ['exchanged for another', (list) => put(list, ['id'], 'https://landbridge.example/status/2'), 'status.list-exchanged'],
    [
      'altered by one bit',
      (list) => put(list, ['credentialSubject', 'encodedList'], encodeBits(emptyList().fill(1))),
      'status.list-proof.altered',
    ],
    ['without its proof', (list) => put(list, ['proof'], undefined), 'status.list-proof.missing'],
    ['of another issuer', (list) => put(list, ['issuer'], 'did:web:elsewhere.example'), 'status.list-of-another'],
    ['for another purpose', (list) => put(list, ['credentialSubject', 'statusPurpose'], 'suspension'), 'status.list-of-other-purpose'],
    ['with its end moved', (list) => put(list, ['validUntil'], '2030-01-01T00:00:00Z'), 'status.list-proof.altered'],
    ['without a subject', (list) => put(list, ['credentialSubject'], undefined), 'status.list-malformed'],
  ])('fails when the list is %s', async (_, edit, reason) => {
    const list = edit(await revokedList(world.issuer, 1));

    expect(failures(await verify(world.credential, withLists(list)))).toEqual([`status ${reason}`]);
  });

  it('fails when the list is shorter than it may be', async () => {
    const list = await revokedList(world.issuer, 1);
    const short = await addProof(
      put(put(list, ['proof'], undefined), ['credentialSubject', 'encodedList'], encodeBits(new Uint8Array(64))),
      at,
      world.issuer.signer,
    );

    expect(failures(await verify(world.credential, withLists(short)))).toEqual(['status status.list-too-short']);
  });

  it('stays open when a list unpacks to more than any list holds', async () => {
    const list = await revokedList(world.issuer, 1);
    const bomb = encodeBits(new Uint8Array(40_000_000));
    const large = await addProof(put(put(list, ['proof'], undefined), ['credentialSubject', 'encodedList'], bomb), at, world.issuer.signer);

    expect(failures(await verify(world.credential, withLists(large)))).toEqual(['status packed.too-large']);
  });
});

it('names the certificate it is about', () => {
  expect(world.credential.id).toBe(credentialId);
});
