import { mergeConfig, defineConfig } from 'vitest/config';
import application from './vite.config.ts';

export default mergeConfig(
  application,
  defineConfig({
    test: {
      include: ['src/**/*.spec.{ts,tsx}', '*.spec.ts'],
      reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
    },
  }),
);
