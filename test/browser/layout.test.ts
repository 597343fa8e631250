import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
beforeAll(async () => {
  bed = await openTestBed()
})
afterAll(() => bed.close())

/** A page that keeps account of what moves on it. */
async function openMeasured(viewport: { readonly width: number; readonly height: number }) {
  const seen = await openPage(bed.browser, { viewport })
  await seen.context.addInitScript(() => {
    const moved: string[] = []
    const account = { shift: 0, moved }
    Object.assign(window, { account })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const value: unknown = Reflect.get(entry, 'value')
        if (typeof value !== 'number' || Reflect.get(entry, 'hadRecentInput') === true) continue
        account.shift += value
        const sources: unknown = Reflect.get(entry, 'sources')
        for (const source of Array.isArray(sources) ? sources : []) {
          const node: unknown = Reflect.get(source, 'node')
          if (node instanceof Element)
            account.moved.push(`${value.toFixed(4)} ${node.outerHTML.slice(0, 90)}`)
        }
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return seen
}

/** @throws when the page keeps no account */
async function readAccount({ page }: WatchedPage) {
  await page.waitForTimeout(150)
  return page.evaluate(() => {
    const account: unknown = Reflect.get(window, 'account')
    if (typeof account !== 'object' || account === null) throw new Error('no account')
    return {
      shift: Number(Reflect.get(account, 'shift')),
      moved: String(Reflect.get(account, 'moved')),
    }
  })
}

const SIZES = [
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
] as const

describe.each(SIZES)('on %s', (_, viewport) => {
  it.each([
    ['the overview', '/', 'votes are open'],
    ['a proposal in vote', '/proposals/353', 'Show all'],
    ['an upgrade', '/proposals/342', 'Release notes'],
    ['a proposal in deposit', '/proposals/350', 'In DEPOSIT period'],
    ['the upgrades', '/upgrades', 'Its vote was lost'],
    ['an upgrade that comes', '/upgrades/v2.2.0', '111 blocks left'],
    ['an upgrade that was', '/upgrades/v1.0.0', 'Modules now'],
    ['the AEPs', '/aeps', 'came to the chain'],
    ['the AEPs as a board', '/aeps?view=board', 'All 13 in the table'],
    ['an AEP on its way', '/aeps/76', 'read from the chain itself'],
    ['an AEP nothing names', '/aeps/2', 'looked for, and not found'],
    ['the groups', '/sigs', 'they stand behind'],
    ['a group', '/sigs/sig-chain', 'It stands behind'],
  ])('%s stands still while it arrives', async (__, path, last) => {
    const seen = await openMeasured(viewport)
    await seen.page.goto(new URL(path, bed.server.url).href)
    await seen.page.getByText(last).first().waitFor()
    const { shift, moved } = await readAccount(seen)
    expect([shift <= 0.02, shift, moved]).toEqual([true, shift, moved])
    await seen.close()
  })

  it('the AEPs of the demo chain stand still while those that only it knows come in at the top', async () => {
    const demo = await bed.serve([], { network: 'demo' })
    const seen = await openMeasured(viewport)
    await seen.page.goto(new URL('/aeps', demo.url).href)
    await seen.page.getByText('only proposals of this chain name it').first().waitFor()
    const { shift, moved } = await readAccount(seen)
    expect([shift <= 0.02, shift, moved]).toEqual([true, shift, moved])
    await seen.close()
  })

  it('the list stands still while it arrives and while it is scrolled through', async () => {
    const seen = await openMeasured(viewport)
    await seen.page.goto(new URL('/proposals', bed.server.url).href)
    await waitForWholeList(seen.page)
    for (let step = 0; step < 8; step += 1) {
      await seen.page.mouse.wheel(0, 700)
      await seen.page.waitForTimeout(40)
    }
    const { shift, moved } = await readAccount(seen)
    expect([shift <= 0.02, shift, moved]).toEqual([true, shift, moved])
    await seen.close()
  })
})
