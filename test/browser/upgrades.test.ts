import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../src/cli/start/build-app.ts'
import { startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { findBarriers } from './axe.ts'
import { shareQuietPage } from './quiet-page.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
let seen: WatchedPage
shareQuietPage(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
  return { bed, seen }
})

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

const open = (path: string) => seen.page.goto(new URL(path, bed.server.url).href)
const main = () => textOf(seen.page.locator('main'))
const ledger = () => seen.page.getByRole('table', { name: 'Applied upgrades' })
const rowsOf = (table: ReturnType<typeof ledger>) => table.locator('tbody').getByRole('row')
const ledgerRow = (name: string) =>
  rowsOf(ledger()).filter({ has: seen.page.getByRole('link', { name, exact: true }) })

describe('/upgrades', () => {
  it('is reached from the header, and has every applied upgrade with the proposal that carries it', async () => {
    await open('/')
    await seen.page.getByRole('link', { name: 'Upgrades', exact: true }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Upgrades' }).waitFor()
    await expect.poll(() => rowsOf(ledger()).count()).toBe(17)
    await ledgerRow('v2.1.0').getByRole('link', { name: 'Proposal 328, Passed' }).waitFor()
    await ledgerRow('akashnet-2-upgrade-1')
      .getByRole('link', { name: /^Proposal 4/ })
      .waitFor()
    expect(await main()).toMatch(/v2\.2\.0 is next\. ?17 upgrades so far, the last one v2\.1\.0/)
  })

  it('names the source of each date, and has none where nobody knows one', async () => {
    await open('/upgrades')
    await ledgerRow('v2.1.0').getByText('day precision').waitFor()
    expect(await textOf(ledgerRow('v2.1.0'))).toContain('2026-06-11')
    await ledgerRow('v2.1.0').getByText('day precision').click()
    const note = ledgerRow('v2.1.0').getByRole('group', { name: 'Where this date is on record' })
    await note.waitFor()
    expect(await textOf(note)).toContain('The day is on record elsewhere')
    await seen.page.keyboard.press('Escape')
    expect(await textOf(ledgerRow('akashnet-2-upgrade-1'))).toContain('date not known')
    expect(await textOf(ledger())).not.toContain('1970')
    expect(await textOf(ledgerRow('v1.1.0'))).toContain('inconsistent')
  })

  it('has what never was with why, and what is in vote, a cancellation named so', async () => {
    await open('/upgrades')
    const never = seen.page.getByRole('table', { name: 'Plans that were not applied' })
    const why = async (name: string) =>
      textOf(rowsOf(never).filter({ has: seen.page.getByText(name, { exact: true }) }))
    await expect.poll(() => rowsOf(never).count()).toBe(3)
    expect(await why('v2.1.0')).toMatch(/27,100,000.*Rejected.*327.*Its vote was lost/)
    for (const name of ['v1.0.5', 'v2.1.9']) {
      expect(await why(name)).toContain('its height was past by then')
    }
    const asked = seen.page.getByRole('listitem')
    expect(await textOf(asked.filter({ hasText: 'v2.3.0' }))).toMatch(/27,800,129.*In vote/)
    expect(await textOf(asked.filter({ hasText: 'Cancellation' }))).toMatch(
      /now v2\.2\.0 at 27,400,605.*In vote.*Proposal 345/,
    )
  })

  it('draws the upgrades along time; each is a link of the keyboard that says what the drawing shows', async () => {
    await open('/upgrades')
    const drawing = seen.page.getByRole('group', { name: 'Applied upgrades along time' })
    // One of the seventeen has no date.
    await expect.poll(() => drawing.getByRole('link').count()).toBe(16)
    await drawing.getByRole('link', { name: 'v2.0.0, 2026-03-23, downtime not known' }).focus()
    await seen.page.keyboard.press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: 'v2.0.0' }).waitFor()
    expect(new URL(seen.page.url()).pathname).toBe('/upgrades/v2.0.0')
  })

  it.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('bars nobody and fits %s', async (_, size) => {
    await seen.page.setViewportSize(size)
    for (const path of ['/upgrades', '/upgrades/v2.1.0', '/upgrades/v2.2.0']) {
      await open(path)
      await seen.page.getByText('height 27,400,494').first().waitFor()
      expect(await findBarriers(seen.page)).toEqual([])
      const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(size.width)
    }
    await seen.page.setViewportSize(DESK)
  })
})

describe('/upgrades/:name', () => {
  it('has both proposals for a name, the info as text, and what is on record elsewhere', async () => {
    await open('/upgrades/v2.1.0')
    await seen.page.getByRole('heading', { name: 'On record elsewhere', exact: true }).waitFor()
    await expect.poll(main).toContain('29 modules')
    const text = await main()
    expect(text).toMatch(/Applied at height 27,230,465/)
    expect(text).toMatch(/328 .*asks for height 27,230,465/)
    expect(text).toMatch(/327 .*asks for height 27,100,000 – Its vote was lost/)
    expect(text).toContain('mainnet/upgrades/v2.1.0/info.json')
    expect(text).toContain('Mainnet 18')
  })

  it('says what is not known where the proposals cannot be read, and goes on looking for nothing', async () => {
    // Of this scene's newest heights the list was not recorded.
    const node = await startReplayNode({ scene: path.join(ROOT, 'test/recordings/resumed') })
    const server = await bed.serve([node.url])
    await seen.page.goto(new URL('/upgrades/v2.2.0', server.url).href)
    await seen.page.getByText('Not all proposals could be read').first().waitFor()
    await expect.poll(main).toMatch(/Stood still 192\.9 s/)
    await expect.poll(main).toMatch(/Vote end to height not known/)
    expect(await main()).toContain('Not known: not all proposals could be read.')
    await node.close()
  })

  it('says that the chain has had no such plan, in whatever words it was asked for', async () => {
    await open(`/upgrades/${encodeURIComponent('<img src=x>/"../')}`)
    await seen.page.getByText('The chain has had no plan of this name').waitFor()
    await seen.page.getByRole('heading', { level: 1, name: '<img src=x>/"../' }).waitFor()
  })
})

describe('the overview', () => {
  it('has the next upgrade in a line that leads to its page', async () => {
    await open('/')
    const next = seen.page.locator('section').filter({
      has: seen.page.getByRole('heading', { name: 'Next upgrade' }),
    })
    await expect.poll(() => textOf(next)).toContain('v2.2.0 at height 27,400,605, in 111 blocks.')
    await next.getByRole('link', { name: 'v2.2.0' }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'v2.2.0' }).waitFor()
    await expect.poll(main).toContain('It is the plan the chain will stop for.')
  })
})
