import { CredentialError } from './credential-error.ts';
import type { JsonObject } from './json.ts';
import { publicKeyFrom } from './multibase.ts';

export const controllerContexts: readonly string[] = ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'];

/** The id of a verification method. Its fragment is the key itself: one common validator reads the key from there. */
export const verificationMethodId = (controller: string, publicKeyMultibase: string): string => `${controller}#${publicKeyMultibase}`;

/**
 * The document of an issuer or signatory: the keys that may sign for it.
 * A routine rotation adds a key and keeps the old ones, so that what they signed goes on verifying. After a compromise the key is
 * left out: everything that it signed fails everywhere, and is issued anew.
 */
export const controllerDocument = (controller: string, publicKeys: readonly string[]): JsonObject => {
  const methods = publicKeys.map((publicKeyMultibase) => ({
    id: verificationMethodId(controller, publicKeyMultibase),
    type: 'Multikey',
    controller,
    publicKeyMultibase,
  }));
  return {
    '@context': controllerContexts,
    id: controller,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
};

export const didKeyOf = (publicKeyMultibase: string): string => `did:key:${publicKeyMultibase}`;

/** A did:key carries its document in its name. @returns undefined when it holds no Ed25519 key */
export const didKeyDocument = (did: string): JsonObject | undefined => {
  const publicKey = did.slice('did:key:'.length);
  return did.startsWith('did:key:') && publicKeyFrom(publicKey) ? controllerDocument(did, [publicKey]) : undefined;
};

/** `did:web` of a host (with port where it is not 443) and a path. */
export const didWebOf = (host: string, ...path: readonly string[]): string =>
  ['did:web', host.replace(':', '%3A'), ...path.map(encodeURIComponent)].join(':');

/**
 * Where the document of a did:web lies (did:web method specification, §3.2): always https.
 * @throws CredentialError `controller.not-did-web`
 */
export const didWebUrl = (did: string): string => {
  const [scheme, method, host = '', ...path] = did.split(':');
  const name = host.replace(/%3A/i, ':');
  const segments = path.map((segment) => decodedSegment(segment));
  const isWhole = scheme === 'did' && method === 'web' && /^[a-z0-9.-]+(:\d{1,5})?$/i.test(name);
  if (!isWhole || segments.some((segment) => segment === undefined || /^$|^\.{1,2}$|[/\\?#]/.test(segment)))
    throw new CredentialError('controller.not-did-web', { did });
  return `https://${[name, ...(path.length > 0 ? path : ['.well-known']), 'did.json'].join('/')}`;
};

const decodedSegment = (segment: string): string | undefined => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
};
