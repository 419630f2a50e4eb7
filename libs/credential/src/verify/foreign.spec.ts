import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { bundledContexts, certificateContexts, openBadgesV3 } from '../contexts.ts';
import { didKeyOf } from '../did.ts';
import type { JsonObject } from '../json.ts';
import { addProof } from '../proof.ts';
import { put } from '../testing/edit.ts';
import { at, makeParty, now, resolverFrom, type Party } from '../testing/world.ts';
import { makeKey, signerFrom } from '../keys.ts';
import { verifyCredential } from './verify.ts';

const silent = resolverFrom(new Map(), new Map());
const known = { type: 'emailAddress', value: 'jonas@elsewhere.example' };
let issuer: Party;
let badge: JsonObject;

const signed = (document: JsonObject, by = issuer): Promise<JsonObject> => addProof(document, at, by.signer);

/** Somebody under a did:key, who needs nobody to answer for them. */
const makeStranger = async (): Promise<Party> => {
  const { publicKeyMultibase, privateKey } = await makeKey();
  const id = didKeyOf(publicKeyMultibase);
  return { id, publicKey: publicKeyMultibase, signer: await signerFrom(`${id}#${publicKeyMultibase}`, privateKey) };
};

beforeAll(async () => {
  issuer = await makeStranger();
  badge = {
    '@context': certificateContexts,
    id: 'https://elsewhere.example/badges/1',
    type: ['VerifiableCredential', 'AchievementCredential'],
    issuer: { id: issuer.id, type: ['Profile'], name: 'Elsewhere' },
    validFrom: at,
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        {
          type: 'IdentityObject',
          identityType: 'emailAddress',
          hashed: true,
          salt: 'pepper',
          identityHash: `sha256$${createHash('sha256').update(`${known.value}pepper`).digest('hex')}`,
        },
      ],
      achievement: {
        id: 'https://elsewhere.example/achievements/1',
        type: ['Achievement'],
        name: 'Teamwork',
        description: 'Worked in a team.',
        criteria: { narrative: 'Be there.' },
      },
    },
  };
});

const verify = (credential: JsonObject, recipient?: typeof known) => verifyCredential(credential, { resolver: silent, now, recipient });

describe("another's badge", () => {
  it('holds, without the checks of our form', async () => {
    const { verdict, checks } = await verify(await signed(badge), known);

    expect(verdict).toBe('valid');
    expect(checks.map(({ code }) => code)).toEqual(['document', 'data-model', 'issuer-proof', 'status', 'dates', 'recipient']);
  });

  it('is told from one for somebody else by its hashed address', async () => {
    const { checks } = await verify(await signed(badge), { ...known, value: 'petra@elsewhere.example' });

    expect(checks.find(({ code }) => code === 'recipient')).toMatchObject({ outcome: 'fails', reason: 'recipient.another' });
  });

  it('holds with an endorsement of it, and fails with one of something else', async () => {
    const endorser = await makeStranger();
    const endorsement = (about: string) =>
      signed(
        {
          '@context': certificateContexts,
          id: 'https://elsewhere.example/e/1',
          type: ['VerifiableCredential', 'EndorsementCredential'],
          name: 'Well done',
          issuer: endorser.id,
          validFrom: at,
          credentialSubject: { id: about, type: ['EndorsementSubject'] },
        },
        endorser,
      );

    expect((await verify(await signed({ ...badge, endorsement: [await endorsement('https://elsewhere.example/badges/1')] }))).verdict).toBe(
      'valid',
    );
    expect(
      (await verify(await signed({ ...badge, endorsement: [await endorsement('https://elsewhere.example/badges/2')] }))).checks,
    ).toContainEqual(expect.objectContaining({ code: 'signature-binding', reason: 'binding.of-another' }));
  });

  it('stays open when it is signed or can be revoked in a way that we do not know', async () => {
    const other = put(await signed(badge), ['proof', 0, 'cryptosuite'], 'ecdsa-rdfc-2019');
    const listed = await signed({ ...badge, credentialStatus: { id: 'https://elsewhere.example/r', type: '1EdTechRevocationList' } });

    expect((await verify(other)).verdict).toBe('undetermined');
    expect((await verify(listed)).checks).toContainEqual(expect.objectContaining({ code: 'status', reason: 'status.unsupported' }));
  });

  it('fails when its issuer is not who signed', async () => {
    const stranger = await makeParty('did:web:stranger.example');

    expect((await verify(await signed(badge, stranger))).verdict).toBe('invalid');
  });
});

it('the context of Open Badges is the published one, not one with terms added by a validator', () => {
  expect(JSON.stringify(bundledContexts.get(openBadgesV3))).not.toMatch(/endorsementJwt|"jti"/);
});
