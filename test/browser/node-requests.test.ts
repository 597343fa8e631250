import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collectRows, waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage } from './watched-page.ts'

let bed: TestBed
beforeAll(async () => {
  bed = await openTestBed()
})
afterAll(() => bed.close())

const list = () => new URL('/proposals', bed.server.url).href

describe('a first visit', () => {
  it('shows twenty rows after two requests to the node, one after the other', async () => {
    const { page, context, close } = await openPage(bed.browser)
    // The first two are let through; were a third needed for the rows, they would never come.
    let asked = 0
    const held: (() => void)[] = []
    await context.route('**/rpc/*', async (route) => {
      asked += 1
      if (asked > 2) await new Promise<void>((resolve) => held.push(resolve))
      await route.continue()
    })
    bed.node.requests.reset()
    await page.goto(list())
    const rows = page.locator('tr[data-index]')
    await expect.poll(() => rows.count()).toBeGreaterThanOrEqual(20)
    expect(await rows.first().textContent()).toContain('355')
    expect(bed.node.requests.httpRequests).toBe(2)
    for (const release of held) release()
    await context.unrouteAll({ behavior: 'wait' })
    // What was let through late is not counted as the next visit's.
    await waitForWholeList(page)
    await close()
  })

  it('asks nothing twice, begins before the bundle has come, and never asks for leave first', async () => {
    const { page, requests, close } = await openPage(bed.browser)
    bed.node.requests.reset()
    await page.goto(list())
    await waitForWholeList(page)
    const { entries, httpRequests } = bed.node.requests
    const bodies = entries.map(({ body }) => body)
    expect(new Set(bodies).size).toBe(bodies.length)
    expect(httpRequests).toBeLessThanOrEqual(6)
    expect(entries.every(({ httpMethod }) => httpMethod === 'POST')).toBe(true)
    // The early script stands before the bundle in the page.
    const names = requests.map((url) => new URL(url).pathname)
    const firstQuestion = names.findIndex((name) => name.startsWith('/rpc/'))
    const times = await page.evaluate(() => {
      const entries = performance.getEntriesByType('resource')
      const of = (part: string) => entries.find(({ name }) => name.includes(part))
      const script = of('/assets/index-')
      return {
        asked: of('/rpc/')?.startTime ?? Number.POSITIVE_INFINITY,
        bundleEnd:
          script instanceof PerformanceResourceTiming
            ? script.responseEnd
            : Number.NEGATIVE_INFINITY,
      }
    })
    expect(firstQuestion).toBeGreaterThan(0)
    expect(times.asked).toBeLessThan(times.bundleEnd)
    await close()
  })
})

describe('a second visit', () => {
  it('asks the node three times at most, and shows the same', async () => {
    const { page, close } = await openPage(bed.browser)
    await page.goto(list())
    await waitForWholeList(page)
    const first = (await collectRows(page)).map(({ text }) => text)
    // What was read is kept a moment after it is shown.
    await page.waitForFunction(() =>
      Object.keys(localStorage).some((key) => key.startsWith('skylight.visited')),
    )
    bed.node.requests.reset()
    await page.reload()
    await page.getByText('closed proposals were kept from an earlier visit').waitFor()
    expect((await collectRows(page)).map(({ text }) => text)).toEqual(first)
    expect(bed.node.requests.httpRequests).toBeLessThanOrEqual(3)
    await close()
  })
})

describe('a proposal', () => {
  it('is there after two requests, and opened from the list asks for itself only', async () => {
    const { page, close } = await openPage(bed.browser)
    await page.goto(list())
    await waitForWholeList(page)
    bed.node.requests.reset()
    await page.getByRole('link', { name: /Expedited: vetoed nonsense/ }).click()
    await page.getByText('Short of its quorum.').waitFor()
    const bodies = bed.node.requests.entries.map(({ body }) => body)
    expect(new Set(bodies).size).toBe(bodies.length)
    expect(bodies.some((body) => body.includes('cosmos.gov.v1.Query/Proposals'))).toBe(false)
    await close()
  })
})
