import { defineConfig } from 'vitest/config'

const node = { environment: 'node', globals: false } as const
/** Tests that drive one Chromium, or one dist, do so one file after the other. */
const alone = { ...node, fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } as const

export default defineConfig({
  test: {
    projects: [
      { test: { ...node, name: 'unit', include: ['{src,scripts}/**/*.test.{ts,tsx}'] } },
      {
        test: {
          ...node,
          name: 'flow',
          include: ['test/flow/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: { ...node, name: 'lint', include: ['test/lint/**/*.test.ts'], testTimeout: 30_000 },
      },
      { test: { ...alone, name: 'build', include: ['test/build/**/*.test.ts'] } },
      { test: { ...alone, name: 'browser', include: ['test/browser/**/*.test.{ts,tsx}'] } },
    ],
  },
})
