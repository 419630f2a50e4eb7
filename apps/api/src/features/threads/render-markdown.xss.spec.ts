import { Parser } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const id = '0198f4b2-0000-7000-8000-000000000001';

/** What has broken renderers before: raw HTML, handlers, addresses in disguise, mutation, and abuse of our own links. */
const corpus: readonly string[] = [
  '<script>alert(1)</script>',
  '<SCRIPT SRC=//evil.example/x.js></SCRIPT>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<img src=x onerror=alert(1)>',
  '<img src="javascript:alert(1)">',
  '<img/src=x/onerror=alert(1)//',
  '<svg onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<svg><style><img src=x onerror=alert(1)></style></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=alert(1) src>">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
  '<xmp><p title="</xmp><svg/onload=alert(1)>"></xmp>',
  '<template><script>alert(1)</script></template>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="data:image/svg+xml;base64,PHN2Zz4=">',
  '<base href="https://evil.example/">',
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
  '<style>@import "//evil.example/x.css";</style>',
  '<body onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<video><source onerror=alert(1)></video>',
  '<input autofocus onfocus=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href=x style="position:fixed;inset:0">x</a>',
  '<div id="root" class="mention">x</div>',
  '<!--<img src="--><img src=x onerror=alert(1)>">',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><x/>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1))',
  '[x](&#x6A;avascript:alert(1))',
  '[x](javascript&colon;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](\u00a0javascript:alert(1))',
  '[x](<javascript:alert(1)>)',
  '[x](javascript%3Aalert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](data:image/png;base64,AAAA)',
  '[x](file:///etc/passwd)',
  '[x](blob:https://evil.example/1)',
  '[x](filesystem:https://evil.example/1)',
  '[x](view-source:https://evil.example)',
  '[x](//evil.example/%00)',
  '[x](https://evil.example "onmouseover=alert(1)")',
  '[x](https://evil.example "\\" onmouseover=\\"alert(1)")',
  '[x](https://evil.example"onmouseover="alert(1))',
  '[x]: javascript:alert(1)\n\n[x]',
  '[x]: <javascript:alert(1)> "t"\n\n[x][]',
  '<javascript:alert(1)>',
  '<https://evil.example/"onmouseover="alert(1)>',
  'https://evil.example/"onmouseover="alert(1)',
  'https://evil.example/<script>alert(1)</script>',
  'javascript:alert(1)',
  '![x](javascript:alert(1))',
  '![x](x"onerror="alert(1))',
  '![" onerror="alert(1)](x)',
  '[![x](javascript:alert(1))](javascript:alert(2))',
  '```"onmouseover="alert(1)\nx\n```',
  '```html"><script>alert(1)</script>\n<script>alert(1)</script>\n```',
  '```html\n<script>alert(1)</script>\n```',
  '~~~</code></pre><script>alert(1)</script>\nx\n~~~',
  '`<script>alert(1)</script>`',
  '    <script>alert(1)</script>',
  '# <script>alert(1)</script>',
  '# [x](javascript:alert(1))',
  '| <script>alert(1)</script> | [x](javascript:alert(1)) |\n| :-: | --: |\n| <img src=x onerror=alert(1)> | `<b>` |',
  '- [ ] <script>alert(1)</script>',
  '- [x] [x](javascript:alert(1))',
  '1. <svg/onload=alert(1)>',
  '> <script>alert(1)</script>\n> > <img src=x onerror=alert(1)>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\\<script\\>alert(1)\\</script\\>',
  '\u202e<script>alert(1)</script>',
  '<\u0073cript>alert(1)</script>',
  '＜script＞alert(1)＜/script＞',
  `[@x"onclick="alert(1)](person:${id})`,
  `[@<script>alert(1)</script>](person:${id})`,
  `[@x](person:${id}"onclick="alert(1))`,
  `[@x](person:${id}#javascript:alert(1))`,
  '[@x](person:javascript:alert(1))',
  '[@x](person:../../admin)',
  `[x](message:${id}"onclick="alert(1))`,
  `[x](message:${id}?a=<script>)`,
  `> [<img src=x onerror=alert(1)>](message:${id})\n> words`,
  `> [x](message:${id} "onclick=alert(1)")\n> words`,
  `[![x](javascript:alert(1))](person:${id})`,
];

const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    ['p', 'br', 'hr', 'strong', 'em', 's', 'ul', 'table', 'thead', 'tbody', 'tr', 'h3', 'h4', 'h5', 'h6'].map((tag) => [tag, []]),
  ),
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
};
const allowedClass =
  /^(mention|quote-source|quote|hljs|hljs-[\w-]+|task-box|done|task|table-scroll|language_|function_|class_|inherited__|[\w-]+_+)$/;
const allowedAddress = /^(https?:\/\/|mailto:|\/messages\/[0-9a-f-]{36}$|(?![a-z][a-z0-9+.-]*:)\S*$)/i;
const isId = (value: string): boolean => /^[0-9a-f-]{36}$/.test(value);

/** Everything in a piece of HTML that a message may not hold. */
const faultsIn = (html: string): string[] => {
  const faults: string[] = [];
  const look = (tag: string, name: string, value: string): void => {
    if (!allowed[tag]?.includes(name)) faults.push(`<${tag} ${name}>`);
    if (name === 'href' && !allowedAddress.test(value)) faults.push(`href=${value}`);
    if (name === 'class' && !value.split(' ').every((part) => allowedClass.test(part))) faults.push(`class=${value}`);
    if (name.startsWith('data-') && !isId(value)) faults.push(`${name}=${value}`);
  };
  const parser = new Parser({
    onopentag: (tag, attributes) => {
      if (!(tag in allowed)) faults.push(`<${tag}>`);
      for (const [name, value] of Object.entries(attributes)) look(tag, name, value);
    },
    oncomment: (text) => faults.push(`<!--${text}-->`),
    onprocessinginstruction: (name) => faults.push(`<${name}>`),
  });
  parser.end(html);
  return faults;
};

describe('render markdown', () => {
  it.for(corpus)('lets nothing through of %s', (payload) => {
    expect(faultsIn(renderMarkdown(payload).html)).toEqual([]);
  });

  it('lets nothing through when all of it stands in one message, quoted and in a list', () => {
    const all = corpus.join('\n\n');

    expect(faultsIn(renderMarkdown(`${all}\n\n> ${all.replaceAll('\n', '\n> ')}\n\n- ${all.replaceAll('\n', '\n  ')}`).html)).toEqual([]);
  });

  it('is looked at by something that finds faults', () => {
    expect(faultsIn('<p onclick="x"><script></script><a href="java&#115;cript:x">x</a><!-- x --></p>')).toEqual([
      '<p onclick>',
      '<script>',
      'href=javascript:x',
      '<!-- x -->',
    ]);
  });
});
