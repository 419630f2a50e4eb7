import { assert, asyncProperty, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf, objectOf, objectsIn } from './json.ts';
import { buildStatement, type Statement } from './statement.ts';
import { at as valueAt } from './testing/edit.ts';
import { makeWorld, now, type WorldOptions } from './testing/world.ts';
import { signableProse, signableText } from './text-rules.ts';
import { verifyCredential } from './verify/verify.ts';

const verdictOf = async (options: WorldOptions): Promise<string> => {
  const { credential, resolver } = await makeWorld(options);
  return (await verifyCredential(credential, { resolver, now })).verdict;
};

const page = 'What had looked like a shortage of spare parts was a shortage of conversation, and he treated it as one. '.repeat(30);
const prose = [page, `- one\n- two with *stress* and \`code\`\n\n> said somebody\n\n### A smaller heading\n\n${page}`, page].join('\n\n');

describe('a certificate', () => {
  it.each<readonly [string, WorldOptions]>([
    ['one signatory', { signatories: [{ name: 'Mirjam Holt' }] }],
    [
      'nine signatories',
      {
        signatories: Array.from({ length: 9 }, (_, index) => ({
          name: `Signatory ${index + 1}`,
          title: index % 2 === 0 ? 'Engineer' : undefined,
        })),
      },
    ],
    [
      'Greek and Arabic names',
      {
        signatories: [{ name: 'Ελένη Παπαδοπούλου', title: 'Διευθύντρια' }, { name: 'ليلى بن صالح' }],
        change: { recipient: { name: 'محمد الأندلسي' }, title: 'Ηγεσία' },
      },
    ],
    ['three pages of prose', { change: { sections: [{ heading: 'All of it', prose }] } }],
    ['a recipient with an id', { change: { recipient: { id: 'did:example:jonas', name: 'Jonas Akerlund' } } }],
    ['no next phase', { change: { nextPhase: undefined } }],
    ['another language', { change: { language: 'pt-BR' } }],
    ['a version that supersedes', { change: { version: 3, supersedes: 'https://landbridge.example/certificates/OLD2' } }],
  ])('holds with %s', async (_, options) => {
    expect(await verdictOf(options)).toBe('valid');
  });

  it('holds with any words', async () => {
    const word = string({ unit: 'grapheme', minLength: 1, maxLength: 80 }).filter((text) => isSignable(text));

    await assert(
      asyncProperty(word, word, async (name, words) => {
        const change = {
          recipient: { name: 'x'.concat(name.replaceAll(/[\s\u2028\u2029]/g, ' ')) },
          sections: [{ heading: 'Words', prose: words }],
        };
        expect(await verdictOf({ signatories: [{ name: 'A' }], change })).toBe('valid');
      }),
      { numRuns: 12 },
    );
  });

  it('keeps one text in three carriers', async () => {
    const { credential } = await makeWorld();
    const subject = objectOf(credential.credentialSubject);

    expect(subject?.narrative).toMatch(/^## Starting from issues of practice\n\nJonas asked \*what is hard this week\* before/);
    expect(valueAt(subject, ['achievement', 'criteria', 'narrative'])).toBe(
      `${String(subject?.narrative)}\n\n---\n\n1. Mirjam Holt, Head of Training\n2. Aurel Brandt, Vice President Rail Services\n3. Ines Sobral\n4. Tove Lindqvist`,
    );
    expect(objectsIn(credential.evidence).map(({ name, genre }) => [name, genre])).toEqual([
      ['1. Starting from issues of practice', 'section'],
      ['2. Building bridges', 'section'],
      ['3. Keeping a community alive', 'section'],
      ['4. From theory to business sense', 'section'],
      ['5. Showing the value', 'section'],
      ['6. Next phase', 'next phase'],
    ]);
  });

  it('has one endorsement per signatory in order, without a title where there is none', async () => {
    const { credential } = await makeWorld();

    expect(objectsIn(credential.endorsement).map(({ name, issuer }) => [name, objectOf(issuer)?.description])).toEqual([
      ['Signature 1 of 4: Mirjam Holt', 'Head of Training'],
      ['Signature 2 of 4: Aurel Brandt', 'Vice President Rail Services'],
      ['Signature 3 of 4: Ines Sobral', undefined],
      ['Signature 4 of 4: Tove Lindqvist', undefined],
    ]);
    expect(new Set(objectsIn(credential.endorsement).map(({ issuer }) => idOf(issuer))).size).toBe(4);
  });

  it('has no score, level, ranking or expiry', async () => {
    const { credential } = await makeWorld();

    expect(JSON.stringify(credential)).not.toMatch(/"(result|creditsEarned|validUntil|level|rank|score)"/);
  });

  it('tells whom it is for, and whether that is whom one thinks', async () => {
    const { credential, resolver } = await makeWorld();
    const answer = async (value: string) =>
      (await verifyCredential(credential, { resolver, now, recipient: { type: 'name', value } })).checks.find(
        ({ code }) => code === 'recipient',
      );

    expect(await answer('Jonas Akerlund')).toMatchObject({ outcome: 'holds', facts: { isCompared: true } });
    expect(await answer('Jonas Ackerlund')).toMatchObject({ outcome: 'fails', reason: 'recipient.another' });
  });

  it('says which version it follows', async () => {
    const { credential, resolver } = await makeWorld({
      change: { version: 2, supersedes: 'https://landbridge.example/certificates/OLD2' },
    });
    const { checks } = await verifyCredential(credential, { resolver, now });

    expect(checks.find(({ code }) => code === 'supersession')?.facts).toEqual({
      version: 2,
      supersedes: 'https://landbridge.example/certificates/OLD2',
    });
  });
});

const isSignable = (text: string): boolean => {
  try {
    return signableProse('prose', text) !== '' && signableText('name', text) !== '';
  } catch {
    return false;
  }
};

describe('a statement', () => {
  const given = async (change: Partial<Statement>): Promise<Statement> => ({
    ...(await makeWorld({ signatories: [{ name: 'A' }] })).given,
    ...change,
  });

  it('is in normal form NFC, with newlines alone', async () => {
    const statement = buildStatement(await given({ title: 'Cafe\u0301', sections: [{ heading: 'One', prose: 'a\r\nb\rc ' }] }));

    expect(statement.name).toBe('Caf\u00e9');
    expect(valueAt(statement, ['evidence', 0, 'narrative'])).toBe('a\nb\nc');
  });

  it.each<readonly [string, Partial<Statement>]>([
    ['text.empty', { title: '  ' }],
    ['text.not-one-line', { title: 'a\nb' }],
    ['text.too-long', { title: 'a'.repeat(301) }],
    ['text.too-long', { sections: [{ heading: 'One', prose: 'a'.repeat(100_001) }] }],
    ['text.forbidden-character', { sections: [{ heading: 'One', prose: 'a\u0000b' }] }],
    ['text.forbidden-character', { recipient: { name: 'a\u009bb' } }],
    ['text.forbidden-character', { recipient: { name: 'a\udc00b' } }],
    ['text.heading', { sections: [{ heading: 'One', prose: 'words\n\n## 2. Another section\n\nwords' }] }],
    ['text.heading', { sections: [{ heading: 'One', prose: 'words\n\n---\n\n1. Another signatory' }] }],
    ['statement.sections', { sections: [] }],
    ['statement.signatories', { signatories: [] }],
    [
      'statement.same-signatory',
      {
        signatories: [
          { id: 'did:web:a', name: 'A' },
          { id: 'did:web:a', name: 'B' },
        ],
      },
    ],
    ['statement.version', { version: 0 }],
    ['statement.supersedes', { version: 2 }],
    ['statement.supersedes', { supersedes: 'https://landbridge.example/certificates/OLD2' }],
    ['statement.language', { language: 'English' }],
    ['statement.until', { nextPhase: { heading: 'Next', prose: 'On', until: 'soon' } }],
    ['statement.status-index', { status: { list: 'https://a.example/1', index: -1 } }],
  ])('is refused: %s in %j', async (code, change) => {
    const statement = await given(change);

    expect(() => buildStatement(statement)).toThrow(code);
  });
});
