import { parse, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { isLiteralElement } from '@formatjs/icu-messageformat-parser/no-parser.js';
import type { Plugin } from 'vite';

/**
 * Parses the catalogues (ICU MessageFormat) when they are bundled: browsers get plain strings and ready syntax trees, and no parser.
 * A text that cannot be parsed fails the build.
 */
export const compileTexts = (): Plugin => ({
  name: 'compile-texts',
  enforce: 'pre',
  config: () => ({
    resolve: { alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: '@formatjs/icu-messageformat-parser/no-parser.js' }] },
  }),
  transform: {
    filter: { id: /\/texts\.[a-z]{2}\.json$/ },
    handler: (json: string) => {
      const texts: Record<string, string> = JSON.parse(json);
      const compiled = Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, plainOrTree(parse(text))]));
      return { code: JSON.stringify(compiled), map: null };
    },
  },
});

const plainOrTree = (tree: MessageFormatElement[]): string | MessageFormatElement[] => {
  const [only] = tree;
  return tree.length === 1 && only && isLiteralElement(only) ? only.value : tree;
};
