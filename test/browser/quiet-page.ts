import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import type { WatchedPage } from './watched-page.ts'

/** What the tests of a file share. */
export interface SharedPage {
  readonly bed: { close(): Promise<void> }
  readonly seen: WatchedPage
}

/**
 * Opens a bed and one page of it before the tests of a file, and closes them after. Each test begins with a page that
 * has forgotten the last one, and has to leave it without a word on the console and without a violation.
 */
export function shareQuietPage(open: () => Promise<SharedPage>): void {
  let shared: SharedPage | undefined
  beforeAll(async () => {
    shared = await open()
  })
  afterAll(() => shared?.bed.close())
  beforeEach(() => shared?.seen.forget())
  afterEach(() => {
    const { noise, violations } = shared?.seen ?? {}
    expect({ noise, violations }).toEqual({ noise: [], violations: [] })
  })
}
