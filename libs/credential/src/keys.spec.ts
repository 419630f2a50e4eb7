import { createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase58, fromBase64Url, toBase58, toBase64Url, utf8 } from './bytes.ts';
import { controllerDocument, didKeyDocument, didKeyOf, didWebOf, didWebUrl } from './did.ts';
import { byJavaScript, verifyEd25519 } from './ed25519.ts';
import { makeKey, signerFrom, unwrapKey, wrapKey } from './keys.ts';
import { publicKeyFrom } from './multibase.ts';

const wrappingKey = crypto.getRandomValues(new Uint8Array(32));

describe('a key', () => {
  it('signs what other software verifies', async () => {
    const { privateKey, publicKeyMultibase } = await makeKey();
    const signature = await (await signerFrom('did:example:a#b', privateKey)).sign({ data: utf8('words') });
    const publicKey = createPublicKey(createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' }));

    expect(verify(null, utf8('words'), publicKey, signature)).toBe(true);
    expect(publicKeyMultibase).toMatch(/^z6Mk/);
    expect(Buffer.from(publicKeyFrom(publicKeyMultibase) ?? []).toString('base64url')).toBe(publicKey.export({ format: 'jwk' }).x);
  });

  it('is wrapped and unwrapped', async () => {
    const { privateKey } = await makeKey();

    expect(await unwrapKey(await wrapKey(privateKey, 'did:web:a#1', wrappingKey), 'did:web:a#1', wrappingKey)).toEqual(privateKey);
  });

  it('is not unwrapped under another id, with another wrapping key, or altered', async () => {
    const { privateKey } = await makeKey();
    const wrapped = await wrapKey(privateKey, 'did:web:a#1', wrappingKey);
    const refused = { code: 'key.not-unwrapped' };

    await expect(unwrapKey(wrapped, 'did:web:a#2', wrappingKey)).rejects.toMatchObject(refused);
    await expect(unwrapKey(wrapped, 'did:web:a#1', new Uint8Array(32))).rejects.toMatchObject(refused);
    await expect(unwrapKey(`${wrapped.slice(0, -8)}AAAA${wrapped.slice(-4)}`, 'did:web:a#1', wrappingKey)).rejects.toMatchObject(refused);
    await expect(unwrapKey('plain', 'did:web:a#1', wrappingKey)).rejects.toMatchObject(refused);
  });

  it('verifies alike in JavaScript and in WebCrypto', async () => {
    const { privateKey, publicKeyMultibase } = await makeKey();
    const publicKey = publicKeyFrom(publicKeyMultibase) ?? new Uint8Array();
    const signature = new Uint8Array(await (await signerFrom('a#b', privateKey)).sign({ data: utf8('words') }));
    for (const [text, isRight] of [
      ['words', true],
      ['other words', false],
    ] as const) {
      expect(await verifyEd25519(publicKey, utf8(text), signature)).toBe(isRight);
      expect(byJavaScript(publicKey, utf8(text), signature)).toBe(isRight);
    }
  });

  it('that is no point of the curve verifies nothing', async () => {
    const nonsense = new Uint8Array(32).fill(255);

    expect(await verifyEd25519(nonsense, utf8('words'), new Uint8Array(64))).toBe(false);
    expect(byJavaScript(nonsense, utf8('words'), new Uint8Array(64))).toBe(false);
  });
});

describe('multibase', () => {
  it('gives back every bytes', () => {
    assert(
      property(uint8Array({ maxLength: 80 }), (bytes) => {
        expect([...(fromBase58(toBase58(bytes)) ?? [])]).toEqual([...bytes]);
        expect([...(fromBase64Url(toBase64Url(bytes)) ?? [])]).toEqual([...bytes]);
      }),
    );
  });

  it.each(['', 'z', 'z6Mk0OIl', 'u6MkrJVn', `z${'1'.repeat(500)}`])('refuses %s as a key', (text) => {
    expect(publicKeyFrom(text)).toBeUndefined();
  });
});

describe('controllers', () => {
  it('list every key of a rotation, each under itself', () => {
    expect(controllerDocument('did:web:a.example', ['z6MkA', 'z6MkB'])).toMatchObject({
      id: 'did:web:a.example',
      assertionMethod: ['did:web:a.example#z6MkA', 'did:web:a.example#z6MkB'],
      verificationMethod: [{ controller: 'did:web:a.example', publicKeyMultibase: 'z6MkA' }, { publicKeyMultibase: 'z6MkB' }],
    });
  });

  it('under did:key carry their document in their name', async () => {
    const { publicKeyMultibase } = await makeKey();

    expect(didKeyDocument(didKeyOf(publicKeyMultibase))).toMatchObject({
      assertionMethod: [`did:key:${publicKeyMultibase}#${publicKeyMultibase}`],
    });
    expect(didKeyDocument('did:key:zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76')).toBeUndefined();
  });

  it.each([
    [didWebOf('landbridge.example'), 'https://landbridge.example/.well-known/did.json'],
    [didWebOf('landbridge.example:8443', 'api', 'signatories', '7'), 'https://landbridge.example:8443/api/signatories/7/did.json'],
  ])('%s lies at %s', (did, url) => {
    expect(didWebUrl(did)).toBe(url);
  });

  it.each([
    'did:web:',
    'did:web:a.example:..:x',
    'did:web:a.example:%2e%2e',
    'did:web:a.example:a%2Fb',
    'did:web:user%40host',
    'did:web:a.example/x',
    'did:key:z6Mk',
    'did:web:a.example:%zz',
    'did:web:a.example::b',
  ])('%s lies nowhere', (did) => {
    expect(() => didWebUrl(did)).toThrow('controller.not-did-web');
  });
});
