import process from 'node:process'
import type { TestProject } from 'vitest/node'
import { buildApp, ROOT } from '../../src/cli/start/build-app.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built app. */
    dist: string
  }
}

/** Runs once before the tests in a browser: builds the app for all of them, unless it is built already. */
export async function setup(project: TestProject): Promise<void> {
  const mode = process.env.NODE_ENV
  const { dist } = await buildApp(ROOT)
  // Building is a matter of production, the tests that follow are not.
  process.env.NODE_ENV = mode ?? 'test'
  project.provide('dist', dist)
}
