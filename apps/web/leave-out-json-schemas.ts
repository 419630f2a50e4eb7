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

/** What makes a method of a schema is asked for it whenever the router looks at how to check an address: only calling the method is wrong. */
const missing = (name: string | undefined): string => {
  const complain = `() => { throw new Error('Browsers make no JSON schemas.'); }`;
  return `export const ${name} = ${name?.endsWith('Method') ? `() => ${complain}` : complain};`;
};
