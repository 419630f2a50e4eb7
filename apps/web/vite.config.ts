import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileTexts } from './compile-texts.ts';
import { leaveOutJsonSchemas } from './leave-out-json-schemas.ts';
import { precompress } from './precompress.ts';

const server = `http://127.0.0.1:${process.env['API_PORT'] ?? '3001'}`;

/** Every page needs most of the contract's schemas: one file of them is smaller than the dozen into which they would be cut. */
const words = { name: 'words', test: /\/libs\/contract\/src\/(?:[a-z]+|[a-z-]+\/[a-z-]+\.schemas)\.ts$/ };

export default defineConfig({
  plugins: [compileTexts(), leaveOutJsonSchemas(), react(), precompress()],
  build: {
    outDir: 'dist',
    target: 'es2023',
    sourcemap: true,
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: { groups: [words] } } },
  },
  server: {
    proxy: { '/api': { target: server, ws: true }, '/health': server },
  },
});
