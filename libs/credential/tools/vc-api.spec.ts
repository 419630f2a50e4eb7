import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase58 } from '../src/bytes.ts';
import { didKeyOf, verificationMethodId } from '../src/did.ts';
import { makeKey, signerFrom } from '../src/keys.ts';
import { bytesToSign } from '../src/proof.ts';
import { put } from '../src/testing/edit.ts';
import { makeVcApi } from './vc-api-server.ts';
import type { Server } from 'node:http';

let server: Server;
let url = '';
let issuer = '';

beforeAll(async () => {
  ({ server, issuer } = await makeVcApi({ token: 'secret', clock: () => new Date('2026-11-25T12:00:00Z') }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${isAddress(address) ? address.port : 0}/vc-api`;
});

afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));

const isAddress = (address: AddressInfo | string | null): address is AddressInfo => typeof address === 'object' && address !== null;

const post = async (path: string, body: unknown, token = 'secret') => {
  const answer = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: answer.status, body: await answer.json() };
};

const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:somebody',
  credentialSubject: { id: 'did:example:subject' },
};

const issued = async () => (await post('/credentials/issue', { credential, options: {} })).body.verifiableCredential;

describe('the conformance server', () => {
  it('issues what it verifies', async () => {
    const { status, body } = await post('/credentials/issue', { credential, options: {} });

    expect({ status, issuer: body.verifiableCredential.issuer }).toEqual({ status: 201, issuer });
    expect(await post('/credentials/verify', { verifiableCredential: body.verifiableCredential, options: {} })).toMatchObject({
      status: 200,
      body: { verified: true },
    });
  });

  it('refuses a credential under another issuer', async () => {
    const { publicKeyMultibase } = await makeKey();

    expect(
      await post('/credentials/verify', { verifiableCredential: { ...(await issued()), issuer: didKeyOf(publicKeyMultibase) } }),
    ).toMatchObject({
      status: 400,
      body: { verified: false, errors: ['proof.other-controller'] },
    });
  });

  it('refuses a changed word, and a rule of the data model', async () => {
    const signed = await issued();

    expect(
      await post('/credentials/verify', { verifiableCredential: put(signed, ['credentialSubject', 'id'], 'did:example:me') }),
    ).toMatchObject({ status: 400, body: { errors: ['proof.altered'] } });
    expect(await post('/credentials/issue', { credential: { ...credential, issuer: 'nobody' } })).toMatchObject({ status: 400 });
    expect(await post('/credentials/issue', { credential: { ...credential, validFrom: 'today' } })).toMatchObject({ status: 400 });
    expect(await post('/credentials/issue', { credential: { ...credential, unknownTerm: 1 } })).toMatchObject({
      status: 400,
      body: { error: 'terms.undefined' },
    });
  });

  it('verifies presentations, with and without a proof', async () => {
    const { publicKeyMultibase, privateKey } = await makeKey();
    const holder = didKeyOf(publicKeyMultibase);
    const presentation = { '@context': credential['@context'], type: ['VerifiablePresentation'], verifiableCredential: [await issued()] };
    const signed = await present({ ...presentation, holder }, verificationMethodId(holder, publicKeyMultibase), privateKey);
    const options = { challenge: 'abc', domain: 'verifier.example' };

    expect(await post('/presentations/verify', { verifiablePresentation: presentation })).toMatchObject({ status: 200 });
    expect(await post('/presentations/verify', { verifiablePresentation: signed, options })).toMatchObject({ status: 200 });
    expect(await post('/presentations/verify', { verifiablePresentation: signed, options: { challenge: 'other' } })).toMatchObject({
      status: 400,
    });
    expect(await post('/presentations/verify', { verifiablePresentation: put(signed, ['holder'], issuer) })).toMatchObject({ status: 400 });
    expect(
      await post('/presentations/verify', { verifiablePresentation: put(signed, ['verifiableCredential', 0, 'proof'], undefined) }),
    ).toMatchObject({ status: 400 });
  });

  it('asks for its token, and refuses what is no request', async () => {
    expect(await post('/credentials/issue', { credential }, 'wrong')).toMatchObject({ status: 401 });
    expect(await post('/credentials/issue', 'not json')).toMatchObject({ status: 400, body: { error: 'document.not-json' } });
    expect(await post('/credentials/verify', [])).toMatchObject({ status: 400 });
    expect(await post('/elsewhere', {})).toMatchObject({ status: 404 });
    expect((await fetch(`${url}/credentials/issue`)).status).toBe(405);
  });
});

const present = async (presentation: object, methodId: string, privateKey: Uint8Array<ArrayBuffer>) => {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-11-25T11:00:00Z',
    verificationMethod: methodId,
    proofPurpose: 'authentication',
    challenge: 'abc',
    domain: 'verifier.example',
  };
  const signature = await (await signerFrom(methodId, privateKey)).sign({ data: await bytesToSign({ ...presentation }, options) });
  return { ...presentation, proof: { ...options, proofValue: `z${toBase58(signature)}` } };
};
