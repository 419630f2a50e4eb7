import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['src/**/*.spec.ts', 'tools/**/*.spec.ts'], maxWorkers: 2, testTimeout: 20_000 } });
