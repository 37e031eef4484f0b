import { defineConfig } from 'vitest/config';

const skipped = ['**/node_modules/**', '**/dist/**', '**/.cache/**'];

/** Tests of what the portal does only on PostgreSQL. */
const POSTGRES_ONLY = '**/*.pg.test.ts';

/**
 * Unit tests stand beside the code; the portal's run once more on PostgreSQL; end-to-end tests drive the built program,
 * one at a time; long suites run by name.
 */
export default defineConfig({
  test: {
    // Two cores: more workers only wait for each other.
    maxWorkers: 2,
    // A test that passes only when tried again is named at the end of `npm test`: a fault that comes and goes must be
    // looked for, but does not stop the work of all others.
    retry: process.env.CI === undefined ? 0 : 1,
    projects: [
      {
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...skipped, POSTGRES_ONLY],
          // Limits are for what hangs: a loaded machine takes three times as long.
          testTimeout: 60_000,
          hookTimeout: 180_000,
          // A page that is only read asks the network for nothing in a browser; neither does it here.
          environmentOptions: { happyDOM: { settings: { navigation: { disableChildFrameNavigation: true } } } },
        },
      },
      {
        test: {
          name: 'postgres',
          include: ['portal/**/*.test.ts'],
          // These are about the SQLite file itself.
          exclude: [...skipped, 'portal/store/store.test.ts', 'portal/cli.test.ts'],
          globalSetup: ['portal/testing/postgres-server.ts'],
          setupFiles: ['portal/testing/on-postgres.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'nginx',
          include: ['test/nginx/*.nginx.ts'],
          exclude: skipped,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/**/*.e2e.ts'],
          exclude: skipped,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'ime',
          include: ['test/ime/*.ime.ts'],
          // A loaded machine's input method drops a key now and then; a fault of ours comes every time.
          retry: 1,
          exclude: skipped,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'long',
          include: ['**/*.long.ts'],
          exclude: skipped,
          fileParallelism: false,
          testTimeout: 1_800_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
