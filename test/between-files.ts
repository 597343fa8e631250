import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'

/**
 * Runs before every test file. Files share a worker with its modules and globals, which saves reading the sources again
 * for each of them; so each begins with its own clock, globals and databases.
 */
vi.useRealTimers()
vi.unstubAllGlobals()
vi.restoreAllMocks()
Object.defineProperty(globalThis, 'indexedDB', {
  value: new IDBFactory(),
  configurable: true,
  writable: true,
})
