import type { Plugin } from 'vite';

/**
 * Browsers describe no schema to anybody: what zod has for that (5 kB, compressed) is left out of their bundle. Should zod name its files
 * otherwise one day, it is merely back in.
 */
export const leaveOutJsonSchemas = (): Plugin => ({
  name: 'leave-out-json-schemas',
  apply: 'build',
  transform: {
    filter: { id: /\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/ },
    handler: (code: string) => ({
      code: [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => missing(name)).join('\n'),
      map: null,
    }),
  },
});

const missing = (name: string | undefined): string =>
  `export const ${name} = () => { throw new Error('Browsers make no JSON schemas.'); };`;
