import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compileTexts } from './compile-texts.ts';
import { leaveOutJsonSchemas } from './leave-out-json-schemas.ts';
import { precompress } from './precompress.ts';

const server = `http://127.0.0.1:${process.env['API_PORT'] ?? '3001'}`;

export default defineConfig({
  plugins: [compileTexts(), leaveOutJsonSchemas(), react(), precompress()],
  build: { outDir: 'dist', target: 'es2023', sourcemap: true, assetsInlineLimit: 0 },
  server: {
    proxy: { '/api': { target: server, ws: true }, '/health': server },
  },
});
