import { zlibSync } from 'fflate';
import { assert, property, string } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { concat, fromUtf8, utf8 } from '../bytes.ts';
import { makeWorld, now, type World } from '../testing/world.ts';
import { pngImage, svgImage } from '../testing/images.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { bakePng, readPng } from './png.ts';
import { readBadge } from './read-badge.ts';
import { bakeSvg, readSvg } from './svg.ts';

let world: World;
let json = '';

beforeAll(async () => {
  world = await makeWorld();
  json = JSON.stringify(world.credential, null, 2);
});

/** A PDF with attachments, as writers make them; only what a reader of attachments looks at. */
const pdfWith = (...files: readonly { readonly content: string; readonly isPacked: boolean }[]): Uint8Array => {
  const objects = files.map(({ content, isPacked }, index) => {
    const body = isPacked ? zlibSync(utf8(content)) : utf8(content);
    const filter = isPacked ? ' /Filter /FlateDecode' : '';
    return concat(
      utf8(`${index + 5} 0 obj\n<< /Type /EmbeddedFile /Subtype /application#2Fld+json /Length ${body.length}${filter} >>\nstream\n`),
      body,
      utf8('\nendstream\nendobj\n'),
    );
  });
  return concat(
    utf8('%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n'),
    ...objects,
    utf8('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  );
};

describe('a baked PNG', () => {
  it('gives back every text that was baked, byte for byte', () => {
    assert(
      property(
        string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text })),
        (text) => {
          expect(readPng(bakePng(pngImage, text))).toBe(text);
        },
      ),
    );
  });

  it('holds one credential, the last one baked', () => {
    expect(readPng(bakePng(bakePng(pngImage, '{"first":1}'), '{"second":2}'))).toBe('{"second":2}');
  });

  it('keeps every other chunk, and gives the picture back when baked with nothing else', () => {
    expect(bakePng(bakePng(pngImage, 'a'), 'bb')).toEqual(bakePng(pngImage, 'bb'));
  });

  it('verifies', async () => {
    const verification = await verifyFile(bakePng(pngImage, json), { resolver: world.resolver, now });

    expect(verification).toMatchObject({ carrier: 'png', verdict: 'valid' });
  });

  it('is refused when one byte of the chunk was changed', () => {
    const baked = bakePng(pngImage, json);
    baked[120] = (baked[120] ?? 0) ^ 1;

    expect(() => readPng(baked)).toThrow('png.malformed');
  });
});

describe('a baked SVG', () => {
  it('gives back every text that was baked', () => {
    assert(
      property(
        string({ unit: 'grapheme' }).map((text) => JSON.stringify({ text: `${text}]]>` })),
        (text) => {
          expect(readSvg(bakeSvg(svgImage, text))).toBe(text);
        },
      ),
    );
  });

  it('holds one credential, the last one baked, as its first element', () => {
    const baked = bakeSvg(bakeSvg(svgImage, '{"first":1}'), '{"second":2}');

    expect(readSvg(baked)).toBe('{"second":2}');
    expect(baked).toMatch(/<svg .* xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"><openbadges:credential><!\[CDATA\[/);
    expect(baked.match(/xmlns:openbadges/g)).toHaveLength(1);
  });

  it('is read whatever the prefix, and with escaped text', () => {
    expect(
      readSvg(
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="https://purl.imsglobal.org/ob/v3p0"><o:credential>{&quot;a&quot;:&#49;}</o:credential></svg>',
      ),
    ).toBe('{"a":1}');
  });

  it('is not read out of a comment or of another namespace', () => {
    const hidden =
      '<svg xmlns:openbadges="https://elsewhere.example"><!-- <openbadges:credential>{}</openbadges:credential> --><openbadges:credential>{}</openbadges:credential></svg>';

    expect(() => readSvg(hidden)).toThrow('badge.none');
  });

  it('verifies, also where the picture is one empty element', async () => {
    for (const image of [svgImage, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'])
      expect(await verifyFile(utf8(bakeSvg(image, json)), { resolver: world.resolver, now })).toMatchObject({
        carrier: 'svg',
        verdict: 'valid',
      });
  });
});

describe('a PDF', () => {
  it.each([true, false])('gives its attached credential (packed: %s), among other attachments', async (isPacked) => {
    const file = pdfWith({ content: 'a note, not a badge', isPacked }, { content: json, isPacked });

    expect(await verifyFile(file, { resolver: world.resolver, now })).toMatchObject({ carrier: 'pdf', verdict: 'valid' });
  });

  it('is refused with two different credentials', () => {
    const other = JSON.stringify({ ...world.credential, name: 'Another' });

    expect(() => readBadge(pdfWith({ content: json, isPacked: true }, { content: other, isPacked: true }))).toThrow('badge.several');
  });
});

it('reads JSON-LD, bare or in a presentation', () => {
  const presentation = {
    '@context': world.credential['@context'] ?? [],
    type: ['VerifiablePresentation'],
    verifiableCredential: [world.credential],
  };

  expect(readBadge(utf8(json)).credential).toEqual(world.credential);
  expect(readBadge(utf8(JSON.stringify(presentation))).credential).toEqual(world.credential);
  expect(fromUtf8(utf8(json))).toBe(json);
});
