import { strFromU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { sha256Of, toHex, utf8, type Bytes } from './bytes.ts';
import { bundledContexts } from './contexts.ts';
import { CredentialError } from './credential-error.ts';
import { isObject, objectsIn, parseJson, textOf, type JsonObject } from './json.ts';
import { statementJson } from './statement.ts';
import type { Resolver } from './verify/check.ts';

/** Everything that somebody needs to verify a certificate with the network cable out. */
export interface BundleContents {
  /** The credential's own bytes, as they are served. */
  readonly credential: string;
  /** Of issuer and signatories. */
  readonly controllers: readonly JsonObject[];
  /** The signed status list; its `validFrom` is the day of which it speaks. */
  readonly statusList: JsonObject;
}

export interface OpenedBundle {
  readonly credential: JsonObject;
  /** Answers from the bundle alone. What it says of keys is said by whoever made the bundle. */
  readonly resolver: Resolver;
}

// A zip, because everybody's computer opens one; fflate, because it is small, has no dependencies and reads PNG, PDF and lists too.
const mostBytes = 8_388_608;
const mostFiles = 200;
const instructions = `Drop this zip, or credential.json alone, on the verification page of any Landbridge, or give credential.json to any verifier of Open Badges 3.0.
Without a network, give the verifier the files under controllers, status and contexts for the addresses that manifest.json names; compare the sha256 there first.
`;

interface ManifestEntry {
  readonly path: string;
  /** What the file is served as; left out where it is only of this bundle. */
  readonly url?: string;
  readonly content: string;
}

/** The offline bundle, the same bytes for the same contents. JSON schemas of 1EdTech are left out: their terms are their own. */
export const makeBundle = ({ credential, controllers, statusList }: BundleContents): Bytes => {
  const parsed = objectFrom(credential);
  const entries: readonly ManifestEntry[] = [
    { path: 'credential.json', url: textOf(parsed.id), content: credential },
    { path: 'statement.json', url: `${textOf(parsed.id)}/statement.json`, content: statementJson(parsed) },
    ...controllers.map((document, index) => ({
      path: `controllers/${index + 1}.json`,
      url: textOf(document.id),
      content: JSON.stringify(document, null, 2),
    })),
    { path: 'status/list.json', url: textOf(statusList.id), content: JSON.stringify(statusList, null, 2) },
    ...contextsOf(parsed),
    { path: 'README.txt', content: instructions },
  ];
  const manifest = {
    statusListedAt: textOf(statusList.validFrom) ?? '',
    files: entries.map(({ path, url, content }) => ({ path, ...(url ? { url } : {}), sha256: toHex(sha256Of(utf8(content))) })),
  };
  const files: Zippable = Object.fromEntries(entries.map(({ path, content }) => [path, utf8(content)]));
  return new Uint8Array(zipSync({ ...files, 'manifest.json': utf8(JSON.stringify(manifest, null, 2)) }, { mtime: new Date(2020, 0, 1) }));
};

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/** @throws CredentialError `bundle.unreadable`, `bundle.altered` with the path, `document.…` */
export const openBundle = (bytes: Uint8Array): OpenedBundle => {
  const files = unzipped(bytes);
  const named = objectsIn(objectFrom(fileIn(files, 'manifest.json')).files);
  for (const { path, sha256 } of named) {
    const content = files.get(textOf(path) ?? '');
    if (!content || toHex(sha256Of(content)) !== sha256) throw new CredentialError('bundle.altered', { path: textOf(path) ?? '' });
  }
  if (!named.some(({ path }) => path === 'credential.json')) throw new CredentialError('bundle.altered', { path: 'credential.json' });
  const ids = new Map(
    named.flatMap(({ path, url }) => (typeof path === 'string' && typeof url === 'string' ? [[url, path] as const] : [])),
  );
  const answer = async (folder: string, url: string): Promise<JsonObject | undefined> => {
    const path = ids.get(url);
    return path?.startsWith(folder) ? objectFrom(fileIn(files, path)) : undefined;
  };
  return {
    credential: objectFrom(fileIn(files, 'credential.json')),
    resolver: { controller: (id) => answer('controllers/', id), statusList: (url) => answer('status/', url) },
  };
};

const contextsOf = ({ '@context': contexts }: JsonObject): readonly ManifestEntry[] =>
  [...bundledContexts]
    .filter(([url]) => Array.isArray(contexts) && contexts.includes(url))
    .map(([url, context], index) => ({ path: `contexts/${index + 1}.json`, url, content: JSON.stringify(context, null, 2) }));

const unzipped = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> => {
  let files = 0;
  let size = 0;
  try {
    const found = unzipSync(bytes, {
      filter: ({ originalSize, size: packedSize }) => {
        files += 1;
        size += Math.max(originalSize, packedSize);
        if (files > mostFiles || size > mostBytes) throw new CredentialError('document.too-large', { most: mostBytes });
        return true;
      },
    });
    return new Map(Object.entries(found));
  } catch (error) {
    throw error instanceof CredentialError ? error : new CredentialError('bundle.unreadable');
  }
};

const fileIn = (files: ReadonlyMap<string, Uint8Array>, path: string): string => {
  const content = files.get(path);
  if (!content) throw new CredentialError('bundle.unreadable', { path });
  return strFromU8(content);
};

const objectFrom = (text: string): JsonObject => {
  const value = parseJson(text);
  if (!isObject(value)) throw new CredentialError('document.no-badge');
  return value;
};
