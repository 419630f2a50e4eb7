import { defineConfig } from 'vite';

/** Bundles our own TypeScript into one file; dependencies stay in node_modules. */
export default defineConfig({
  build: {
    ssr: true,
    rolldownOptions: { input: 'src/main.ts' },
    outDir: 'dist',
    target: 'node24',
    sourcemap: true,
    minify: false,
    emptyOutDir: true,
  },
  ssr: { noExternal: [/^@landbridge\//, /^@oxc-project\/runtime/] },
});
