import { CredentialError } from '../credential-error.ts';

const namespace = 'https://purl.imsglobal.org/ob/v3p0';

/** Puts a credential into an SVG as the first thing in it (Open Badges 3.0, §5.3.2), in place of one that is there. */
export const bakeSvg = (image: string, credential: string): string => {
  const clean = without(image);
  const root = rootOf(clean);
  const attribute = new RegExp(`\\sxmlns:openbadges\\s*=\\s*["']${namespace}["']`).test(root.tag) ? '' : ` xmlns:openbadges="${namespace}"`;
  const opening = root.isEmpty ? `${root.tag.slice(0, -2)}${attribute}>` : `${root.tag.slice(0, -1)}${attribute}>`;
  // CDATA ends at the first "]]>", so that one inside is split over two.
  const body = `<openbadges:credential><![CDATA[${credential.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`;
  return `${clean.slice(0, root.at)}${opening}${body}${root.isEmpty ? '</svg>' : ''}${clean.slice(root.at + root.tag.length)}`;
};

/** @throws CredentialError `svg.malformed`, `badge.none`, `badge.several`, `document.jwt` */
export const readSvg = (image: string): string => {
  rootOf(image);
  const found = elementsIn(image);
  if (found.length > 1) throw new CredentialError('badge.several', { count: found.length });
  const [only] = found;
  if (!only) throw new CredentialError('badge.none');
  const content = contentOf(only.content).trim();
  if (content === '' && /\sverify\s*=/.test(only.tag)) throw new CredentialError('document.jwt');
  return content;
};

interface Element {
  readonly at: number;
  readonly whole: string;
  readonly tag: string;
  readonly content: string;
}

/** The elements in the namespace of Open Badges 3.0, whatever their prefix. Only in comments they do not count. */
const elementsIn = (image: string): readonly Element[] => {
  const prefixes = [...image.matchAll(/\sxmlns:([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].filter(
    (match) => (match[2] ?? match[3]) === namespace,
  );
  const names = new Set(prefixes.map(([, prefix = '']) => prefix));
  const elements: Element[] = [];
  for (const token of tokensIn(image)) {
    const name = /^<([\w.-]+):credential[\s/>]/.exec(token.text)?.[1];
    if (name === undefined || !names.has(name)) continue;
    if (token.text.endsWith('/>')) elements.push({ at: token.at, whole: token.text, tag: token.text, content: '' });
    else elements.push(elementAt(image, token, `</${name}:credential>`));
    // Two are one too many; more would only take time.
    if (elements.length > 1) break;
  }
  return elements;
};

const elementAt = (image: string, tag: Token, closing: string): Element => {
  const begin = tag.at + tag.text.length;
  for (const token of tokensIn(image, begin))
    if (token.text.replaceAll(/\s+>$/g, '>') === closing)
      return { at: tag.at, whole: image.slice(tag.at, token.at + token.text.length), tag: tag.text, content: image.slice(begin, token.at) };
  throw new CredentialError('svg.malformed');
};

interface Token {
  readonly at: number;
  readonly text: string;
}

/** Comments, CDATA sections, instructions and tags, one after another; text between them is left out. */
function* tokensIn(image: string, from = 0): Generator<Token> {
  for (let at = image.indexOf('<', from); at !== -1; at = image.indexOf('<', at)) {
    const end = endOf(image, at);
    yield { at, text: image.slice(at, end) };
    at = end;
  }
}

const fences: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

const endOf = (image: string, at: number): number => {
  const fence = fences.find(([opening]) => image.startsWith(opening, at));
  const end = fence ? image.indexOf(fence[1], at + fence[0].length) : endOfTag(image, at);
  if (end === -1) throw new CredentialError('svg.malformed');
  return end + (fence ? fence[1].length : 1);
};

/** The `>` that is neither in quotes nor in the brackets of a document type. */
const endOfTag = (image: string, at: number): number => {
  let quote = '';
  let brackets = 0;
  for (let place = at + 1; place < image.length; place++) {
    const letter = image.charAt(place);
    if (quote !== '') quote = letter === quote ? '' : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === '[') brackets++;
    else if (letter === ']') brackets--;
    else if (letter === '>' && brackets <= 0) return place;
  }
  return -1;
};

const rootOf = (image: string): { readonly at: number; readonly tag: string; readonly isEmpty: boolean } => {
  for (const { at, text } of tokensIn(image)) {
    if (/^<[!?]/.test(text)) continue;
    if (!/^<svg[\s/>]/.test(text)) break;
    return { at, tag: text, isEmpty: text.endsWith('/>') };
  }
  throw new CredentialError('svg.malformed');
};

const without = (image: string): string =>
  elementsIn(image).reduceRight((text, { at, whole }) => text.slice(0, at) + text.slice(at + whole.length), image);

/** CDATA as it stands, text with its five entities and numbers put back. */
const contentOf = (content: string): string =>
  content
    .split(/(<!\[CDATA\[[\s\S]*?\]\]>)/)
    .map((part) => (part.startsWith('<![CDATA[') ? part.slice(9, -3) : unescaped(part)))
    .join('');

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replaceAll(/&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    return entities[name ?? ''] ?? whole;
  });
