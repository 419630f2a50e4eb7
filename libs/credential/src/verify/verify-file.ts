import { readBadge, type ReadBadge } from '../baking/read-badge.ts';
import { isZip, openBundle } from '../bundle.ts';
import type { JsonObject } from '../json.ts';
import { answerOf, type Check, type Resolver } from './check.ts';
import { concluded, verifyCredential, type Verification, type VerifyOptions } from './verify.ts';

export interface FileVerification extends Verification {
  readonly carrier?: ReadBadge['carrier'] | 'bundle';
  /** What was read, for showing; nothing in it is proved but by the checks. */
  readonly credential?: JsonObject;
}

export interface FileOptions extends VerifyOptions {
  /**
   * Whether keys and status lists that lie in a bundle may decide where the resolver has no answer. Whoever made the bundle may have
   * made them too, so that without this the checks that rest on them say so and stay open.
   */
  readonly trustsBundle?: boolean;
}

/** Verifies whatever somebody drops: JSON-LD, baked PNG or SVG, PDF, offline bundle. Bytes that are no badge are an answer too. */
export const verifyFile = async (bytes: Uint8Array, options: FileOptions): Promise<FileVerification> => {
  try {
    if (isZip(bytes)) return await verifyBundle(bytes, options);
    const { carrier, credential } = readBadge(bytes);
    return { carrier, credential, ...(await verifyCredential(credential, options)) };
  } catch (error) {
    return concluded([{ code: 'document', ...answerOf(error) }]);
  }
};

const verifyBundle = async (bytes: Uint8Array, options: FileOptions): Promise<FileVerification> => {
  const { credential, resolver: inside } = openBundle(bytes);
  const fromBundle = new Set<string>();
  const resolver: Resolver = {
    controller: async (id) => (await options.resolver.controller(id)) ?? noted(fromBundle, id, await inside.controller(id)),
    statusList: async (url) => (await options.resolver.statusList(url)) ?? noted(fromBundle, url, await inside.statusList(url)),
  };
  const { checks } = await verifyCredential(credential, { ...options, resolver });
  const marked = checks.map((check) => withOrigin(check, fromBundle, options.trustsBundle ?? false));
  return { carrier: 'bundle', credential, ...concluded(marked) };
};

const noted = (names: Set<string>, name: string, document: JsonObject | undefined): JsonObject | undefined => {
  if (document) names.add(name);
  return document;
};

const withOrigin = (check: Check, fromBundle: ReadonlySet<string>, isTrusted: boolean): Check => {
  const restsOnBundle = [check.facts.controller, check.facts.list].some((name) => typeof name === 'string' && fromBundle.has(name));
  if (!restsOnBundle) return check;
  const facts = { ...check.facts, fromBundle: true };
  return check.outcome === 'holds' && !isTrusted
    ? { ...check, facts, outcome: 'could-not-be-checked', reason: 'bundle.own-word' }
    : { ...check, facts };
};
