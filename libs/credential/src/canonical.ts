// Whoever imports this library compiles it too, and needs the types of what it imports.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./vendor.d.ts" />
import { sha256 } from '@noble/hashes/sha2.js';
import jsonld, { type RemoteDocument } from 'jsonld';
import rdfCanonize from 'rdf-canonize';
import { toHex, utf8 } from './bytes.ts';
import { bundledContexts, refuseUnknownContexts } from './contexts.ts';
import { CredentialError } from './credential-error.ts';
import { isObject, objectOf, textOf, type JsonObject } from './json.ts';

/**
 * A document as canonical N-Quads: JSON-LD 1.1 in safe mode, then RDFC-1.0. Nothing is ever fetched.
 * @throws CredentialError `context.unknown`; `terms.undefined` when something in it would go unsigned or cannot be read as JSON-LD
 */
export const canonicalQuads = async (document: JsonObject, contexts: ReadonlyMap<string, object> = bundledContexts): Promise<string> => {
  refuseUnknownContexts(document, contexts);
  try {
    const dataset = await jsonld.toRDF(document, {
      documentLoader: (url) => loadFrom(contexts, url),
      base: null,
      safe: true,
      rdfDirection: 'i18n-datatype',
      produceGeneralizedRdf: false,
    });
    return await rdfCanonize.canonize(dataset, { algorithm: 'RDFC-1.0', createMessageDigest, maxWorkFactor: 1 });
  } catch (error) {
    if (error instanceof CredentialError) throw error;
    throw new CredentialError('terms.undefined', { why: error instanceof Error ? reasonIn(error) : 'unreadable' });
  }
};

/** The closed document loader. */
const loadFrom = async (contexts: ReadonlyMap<string, object>, url: string): Promise<RemoteDocument> => {
  const document = contexts.get(url);
  if (document === undefined) throw new CredentialError('context.unknown', { url });
  return { contextUrl: null, documentUrl: url, document };
};

const createMessageDigest = () => {
  const hash = sha256.create();
  return {
    update: (text: string) => {
      hash.update(utf8(text));
    },
    digest: () => toHex(hash.digest()),
  };
};

/** jsonld says what is wrong in `details.event.message`, and in its own message only that something is. */
const reasonIn = (error: Error): string => {
  const details: unknown = 'details' in error ? error.details : undefined;
  const event = isObject(details) ? objectOf(details.event) : undefined;
  return textOf(event?.message) ?? error.message;
};
