import { attribute, childrenOf, elementNamed, hasClass, isElement, isText, textOf, type HtmlNode } from './html-nodes.ts';

/** Who and what a body names: identifiers of ours, or null when the name or the message is not known. */
export interface Names {
  person(name: string): string | null;
  personById(sourceId: string): string | null;
  message(sourceId: string): string | null;
}

export const noNames: Names = { person: () => null, personById: () => null, message: () => null };

/** Text within one block as Markdown. */
export const inline = (nodes: readonly HtmlNode[], names: Names): string => nodes.map((node) => one(node, names)).join('');

const one = (node: HtmlNode, names: Names): string => {
  if (isText(node)) return escape(textOf(node).replaceAll(/\s+/g, ' '));
  if (!isElement(node)) return '';
  const inside = () => inline(childrenOf(node), names);
  switch (node.name) {
    case 'br':
      return '\n';
    case 'code':
    case 'tt':
    case 'kbd':
      return code(textOf(node));
    case 'strong':
    case 'b':
      return around(inside(), '**');
    case 'em':
    case 'i':
      return around(inside(), '*');
    case 'del':
    case 's':
      return around(inside(), '~~');
    case 'a':
      return link(node, names);
    case 'img':
      return image(node);
    case 'span':
      return span(node, names);
    case 'script':
    case 'style':
      return '';
    default:
      return inside();
  }
};

const span = (node: HtmlNode, names: Names): string => {
  if (hasClass(node, 'mention')) return mention(node, names);
  if (hasClass(node, 'katex') || hasClass(node, 'katex-display')) {
    const source = elementNamed(node, 'annotation');
    if (source) return code(textOf(source));
  }
  if (hasClass(node, 'emoji')) return emoji(node);
  return attribute(node, 'aria-hidden') === 'true' ? '' : inline(childrenOf(node), names);
};

const mention = (node: HtmlNode, names: Names): string => {
  const text = textOf(node).trim();
  const name = text.replace(/^@/, '');
  const personId = names.person(name);
  return personId === null ? escape(text) : `[@${name.replaceAll(/[[\]\\]/g, ' ')}](person:${personId})`;
};

/** Its character, when the class tells the code points, else its name between colons. */
const emoji = (node: HtmlNode): string => {
  const points = /emoji-([0-9a-f]{2,6}(?:-[0-9a-f]{2,6})*)/.exec(attribute(node, 'class'))?.[1]?.split('-') ?? [];
  const numbers = points.map((point) => Number.parseInt(point, 16));
  if (numbers.length > 0 && numbers.every((number) => number <= 0x10ffff)) return String.fromCodePoint(...numbers);
  return escape(textOf(node));
};

const image = (node: HtmlNode): string => {
  const alt = attribute(node, 'alt').replaceAll(/\s+/g, ' ').trim();
  const source = attribute(node, 'src');
  if (/^https?:\/\/\S+$/.test(source) && !hasClass(node, 'emoji')) return `[${escape(alt || 'image')}](${target(source)})`;
  return escape(alt);
};

const link = (node: HtmlNode, names: Names): string => {
  const href = attribute(node, 'href').trim();
  const text = inline(childrenOf(node), names).replaceAll('\n', ' ').trim();
  const sourceId = /^message:(.+)$/.exec(href)?.[1];
  if (sourceId !== undefined) {
    const messageId = names.message(sourceId);
    return messageId === null ? text : `[${text || '…'}](message:${messageId})`;
  }
  if (!/^(?:https?:\/\/|mailto:)\S/.test(href)) return text;
  if (textOf(node).trim() === href && /^https?:[^\s<>]+$/.test(href)) return `<${href}>`;
  return `[${text || escape(href)}](${target(href)})`;
};

const target = (url: string): string => url.replaceAll(/\s/g, '%20').replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('<', '%3C');

const code = (text: string): string => {
  const flat = text.replaceAll(/\s*\n\s*/g, ' ');
  if (flat.trim() === '') return flat === '' ? '' : ' ';
  const longest = Math.max(0, ...[...flat.matchAll(/`+/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  const pad = /^`|`$|^\s.*\s$/.test(flat) ? ' ' : '';
  return `${ticks}${pad}${flat}${pad}${ticks}`;
};

/** Signs stand directly at the words, else they are no emphasis. */
const around = (text: string, sign: string): string => {
  const [, before = '', words = '', after = ''] = /^(\s*)([^]*?)(\s*)$/.exec(text) ?? [];
  return words === '' ? text : `${before}${sign}${words}${sign}${after}`;
};

/** Text that means itself in Markdown. */
const escape = (text: string): string =>
  text
    .replaceAll(/[\\`*[\]<~]/g, '\\$&')
    .replaceAll(/(^|[^\p{L}\p{N}])_|_(?=$|[^\p{L}\p{N}])/gu, (found) => found.replace('_', '\\_'))
    .replaceAll(/&(?=#?\w+;)/g, '\\&');

/** Lines that would begin a heading, a list, a quote or a rule, but are text. */
export const lineStart = (text: string): string =>
  text
    .replaceAll(/^(\s*)(#{1,6}(?=\s|$)|>|[+-](?=\s|$)|[-=]{2,}\s*$|\|)/gm, '$1\\$2')
    .replaceAll(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, '$1\\$2');
