import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type LocalServer, startLocalServer } from '../../src/cli/server/local-server.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { findEpoch } from '../../src/demo-chain/chain/world/epoch.ts'
import { findNextUpgrade } from '../../src/demo-chain/chain/world/upgrade-plans.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import { DEMO_ROLES } from '../../src/demo-chain/faults/demo-roles.ts'
import { type ServedNode, serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { findBarriers } from './axe.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

/** The demo chain's nodes on ports, with a clock that is moved on from stage to stage; the page's clock goes with it. */
let aheadMs = 0
const now = () => new Date(Date.now() + aheadMs)
const ledger = createLedger(createDemoScript({ now: now() }), now)
const planHeight = findNextUpgrade(findEpoch(now(), 1), ledger.tip() + 20n) ?? 0n

let bed: TestBed
let nodes: readonly ServedNode[]
let server: LocalServer
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  const endpoints = createDemoEndpoints({ ledger, specs: DEMO_ROLES, now })
  nodes = await Promise.all(endpoints.map((endpoint) => serveNode(endpoint.server)))
  server = await startLocalServer({
    dist: inject('dist'),
    port: 0,
    endpoints: nodes.map(({ url }) => ({ url, name: url })),
  })
  seen = await openPage(bed.browser)
  await seen.context.addInitScript(`{
    const Real = Date
    window.aheadMs = 0
    window.Date = class extends Real {
      constructor(...parts) { if (parts.length === 0) super(Real.now() + window.aheadMs); else super(...parts) }
      static now() { return Real.now() + window.aheadMs }
    }
  }`)
})
afterAll(async () => {
  await seen.close()
  await server.close()
  await Promise.all(nodes.map((node) => node.close()))
  await bed.close()
})

async function moveTo(timeMs: number, page?: Page): Promise<void> {
  aheadMs += timeMs - now().getTime()
  await page?.evaluate((ms) => Reflect.set(window, 'aheadMs', ms), aheadMs)
}

const sentence = () => textOf(seen.page.locator('h1'))
const room = () => textOf(seen.page.locator('main'))

describe('the halt room on the demo chain', () => {
  it('goes from countdown to halt, who is missing and resume without a reload, an endpoint dying meanwhile', async () => {
    const { page } = seen
    await moveTo(ledger.timeOf(planHeight - 8n).getTime())
    const plan = ledger.stateAt(ledger.tip()).plan()?.name ?? ''
    await page.addInitScript(`window.aheadMs = ${aheadMs}`)
    await page.goto(`${server.url}upgrades/${plan}/halt`)
    await expect.poll(sentence).toMatch(/^[5-8] blocks until v\S+ at height [\d,]+\.$/)
    await page.evaluate(() => Reflect.set(window, 'isTheSamePage', true))
    expect(await findBarriers(page)).toEqual([])

    await moveTo(ledger.timeOf(planHeight).getTime() + 10, page)
    expect(ledger.tip()).toBe(planHeight)
    const haltMs = ledger.timeOf(planHeight + 1n).getTime()
    await moveTo(haltMs + 3_000, page)
    await expect
      .poll(sentence)
      .toMatch(/^The chain has halted at .* Who is back cannot be seen: no node/)
    await expect.poll(room).toMatch(/halted for\s*00:0\d/)
    expect(await page.getByText('old version', { exact: true }).count()).toBe(3)
    expect(await findBarriers(page)).toEqual([])

    await moveTo(haltMs + 60_000, page)
    await expect.poll(sentence).toMatch(/% of the power is back; .* is missing to two thirds\.$/)
    await expect.poll(room).toMatch(/upgraded[\s\S]*old version[\s\S]*does not answer/)
    const missing = page.getByRole('heading', { name: /^Missing: \d+ validators/ })
    const before = Number.parseInt((await textOf(missing)).replace('Missing: ', ''), 10)
    const firstRow = await textOf(page.getByRole('row').nth(1))
    expect(firstRow).toMatch(/akashvaloper1/)
    expect(await findBarriers(page)).toEqual([])

    await moveTo(haltMs + 200_000, page)
    await expect
      .poll(async () => Number.parseInt((await textOf(missing)).replace('Missing: ', ''), 10))
      .toBeLessThan(before)
    await expect.poll(() => page.getByText('upgraded', { exact: true }).count()).toBe(3)

    await moveTo(haltMs + 270_000, page)
    await expect
      .poll(sentence)
      .toMatch(/^The chain resumed at block [\d,]+, halted for 4 min( \d+ s)?\.$/)
    await expect.poll(() => page.getByText('past', { exact: true }).count()).toBe(3)
    expect(await findBarriers(page)).toEqual([])
    expect(await page.evaluate(() => Reflect.get(window, 'isTheSamePage'))).toBe(true)
    expect({ noise: seen.noise, violations: seen.violations }).toEqual({
      noise: [],
      violations: [],
    })
  }, 40_000)

  it('is ten blocks ahead after a jump of the demo that lives in the page', async () => {
    const visit = await openPage(bed.browser)
    const { page } = visit
    // At a time that is no halt's: once in 160 minutes there is nothing to jump to but the halt under way.
    const demo = await bed.serve([], { network: 'demo' })
    await page.goto(demo.url)
    await page.getByRole('button', { name: 'Jump to ten blocks before the upgrade' }).click()
    await page.waitForURL(/\/upgrades\/[^/]+\/halt$/)
    await expect.poll(() => textOf(page.locator('h1'))).toMatch(/^10 blocks until v/)
    // The page's clock has gone with the chain's, so that nothing lies in the future.
    const told = await textOf(page.locator('body'))
    expect(told.replace('The clock of this page stands still at', '')).not.toMatch(/clock/)
    expect({ noise: visit.noise, violations: visit.violations }).toEqual({
      noise: [],
      violations: [],
    })
    await visit.close()
  }, 30_000)
})
