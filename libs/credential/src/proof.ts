import { concat, sha256Of, toBase58, utf8, type Bytes } from './bytes.ts';
import { canonicalQuads } from './canonical.ts';
import { credentialsV2 } from './contexts.ts';
import { listOf, type JsonObject } from './json.ts';

/** Whoever signs. The key may be wrapped, or lie in a device: only `sign` is asked. */
export interface Signer {
  /** The verification method, as its controller's document names it. */
  readonly id: string;
  readonly algorithm: 'Ed25519';
  readonly sign: (of: { readonly data: Bytes }) => Promise<Uint8Array>;
}

export const cryptosuite = 'eddsa-rdfc-2022';
const dataIntegrityV2 = 'https://w3id.org/security/data-integrity/v2';

/**
 * The document with a proof of eddsa-rdfc-2022 (W3C Data Integrity EdDSA Cryptosuites 1.0, §3.2), in a list, as the strict Open Badges
 * schema wants it. @param created when it is signed, as XML Schema's dateTimeStamp
 */
export const addProof = async (document: JsonObject, created: string, signer: Signer): Promise<JsonObject> => {
  const options = { type: 'DataIntegrityProof', created, verificationMethod: signer.id, cryptosuite, proofPurpose: 'assertionMethod' };
  const signature = await signer.sign({ data: await bytesToSign(document, options) });
  return { ...document, proof: [{ ...options, proofValue: `z${toBase58(signature)}` }] };
};

/** What a proof signs: the hash of its options, then the hash of the document without proofs. */
export const bytesToSign = async (document: JsonObject, options: JsonObject, contexts?: ReadonlyMap<string, object>): Promise<Bytes> => {
  const { proof: _, ...unsecured } = document;
  const { proofValue: __, ...config } = options;
  const [ofOptions, ofDocument] = await Promise.all([
    canonicalQuads({ ...config, '@context': contextOfProof(document) }, contexts),
    canonicalQuads(unsecured, contexts),
  ]);
  return concat(sha256Of(utf8(ofOptions)), sha256Of(utf8(ofDocument)));
};

/** The terms of a proof are in the context of VC Data Model 2.0; elsewhere they must be named. */
const contextOfProof = (document: JsonObject): JsonObject['@context'] => {
  const own = listOf(document['@context']);
  return own.includes(credentialsV2) || own.includes(dataIntegrityV2) ? document['@context'] : [...own, dataIntegrityV2];
};
