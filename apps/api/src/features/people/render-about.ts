import MarkdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const markdown = new MarkdownIt('zero', { html: false, linkify: true, breaks: true }).enable([
  'emphasis',
  'strikethrough',
  'backticks',
  'escape',
  'link',
  'autolink',
  'linkify',
  'list',
  'blockquote',
  'newline',
]);

/** What people say of themselves, as sanitised HTML: paragraphs, emphasis, lists, quotes and links. No headings: the page has its own. */
export const renderAbout = (about: string): string =>
  sanitizeHtml(markdown.render(about), {
    allowedTags: ['p', 'br', 'strong', 'em', 's', 'code', 'ul', 'ol', 'li', 'blockquote', 'a'],
    allowedAttributes: { a: ['href', 'title', 'rel', 'target'], ol: ['start'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    transformTags: {
      a: (tagName, { href = '', ...attributes }) => ({
        tagName,
        attribs: /^https?:/.test(href)
          ? { ...attributes, href, rel: 'noopener noreferrer nofollow', target: '_blank' }
          : { ...attributes, href },
      }),
    },
  });
