import { fromUtf8 } from '../bytes.ts';
import { CredentialError } from '../credential-error.ts';
import { hasType, isObject, objectsIn, parseJson, type JsonObject } from '../json.ts';
import { isPdf, readPdf } from './pdf.ts';
import { isPng, readPng } from './png.ts';
import { readSvg } from './svg.ts';

export interface ReadBadge {
  readonly carrier: 'json' | 'png' | 'svg' | 'pdf';
  readonly credential: JsonObject;
}

/** Most bytes of a file, and of the credential in it. */
const mostFileBytes = 16_777_216;
const mostCredentialLength = 2_097_152;

/**
 * The badge in a file, told by its first bytes: JSON-LD, baked PNG or SVG, PDF with the credential attached.
 * @throws CredentialError `document.…`, `badge.none`, `badge.several`, `png.malformed`, `svg.malformed`
 */
export const readBadge = (bytes: Uint8Array): ReadBadge => {
  if (bytes.length > mostFileBytes) throw new CredentialError('document.too-large', { most: mostFileBytes });
  if (isPng(bytes)) return { carrier: 'png', credential: parseBadge(readPng(bytes)) };
  if (isPdf(bytes)) return { carrier: 'pdf', credential: parseBadge(readPdf(bytes, isBadge)) };
  const text = fromUtf8(bytes);
  if (text === undefined) throw new CredentialError('document.not-utf8');
  return text.trimStart().startsWith('<')
    ? { carrier: 'svg', credential: parseBadge(readSvg(text)) }
    : { carrier: 'json', credential: parseBadge(text) };
};

const parseBadge = (text: string): JsonObject => {
  if (text.length > mostCredentialLength) throw new CredentialError('document.too-large', { most: mostCredentialLength });
  const trimmed = text.trim();
  // Open Badges allows a compact JWS too; its keys and rules are others.
  if (/^[\w-]+\.[\w-]+\.[\w-]*$/.test(trimmed)) throw new CredentialError('document.jwt');
  const value = parseJson(trimmed);
  if (!isObject(value)) throw new CredentialError('document.no-badge');
  return wrapped(value);
};

/** Wallets hand out presentations; one with one badge is read as that badge. */
const wrapped = (value: JsonObject): JsonObject => {
  if (!hasType(value, 'VerifiablePresentation')) return value;
  const [badge, ...more] = objectsIn(value.verifiableCredential);
  if (!badge) throw new CredentialError('badge.none');
  if (more.length > 0) throw new CredentialError('badge.several', { count: more.length + 1 });
  return badge;
};

const isBadge = (text: string): boolean => {
  try {
    const value = parseJson(text);
    return isObject(value) && hasType(value, 'VerifiableCredential');
  } catch (error) {
    if (error instanceof CredentialError) return false;
    throw error;
  }
};
