import { createContext, runInContext } from 'node:vm';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { makeWorld, now } from './testing/world.ts';

const bundle = async (): Promise<{ readonly code: string; readonly imports: readonly string[] }> => {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.url': '"http://landbridge.example/verify.js"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: fileURLToPath(new URL('verify/index.ts', import.meta.url)), formats: ['iife'], name: 'credential' },
    },
  });
  const [first] = Array.isArray(result) ? result : [];
  const [chunk] = first?.output ?? [];
  if (chunk?.type !== 'chunk') throw new Error('Nothing was built.');
  return { code: chunk.code, imports: chunk.imports };
};

it('verifies in a browser, also on plain http, where there is no crypto.subtle', async () => {
  const { code, imports } = await bundle();
  const { credential, documents, lists } = await makeWorld();
  const insecurePage = createContext({
    TextEncoder,
    TextDecoder,
    URL,
    atob,
    btoa,
    structuredClone,
    queueMicrotask,
    setTimeout,
    console,
    crypto: { getRandomValues: (bytes: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(bytes) },
    given: JSON.stringify({ credential, documents: [...documents], lists: [...lists], now: now.toISOString() }),
  });
  const verdict: unknown = await runInContext(
    `var self = globalThis; ${code};
    (async () => {
      const { credential: badge, documents, lists, now } = JSON.parse(given);
      const of = (entries) => async (id) => new Map(entries).get(id);
      const { verdict } = await credential.verifyFile(new TextEncoder().encode(JSON.stringify(badge)), {
        resolver: { controller: of(documents), statusList: of(lists) },
        now: new Date(now),
      });
      return verdict;
    })()`,
    insecurePage,
  );

  expect(imports).toEqual([]);
  expect(code).not.toMatch(/require\("node:|from "node:/);
  expect(verdict).toBe('valid');
}, 60_000);
