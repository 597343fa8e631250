import { defineConfig } from 'vitest/config'

const node = { environment: 'node', globals: false } as const
/** Test files that share their worker's modules; `between-files.ts` keeps them apart otherwise. */
const shared = {
  ...node,
  pool: 'threads',
  isolate: false,
  setupFiles: 'test/between-files.ts',
  // How long a test takes is no finding; only one that never ends is stopped.
  testTimeout: 30_000,
  hookTimeout: 30_000,
} as const
/** Tests that depend on sockets and on how busy the machine is: tried twice, and named where that was needed. */
const fallible = { retry: 1 } as const
/** Tests that take longer, for they start programs and look at pages. */
const patient = {
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // A page under way has as long as a locator has.
  expect: { poll: { timeout: 15_000 } },
} as const

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'unit', include: ['{src,scripts}/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...shared,
          ...fallible,
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
        },
      },
      {
        test: { ...shared, name: 'lint', include: ['test/lint/**/*.test.ts'] },
      },
      {
        test: {
          ...node,
          ...patient,
          name: 'build',
          // They judge one dist, which the first to come builds.
          fileParallelism: false,
          include: ['test/build/**/*.test.ts'],
        },
      },
      {
        test: {
          ...node,
          ...patient,
          ...fallible,
          name: 'browser',
          // One worker has one Chromium.
          isolate: false,
          maxWorkers: 2,
          globalSetup: 'test/browser/built-once.ts',
          setupFiles: 'test/between-files.ts',
          include: ['test/browser/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
