import { zipSync } from 'fflate';
import { assert, asyncProperty, dictionary, json, jsonValue, nat, string, uint8Array } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { bakePng } from '../baking/png.ts';
import { bakeSvg } from '../baking/svg.ts';
import { concat, utf8 } from '../bytes.ts';
import { isObject, parseJson, type Json, type JsonObject } from '../json.ts';
import { put } from '../testing/edit.ts';
import { pngImage, svgImage } from '../testing/images.ts';
import { makeWorld, now, type World } from '../testing/world.ts';
import { verifyFile } from './verify-file.ts';

let world: World;
let text = '';

beforeAll(async () => {
  world = await makeWorld();
  text = JSON.stringify(world.credential);
});

const verify = (bytes: Uint8Array) => verifyFile(bytes, { resolver: world.resolver, now, trustsBundle: true });
const verifyJson = (value: Json) => verify(utf8(JSON.stringify(value)));

const nested = (depth: number): Json => (depth === 0 ? {} : { a: nested(depth - 1) });

/** [what it is, its bytes, the reason that must be among those given] */
const files: readonly (readonly [string, () => Uint8Array, string])[] = [
  ['nothing', () => new Uint8Array(), 'document.not-json'],
  ['blanks', () => utf8('   \n'), 'document.not-json'],
  ['no UTF-8', () => Uint8Array.from([0x7b, 0xff, 0xfe, 0x7d]), 'document.not-utf8'],
  ['half a document', () => utf8(text.slice(0, 500)), 'document.not-json'],
  ['a number', () => utf8('42'), 'document.no-badge'],
  ['null', () => utf8('null'), 'document.no-badge'],
  ['a list of badges', () => utf8(`[${text}]`), 'document.no-badge'],
  ['an empty object', () => utf8('{}'), 'document.no-badge'],
  ['a JWT', () => utf8('eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJhIn0.c2lnbmF0dXJl'), 'document.jwt'],
  ['depths of objects', () => utf8(JSON.stringify(nested(60))), 'document.too-deep'],
  ['brackets without end', () => utf8('['.repeat(200_000)), 'document.not-json'],
  ['a hidden prototype', () => utf8(text.replace('{', '{"__proto__":{"verified":true},')), 'document.forbidden-key'],
  ['megabytes', () => utf8(JSON.stringify({ a: 'x'.repeat(3_000_000) })), 'document.too-large'],
  ['a PNG without a badge', () => pngImage, 'badge.none'],
  ['a PNG that breaks off', () => pngImage.slice(0, 40), 'png.malformed'],
  [
    'a PNG with a length beyond its end',
    () => concat(pngImage.slice(0, 8), Uint8Array.from([0xff, 0xff, 0xff, 0xff]), pngImage.slice(12)),
    'png.malformed',
  ],
  ['a PNG with no JSON in its chunk', () => bakePng(pngImage, 'a badge, believe me'), 'document.not-json'],
  ['an SVG without a badge', () => utf8(svgImage), 'badge.none'],
  [
    'an SVG with two badges',
    () => utf8(bakeSvg(svgImage, text).replace('<circle', `<openbadges:credential><![CDATA[${text}]]></openbadges:credential><circle`)),
    'badge.several',
  ],
  ['an SVG whose CDATA never ends', () => utf8(bakeSvg(svgImage, text).replace(']]>', '')), 'svg.malformed'],
  ['an SVG of quotes without end', () => utf8(`<svg ${'<a"'.repeat(100_000)}`), 'svg.malformed'],
  ['an HTML page', () => utf8('<!doctype html><html><body>No badge</body></html>'), 'svg.malformed'],
  ['a PDF without an attachment', () => utf8('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF'), 'badge.none'],
  ['a PDF of objects without end', () => utf8(`%PDF-1.7\n${'1 0 obj <<'.repeat(50_000)}`), 'badge.none'],
  ['a zip of something else', () => zipSync({ 'a.txt': utf8('hello') }), 'bundle.unreadable'],
  ['a zip that breaks off', () => zipSync({ 'manifest.json': utf8('{}') }).slice(0, 30), 'bundle.unreadable'],
  ['a zip with an empty manifest', () => zipSync({ 'manifest.json': utf8('{}'), 'credential.json': utf8(text) }), 'bundle.altered'],
  ['a zip that unpacks to too much', () => zipSync({ 'manifest.json': new Uint8Array(9_000_000) }), 'document.too-large'],
];

describe('a file that is no badge', () => {
  it.each(files)('is refused: %s', async (_, bytes, reason) => {
    const { verdict, checks } = await verify(bytes());

    expect(checks.map((check) => check.reason)).toContain(reason);
    expect(verdict).not.toBe('valid');
  });
});

const subject = ['credentialSubject'];

/** [what is wrong with it, how it came about, the rule or reason] */
const documents: readonly (readonly [string, (credential: JsonObject) => JsonObject, string])[] = [
  ['no context', (c) => put(c, ['@context'], undefined), '@context'],
  [
    'another first context',
    (c) => put(c, ['@context'], ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://www.w3.org/ns/credentials/v2']),
    '@context',
  ],
  ['a context that we do not have', (c) => put(c, ['@context', 3], 'https://elsewhere.example/context.json'), 'context.unknown'],
  [
    'a context that hides deep inside',
    (c) => put(c, [...subject, 'achievement', '@context'], 'https://elsewhere.example/context.json'),
    'context.unknown',
  ],
  ['a context of its own', (c) => put(c, ['@context', 3], { '@vocab': 'https://elsewhere.example/#' }), 'document.not-compact'],
  ['the context of version 1', (c) => put(c, ['@context', 0], 'https://www.w3.org/2018/credentials/v1'), 'data-model.version-1'],
  ['no type of credential', (c) => put(c, ['type'], ['OpenBadgeCredential']), 'type'],
  ['no type of badge', (c) => put(c, ['type'], ['VerifiableCredential']), 'document.no-badge'],
  [
    'an endorsement for a badge',
    (c) => put(c, ['type'], ['VerifiableCredential', 'OpenBadgeCredential', 'EndorsementCredential']),
    'document.no-badge',
  ],
  ['a number for an id', (c) => put(c, ['id'], 7), 'id'],
  ['two ids', (c) => put(c, ['id'], ['https://a.example/1', 'https://a.example/2']), 'id'],
  ['an issuer that is no address', (c) => put(c, ['issuer'], 'Nordvik'), 'issuer'],
  ['two issuers', (c) => put(c, ['issuer'], ['did:web:a.example', 'did:web:b.example']), 'issuer'],
  ['no issuer', (c) => put(c, ['issuer'], undefined), 'issuer'],
  ['no subject', (c) => put(c, subject, undefined), 'credentialSubject'],
  ['an empty subject', (c) => put(c, subject, {}), 'credentialSubject'],
  ['a text for a subject', (c) => put(c, subject, 'Jonas'), 'credentialSubject'],
  ['a date without a time', (c) => put(c, ['validFrom'], '2026-11-25'), 'validFrom'],
  ['a time without a zone', (c) => put(c, ['validFrom'], '2026-11-25T09:00:00'), 'validFrom'],
  ['a thirteenth month', (c) => put(c, ['validFrom'], '2026-13-01T09:00:00Z'), 'validFrom'],
  ['an end before its beginning', (c) => put(c, ['validUntil'], '2026-11-24T09:00:00Z'), 'validUntil'],
  ['a number for a name', (c) => put(c, ['name'], 7), 'name'],
  ['a schema without an id', (c) => put(c, ['credentialSchema'], { type: '1EdTechJsonSchemaValidator2019' }), 'credentialSchema'],
  ['a status without a type', (c) => put(c, ['credentialStatus', 'type'], undefined), 'credentialStatus'],
  ['a status of text', (c) => put(c, ['credentialStatus'], 'fine'), 'credentialStatus'],
  ['a refresh service without a type', (c) => put(c, ['refreshService'], { id: 'https://a.example/' }), 'refreshService'],
  ['terms of use without a type', (c) => put(c, ['termsOfUse'], { id: 'https://a.example/' }), 'termsOfUse'],
  ['evidence without a type', (c) => put(c, ['evidence', 0, 'type'], undefined), 'evidence'],
  ['a related resource without a digest', (c) => put(c, ['relatedResource'], { id: 'https://a.example/a' }), 'relatedResource'],
  [
    'a related resource twice',
    (c) =>
      put(
        c,
        ['relatedResource'],
        [
          { id: 'https://a.example/a', digestSRI: 'sha256-AAAA' },
          { id: 'https://a.example/a', digestSRI: 'sha256-BBBB' },
        ],
      ),
    'relatedResource',
  ],
  ['a proof of text', (c) => put(c, ['proof'], 'proof'), 'proof'],
  ['a proof without a key', (c) => put(c, ['proof', 0, 'verificationMethod'], undefined), 'proof.malformed'],
  ['a proof of a time that is none', (c) => put(c, ['proof', 0, 'created'], 'yesterday'), 'proof.malformed'],
  ['a proof that is over', (c) => put(c, ['proof', 0, 'expires'], '2026-11-25T10:00:00Z'), 'proof.expired'],
  [
    'a hundred proofs',
    (c) =>
      put(
        c,
        ['proof'],
        Array.from({ length: 100 }, () => ({ type: 'DataIntegrityProof' })),
      ),
    'proof.too-many',
  ],
  ['a control character', (c) => put(c, ['name'], 'Leader\u0007'), 'text.forbidden-character'],
  ['half a character', (c) => put(c, ['name'], 'Leader\ud800'), 'text.forbidden-character'],
  ['an endorsement of text', (c) => put(c, ['endorsement', 0], 'fine'), 'document.malformed-endorsement'],
  ['an empty endorsement', (c) => put(c, ['endorsement', 0], {}), 'binding.no-endorsement'],
  ['a graph around it', (c) => ({ '@context': c['@context'], type: c.type, '@graph': [c] }), 'document.not-compact'],
];

describe('a malformed badge', () => {
  it.each(documents)('is refused: %s', async (_, edit, reason) => {
    const { verdict, checks } = await verifyJson(edit(world.credential));

    expect(checks.flatMap((check) => [check.reason, check.facts.rule])).toContain(reason);
    expect(verdict).not.toBe('valid');
  });

  it('is answered, whatever the bytes', async () => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 300 }), async (bytes) => (await verify(bytes)).verdict !== 'valid'),
      { numRuns: 200 },
    );
    await assert(
      asyncProperty(json(), async (made) => (await verify(utf8(made))).verdict !== 'valid'),
      { numRuns: 200 },
    );
  });

  it('is answered, whatever stands in a field', async () => {
    const fields = [
      '@context',
      'id',
      'type',
      'name',
      'issuer',
      'validFrom',
      'credentialSubject',
      'evidence',
      'credentialStatus',
      'endorsement',
      'proof',
      'termsOfUse',
    ];
    const values = jsonValue({ maxDepth: 3 }).map((made): Json => parseJson(JSON.stringify(made).replaceAll('"__proto__"', '"proto"')));

    await assert(
      asyncProperty(nat({ max: fields.length - 1 }), values, async (index, value) => {
        const field = fields[index] ?? '';
        // A name in no language is signed differently; an equal value would be the badge itself.
        return (await verifyJson({ ...world.credential, [field]: value })).verdict !== 'valid';
      }),
      { numRuns: 60 },
    );
  });

  it('is answered, whatever its objects hold', async () => {
    const objects = dictionary(string(), jsonValue({ maxDepth: 2 })).map((made): Json =>
      parseJson(JSON.stringify(made).replaceAll('"__proto__"', '"proto"')),
    );

    await assert(
      asyncProperty(
        objects,
        async (made) =>
          isObject(made) && (await verifyJson({ ...world.credential, credentialSubject: made, issuer: made })).verdict !== 'valid',
      ),
      { numRuns: 60 },
    );
  });
});
