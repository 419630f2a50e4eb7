import hljs from 'highlight.js/lib/common';
import MarkdownIt, { type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/** Grows when the same Markdown would give other HTML. */
export const rendererVersion = 1;

const uuidPattern = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const personLink = new RegExp(`^person:(${uuidPattern})$`);
const messageLink = new RegExp(`^message:(${uuidPattern})$`);
const excerptLength = 140;

/** Words taken over from another message, as they stand in a blockquote headed `[Name](message:ID)`. */
export interface Quote {
  readonly sourceId: string;
  readonly words: string;
}

export interface Rendered {
  /** Sanitised. Mentions and quote headers are empty links that hold ids: names are filled in when it is shown. */
  readonly html: string;
  /** First line as plain text. */
  readonly excerpt: string;
  readonly mentionIds: readonly string[];
  readonly quotes: readonly Quote[];
  /** Every message that is linked or quoted. */
  readonly messageIds: readonly string[];
  /** Everything the author says in their own words, as plain text: what others may quote. */
  readonly ownWords: string;
}

const markdown = new MarkdownIt({
  html: false,
  linkify: true,
  breaks: true,
  highlight: (code, language) => (hljs.getLanguage(language) ? hljs.highlight(code, { language, ignoreIllegals: true }).value : ''),
}).disable('image');

markdown.linkify.set({ fuzzyEmail: false });
markdown.core.ruler.push('landbridge', ({ tokens }) => {
  markQuotes(tokens);
  for (const token of tokens) if (token.children) token.children = linkInside(token.children);
  markTasks(tokens);
  shiftHeadings(tokens);
});

markdown.renderer.rules['mention'] = (tokens, index) => `<a class="mention" data-person="${tokens[index]?.content ?? ''}"></a>`;
markdown.renderer.rules['quote_header'] = (tokens, index) => `<a class="quote-source" data-message="${tokens[index]?.content ?? ''}"></a>`;
markdown.renderer.rules['task_box'] = (tokens, index) => {
  const sign = tokens[index]?.content ?? '';
  return `<span class="task-box${sign === '☑' ? ' done' : ''}">${sign}</span>`;
};
markdown.renderer.rules['table_open'] = () => '<div class="table-scroll" tabindex="0"><table>';
markdown.renderer.rules['table_close'] = () => '</table></div>';
markdown.renderer.rules['fence'] = (tokens, index, options) => {
  const token = tokens[index];
  const [language = ''] = (token?.info ?? '').trim().split(/\s+/);
  const code = options.highlight?.(token?.content ?? '', language, '') || markdown.utils.escapeHtml(token?.content ?? '');
  return `<pre tabindex="0"><code class="hljs">${code}</code></pre>\n`;
};

/** Renders and sanitises the Markdown of a message. Safe to store and to show to anybody who may read the message. */
export const renderMarkdown = (text: string): Rendered => {
  const environment = {};
  const tokens = markdown.parse(text, environment);
  const inline = tokens.flatMap((token) => token.children ?? []);
  const ownWords = plainText(outsideQuotes(tokens));
  return {
    html: sanitizeHtml(markdown.renderer.render(tokens, markdown.options, environment), allowed),
    excerpt: firstLine(ownWords || plainText(tokens)),
    mentionIds: unique(inline.filter((token) => token.type === 'mention').map((token) => token.content)),
    quotes: quotesIn(tokens),
    messageIds: unique(inline.map((token) => String(token.meta?.messageId ?? '')).filter(Boolean)),
    ownWords,
  };
};

/** The HTML with the author of each quoted message in its header, by id. */
export const withAuthors = (html: string, authors: ReadonlyMap<string, string>): string =>
  html.replaceAll(/(<a class="quote-source" data-message="([^"]+)")/g, (header: string, _: string, messageId: string) => {
    const author = authors.get(messageId);
    return author ? `${header} data-person="${author}"` : header;
  });

/** Whether these words stand in that text, however lines are broken. */
export const containsWords = (text: string, words: string): boolean => flatten(text).includes(flatten(words));

/** The Markdown with every quote of `sourceId` reduced to its header: the words go, the place stays. */
export const blankQuotes = (text: string, sourceId: string): string => {
  const lines = text.split('\n');
  const ranges = markdown
    .parse(text, {})
    .filter((token) => token.type === 'blockquote_open' && token.meta?.sourceId === sourceId)
    .flatMap((token) => (token.map ? [token.map] : []));
  // A quote inside one that goes is gone with it; from the end, so that the lines before stay where they are.
  const outermost = ranges.filter(([start], index) => !ranges.slice(0, index).some(([, end]) => start < end));
  for (const [start, end] of outermost.toReversed()) {
    const header = /^(.*?\[[^\]]*\]\(message:[^)]*\))/.exec(lines[start] ?? '')?.[1];
    lines.splice(start, end - start, header ?? '>');
  }
  return lines.join('\n');
};

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
const flatten = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const firstLine = (text: string): string => {
  const [line = ''] = text.trim().split('\n');
  return line.length > excerptLength ? `${line.slice(0, excerptLength - 1).trimEnd()}…` : line;
};

/** `[@Name](person:ID)` and `[Name](message:ID)` become tokens of their own; the written name is not believed. */
const linkInside = (tokens: readonly Token[]): Token[] => {
  const result: Token[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const href = token.type === 'link_open' ? String(token.attrGet('href') ?? '') : '';
    const personId = personLink.exec(href)?.[1];
    const sourceId = token.meta?.isQuoteHeader ? messageLink.exec(href)?.[1] : undefined;
    if (personId === undefined && sourceId === undefined) {
      result.push(ownLink(token, href));
      continue;
    }
    result.push(replacement(token, personId ? 'mention' : 'quote_header', personId ?? sourceId ?? ''));
    while (index < tokens.length && tokens[index]?.type !== 'link_close') index++;
  }
  return result;
};

const replacement = (token: Token, type: 'mention' | 'quote_header', id: string): Token =>
  Object.assign(token, { type, tag: '', nesting: 0, content: id, attrs: null, meta: type === 'mention' ? null : { messageId: id } });

const ownLink = (token: Token, href: string): Token => {
  const messageId = messageLink.exec(href)?.[1];
  if (messageId === undefined) return token;
  token.attrSet('href', `/messages/${messageId}`);
  token.meta = { messageId };
  return token;
};

/** A blockquote whose first words are a link to a message is a quote of it. */
const markQuotes = (tokens: readonly Token[]): void => {
  tokens.forEach((token, index) => {
    if (token.type !== 'blockquote_open' || tokens[index + 1]?.type !== 'paragraph_open') return;
    const header = tokens[index + 2]?.children?.[0];
    const sourceId = header?.type === 'link_open' ? messageLink.exec(String(header.attrGet('href') ?? ''))?.[1] : undefined;
    if (!header || sourceId === undefined) return;
    header.meta = { isQuoteHeader: true };
    token.meta = { sourceId };
    token.attrSet('class', 'quote');
    token.attrSet('data-message', sourceId);
  });
};

const markTasks = (tokens: readonly Token[]): void => {
  tokens.forEach((token, index) => {
    const first = token.type === 'list_item_open' ? tokens[index + 2]?.children?.[0] : undefined;
    const box = first?.type === 'text' ? /^\[([ xX])\]\s+/.exec(first.content) : null;
    if (!first || !box) return;
    token.attrSet('class', 'task');
    first.content = first.content.slice(box[0].length);
    const boxToken = Object.assign(Object.create(Object.getPrototypeOf(first)), first, {
      type: 'task_box',
      content: box[1] === ' ' ? '☐' : '☑',
    });
    tokens[index + 2]?.children?.unshift(boxToken);
  });
};

/** The page has its own first and second level. */
const shiftHeadings = (tokens: readonly Token[]): void => {
  for (const token of tokens) {
    if (token.type === 'heading_open' || token.type === 'heading_close') token.tag = `h${Math.min(6, Number(token.tag.slice(1)) + 2)}`;
  }
};

/** The tokens that stand in no blockquote. */
const outsideQuotes = (tokens: readonly Token[]): Token[] => {
  let depth = 0;
  return tokens.filter((token) => {
    if (token.type === 'blockquote_open') depth += 1;
    if (token.type === 'blockquote_close') depth -= 1;
    return depth === 0;
  });
};

const plainText = (tokens: readonly Token[]): string =>
  tokens
    .flatMap((token) => {
      if (token.type === 'fence' || token.type === 'code_block') return [token.content];
      return token.type === 'inline' ? [(token.children ?? []).map(plainInline).join('')] : [];
    })
    .join('\n');

const plainInline = (token: Token): string => {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return '\n';
  return token.type === 'text' || token.type === 'code_inline' ? token.content : '';
};

const quotesIn = (tokens: readonly Token[]): Quote[] =>
  tokens.flatMap((token, start) => {
    const sourceId = token.type === 'blockquote_open' ? token.meta?.sourceId : undefined;
    if (typeof sourceId !== 'string') return [];
    const end = tokens.findIndex((other, index) => index > start && other.type === 'blockquote_close' && other.level === token.level);
    const inside = tokens.slice(start + 1, end);
    // Quotes inside the quote have a source of their own.
    return [{ sourceId, words: plainText(outsideQuotes(inside)) }];
  });

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'hr',
    'strong',
    'em',
    's',
    'code',
    'pre',
    'span',
    'blockquote',
    'ul',
    'ol',
    'li',
    'a',
    'div',
    'h3',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'class', 'data-person', 'data-message', 'rel', 'target'],
    blockquote: ['class', 'data-message'],
    code: ['class'],
    span: ['class'],
    li: ['class'],
    ol: ['start'],
    pre: ['tabindex'],
    div: ['class', 'tabindex'],
    th: ['class'],
    td: ['class'],
  },
  allowedClasses: {
    a: ['mention', 'quote-source'],
    blockquote: ['quote'],
    code: ['hljs'],
    span: ['task-box', 'done', 'hljs-*'],
    li: ['task'],
    div: ['table-scroll'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  transformTags: {
    a: (tagName, attributes) => ({
      tagName,
      attribs: /^https?:/.test(attributes['href'] ?? '')
        ? { ...attributes, rel: 'noopener noreferrer nofollow', target: '_blank' }
        : attributes,
    }),
  },
};
