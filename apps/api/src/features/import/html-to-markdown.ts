import { parseDocument } from 'htmlparser2';
import { attribute, childrenOf, elementNamed, hasClass, isElement, isText, textOf, type HtmlNode } from './html-nodes.ts';
import { inline, lineStart, type Names } from './html-inline.ts';

/** HTML of another program as Markdown that renders alike: code, lists, tables, quotes with their source, mathematics as TeX in code. */
export const htmlToMarkdown = (html: string, names: Names): string =>
  blocks(childrenOf(parseDocument(html, { lowerCaseTags: true })), names).trim();

const blockTags = new Set([
  'p', 'div', 'section', 'article', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'details', 'summary', 'dl', 'dt', 'dd', 'figure', 'center',
]); // prettier-ignore
const unseen = new Set(['script', 'style', 'template', 'head', 'title', 'iframe', 'object', 'svg', 'noscript']);

const isBlock = (node: HtmlNode): boolean => isElement(node) && blockTags.has(node.name);

const blocks = (nodes: readonly HtmlNode[], names: Names): string => {
  const parts: string[] = [];
  let run: HtmlNode[] = [];
  const closeRun = () => {
    const text = lineStart(
      inline(run, names)
        .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
        .trim(),
    );
    if (text !== '') parts.push(text);
    run = [];
  };
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (!node || (isElement(node) && unseen.has(node.name))) continue;
    if (!isBlock(node)) {
      run.push(node);
      continue;
    }
    closeRun();
    const quoted = quoteAt(nodes, index, names);
    if (quoted) index = quoted.last;
    const text = quoted?.text ?? block(node, names);
    if (text.trim() !== '') parts.push(text);
  }
  closeRun();
  return parts.join('\n\n');
};

const block = (node: HtmlNode, names: Names): string => {
  if (!isElement(node)) return '';
  const children = childrenOf(node);
  switch (node.name) {
    case 'pre':
      return fence(node, '');
    case 'blockquote':
      return inQuote(blocks(children, names));
    case 'ul':
    case 'ol':
      return list(node, names);
    case 'table':
      return table(node, names);
    case 'hr':
      return '---';
    case 'div':
      return hasClass(node, 'codehilite') ? codehilite(node) : blocks(children, names);
    default:
      return /^h[1-6]$/.test(node.name) ? `${'#'.repeat(Number(node.name[1]))} ${inline(children, names).trim()}` : blocks(children, names);
  }
};

/** `@Name said:` with a link to the message, on the last line of a paragraph, and then a blockquote: a quote with its source. */
const quoteAt = (nodes: readonly HtmlNode[], index: number, names: Names): { text: string; last: number } | null => {
  const head = nodes[index];
  if (!head || !isElement(head) || head.name !== 'p') return null;
  const next = nodes.findIndex((node, place) => place > index && !isBlank(node));
  const quote = nodes[next];
  if (!quote || !isElement(quote) || quote.name !== 'blockquote') return null;
  const all = childrenOf(head);
  const lastLine = all.findLastIndex((node) => isElement(node) && node.name === 'br') + 1;
  const parts = all.slice(lastLine).filter((node) => !isBlank(node));
  const [mention, link, colon] = parts;
  if (!mention || !link || parts.length > 3 || (colon && textOf(colon).trim() !== ':')) return null;
  if (!isElement(mention) || !hasClass(mention, 'mention') || !isElement(link)) return null;
  const messageId = names.message(sourceOf(link));
  if (messageId === null) return null;
  const name = textOf(mention)
    .replace(/^@/, '')
    .replaceAll(/[[\]\\\n]/g, ' ')
    .trim();
  const text = inQuote(`[${name}](message:${messageId})\n\n${blocks(childrenOf(quote), names)}`);
  const before = blocks(all.slice(0, Math.max(0, lastLine - 1)), names);
  return { text: before === '' ? text : `${before}\n\n${text}`, last: next };
};

const isBlank = (node: HtmlNode): boolean => isText(node) && textOf(node).trim() === '';

const sourceOf = (link: HtmlNode): string => /^message:(.+)$/.exec(attribute(link, 'href'))?.[1] ?? '';

const inQuote = (text: string): string =>
  text === ''
    ? ''
    : text
        .split('\n')
        .map((line) => (line === '' ? '>' : `> ${line}`))
        .join('\n');

const codehilite = (node: HtmlNode): string => {
  const pre = elementNamed(node, 'pre');
  const language = attribute(node, 'data-code-language')
    .toLowerCase()
    .replaceAll(/[^a-z0-9+#-]/g, '');
  return fence(pre ?? node, language);
};

const fence = (node: HtmlNode, language: string): string => {
  const code = elementNamed(node, 'code');
  const named = language || (/(?:language|lang)-([\w+#-]+)/.exec(attribute(code ?? node, 'class'))?.[1] ?? '');
  const text = textOf(node)
    .replaceAll('\r', '')
    .replace(/^\n|\n+$/g, '');
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${named}\n${text}\n${ticks}`;
};

const list = (node: HtmlNode, names: Names): string => {
  const first = Number.parseInt(attribute(node, 'start'), 10);
  const isOrdered = isElement(node) && node.name === 'ol';
  return childrenOf(node)
    .filter((child) => isElement(child))
    .map((child, index) => {
      const sign = isOrdered ? `${(Number.isSafeInteger(first) && first >= 0 ? first : 1) + index}. ` : '- ';
      const text = isElement(child) && child.name === 'li' ? blocks(childrenOf(child), names) : block(child, names);
      return sign + text.replaceAll(/\n(?!\n)/g, `\n${' '.repeat(sign.length)}`).replaceAll(/ +\n/g, '\n');
    })
    .join('\n');
};

const table = (node: HtmlNode, names: Names): string => {
  const rows = rowsIn(node).map((row) =>
    childrenOf(row)
      .filter((cell) => isElement(cell))
      .map((cell) => inline(childrenOf(cell), names).replaceAll('\n', ' ').replaceAll('|', '\\|').trim()),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return '';
  const line = (cells: readonly string[]) => `| ${Array.from({ length: width }, (_, place) => cells[place] ?? '').join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
};

const rowsIn = (node: HtmlNode): HtmlNode[] =>
  childrenOf(node).flatMap((child) => (isElement(child) && child.name === 'tr' ? [child] : isElement(child) ? rowsIn(child) : []));
