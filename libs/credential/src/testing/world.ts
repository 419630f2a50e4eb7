import { controllerDocument, didWebOf, verificationMethodId } from '../did.ts';
import type { JsonObject } from '../json.ts';
import { makeKey, signerFrom } from '../keys.ts';
import type { Signer } from '../proof.ts';
import { endorse, issue } from '../sign.ts';
import { buildStatement, type Statement } from '../statement.ts';
import { emptyList, signStatusList, withSet } from '../status-list.ts';
import type { Resolver } from '../verify/check.ts';

/** A party of the tests: who it is, its keys, and its document as it is served. */
export interface Party {
  readonly id: string;
  readonly signer: Signer;
  readonly publicKey: string;
}

export const now = new Date('2026-11-25T12:00:00Z');
export const at = '2026-11-25T09:00:00Z';
export const credentialId = 'https://landbridge.example/certificates/4KQ7';
export const listUrl = 'https://landbridge.example/status/1';

export const makeParty = async (id: string): Promise<Party> => {
  const { publicKeyMultibase, privateKey } = await makeKey();
  return { id, publicKey: publicKeyMultibase, signer: await signerFrom(verificationMethodId(id, publicKeyMultibase), privateKey) };
};

export const host = 'landbridge.example';

/** A certificate with everything that a verifier needs. */
export interface World {
  readonly issuer: Party;
  readonly signatories: readonly Party[];
  readonly given: Statement;
  readonly statement: JsonObject;
  readonly credential: JsonObject;
  readonly documents: Map<string, JsonObject>;
  readonly lists: Map<string, JsonObject>;
  readonly resolver: Resolver;
}

export interface WorldOptions {
  readonly signatories?: readonly { readonly name: string; readonly title?: string }[];
  readonly change?: Partial<Statement>;
  readonly issuer?: Party;
}

const fourSignatories = [
  { name: 'Mirjam Holt', title: 'Head of Training' },
  { name: 'Aurel Brandt', title: 'Vice President Rail Services' },
  { name: 'Ines Sobral' },
  { name: 'Tove Lindqvist' },
];

export const makeWorld = async ({
  signatories: names = fourSignatories,
  change = {},
  issuer: knownIssuer,
}: WorldOptions = {}): Promise<World> => {
  const issuer = knownIssuer ?? (await makeParty(didWebOf(host)));
  const signatories = await Promise.all(names.map((_, index) => makeParty(didWebOf(host, 'api', 'signatories', String(index + 1)))));
  const given = {
    ...statementFor(issuer),
    signatories: names.map((name, index) => ({ id: signatories[index]?.id ?? '', ...name })),
    ...change,
  };
  const statement = buildStatement(given);
  const endorsements = await Promise.all(
    signatories.map(({ signer }, index) => endorse(statement, { signatories: given.signatories, position: index + 1, at, signer })),
  );
  const documents = new Map([issuer, ...signatories].map(({ id, publicKey }) => [id, controllerDocument(id, [publicKey])]));
  const list = await signStatusList({ id: listUrl, issuer: issuer.id, bits: emptyList(), now }, issuer.signer);
  const lists = new Map([[listUrl, list]]);
  const credential = await issue(statement, endorsements, { at, signer: issuer.signer });
  return { issuer, signatories, given, statement, credential, documents, lists, resolver: resolverFrom(documents, lists) };
};

export const resolverFrom = (documents: ReadonlyMap<string, JsonObject>, lists: ReadonlyMap<string, JsonObject>): Resolver => ({
  controller: async (id) => documents.get(id),
  statusList: async (url) => lists.get(url),
});

/** The list as it is after the certificate at `index` was revoked. */
export const revokedList = (issuer: Party, index: number): Promise<JsonObject> =>
  signStatusList({ id: listUrl, issuer: issuer.id, bits: withSet(emptyList(), index), now }, issuer.signer);

const statementFor = (issuer: Party): Omit<Statement, 'signatories'> => ({
  id: credentialId,
  title: 'Social learning leadership',
  summary: 'A year of letting learning start from issues of practice.',
  language: 'en',
  validFrom: at,
  issuer: { id: issuer.id, name: 'Nordvik Mobility' },
  recipient: { name: 'Jonas Akerlund' },
  programmeId: 'https://landbridge.example/programmes/leadership',
  version: 1,
  sections: [
    {
      heading: 'Starting from issues of practice',
      prose: 'Jonas asked *what is hard this week* before he planned anything.\n\nTwo sessions were cancelled for it.',
    },
    { heading: 'Building bridges', prose: 'When the depot in Aarhus fell silent, he went there and listened.' },
    { heading: 'Keeping a community alive', prose: 'After Petra left, the community met in her absence, and then without her.' },
    { heading: 'From theory to business sense', prose: 'He turned a paper on situated learning into a rule for handing over a shift.' },
    { heading: 'Showing the value', prose: 'He told the story of one saved night, with its figure and with those who paid for it.' },
  ],
  nextPhase: { heading: 'Next phase', prose: 'Hand the community over to two conveners.', until: '2027-06-30' },
  status: { list: listUrl, index: 94_567 },
});
