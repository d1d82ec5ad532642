import { defineConfig } from 'vitest/config';

/** Four projects: pure rules, SQL on a real PostgreSQL, the whole program, stories in a browser. */
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'src/**/*.test.ts',
            'src/**/*.test.tsx',
            'test/*.test.ts',
            'console/**/*.test.ts',
            'bench/**/*.test.ts',
          ],
          exclude: ['**/*.store.test.ts', '**/*.routes.test.ts', 'test/system/**'],
          // Files of one worker share what they import: unit and store tests together take half the time.
          isolate: false,
          // Properties try a thousand inputs; a busy or slow machine takes its time.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'store',
          include: ['src/**/*.store.test.ts', 'src/**/*.routes.test.ts', 'test/*.store.test.ts'],
          globalSetup: ['test/harness/postgres.global.ts'],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'system',
          include: ['test/system/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          // A browser on two busy cores misses a beat now and then; what fails twice has failed.
          retry: 1,
          globalSetup: ['test/journeys/county.global.ts'],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
