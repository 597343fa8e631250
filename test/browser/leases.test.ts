import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { readMarketTruth } from '../flow/market-truth.ts'
import { findBarriers } from './axe.ts'
import { type MarketBed, openMarket, openMarketBed } from './market-bed.ts'
import { checkFigures } from './metric-figures.ts'
import { shareQuietPage } from './quiet-page.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let market: MarketBed
let seen: WatchedPage
shareQuietPage(async () => {
  market = await openMarketBed()
  seen = await openPage(market.bed.browser)
  return { bed: market, seen }
})

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

const truth = readMarketTruth()
const { active = 0, reclaiming = 0, insufficient_funds = 0, closed = 0 } = truth.leases_by_state
const running = active + reclaiming
const grouped = (value: number) => value.toLocaleString('en-GB')

const open = (address: string, words: string) =>
  openMarket(seen.page, market.server, address, words)
const main = () => textOf(seen.page.locator('main'))
const table = () => seen.page.getByRole('table', { name: 'Leases' })
const rowCount = async () => Number(await table().getAttribute('aria-rowcount')) - 1
const search = () => Object.fromEntries(new URL(seen.page.url()).searchParams)
const chip = (name: RegExp) => seen.page.getByRole('button', { name })

describe('/market/leases', () => {
  it('has every running lease of the recording, and says that ended ones are not read', async () => {
    await open('/market/leases', `${grouped(running)} leases.`)
    expect(await rowCount()).toBe(running)
    expect(await main()).toMatch(
      /^Market Leases .* 1,503 leases are active, 82 of them being reclaimed, of 59 providers to 40 tenants; 444 have GPUs\./i,
    )
    expect(await main()).toContain('Ended leases are not read.')
    expect(await textOf(chip(/^Active/))).toBe(`Active ${grouped(active)}`)
    expect(await textOf(chip(/^Being reclaimed/))).toBe(`Being reclaimed ${reclaiming}`)
  })

  it('reads ended leases when asked, and has all of them then', async () => {
    await seen.page.getByRole('button', { name: 'Read them too' }).press('Enter')
    await expect.poll(rowCount).toBe(running + insufficient_funds + closed)
    expect(search().state).toBe('active,reclaiming,insufficient_funds,closed')
    await expect.poll(() => textOf(chip(/^Closed/))).toBe(`Closed ${grouped(closed)}`)
    expect(await textOf(chip(/^Out of funds/))).toBe(`Out of funds ${insufficient_funds}`)
  })

  it.each(Object.entries(truth.lease_reasons.closed ?? {}))(
    'finds as many closed leases of reason %s as there are',
    async (reason, count) => {
      await open(`/market/leases?state=closed&reason=${reason}`, `${grouped(count)} of`)
      expect(await rowCount()).toBe(count)
    },
  )

  it('filters by GPU, denomination, price and age, all in the URL, which another reader can open', async () => {
    await open('/market/leases', `${grouped(running)} leases.`)
    await seen.page.getByLabel('GPU', { exact: true }).selectOption('with')
    await expect.poll(rowCount).toBe(truth.gpu_leases_active_incl_reclaiming.leases)
    await seen.page.getByLabel('GPU', { exact: true }).selectOption('nvidia h100')
    await expect.poll(rowCount).toBeLessThan(truth.gpu_leases_active_incl_reclaiming.leases)
    await seen.page.getByLabel('Paid in').selectOption({ label: 'ACT' })
    await seen.page.getByLabel('Price a block from, in ACT').fill('0.002')
    await seen.page.getByLabel('Age up to, in days').fill('30')
    await expect
      .poll(search)
      .toEqual({ gpu: 'nvidia h100', denom: 'uact', min: '0.002', younger: '30' })
    const count = await rowCount()
    expect(count).toBeGreaterThan(0)
    await seen.page.reload()
    await table().waitFor()
    await expect.poll(rowCount).toBe(count)
    expect(await seen.page.getByLabel('Price a block from, in ACT').inputValue()).toBe('0.002')
    await seen.page.getByRole('button', { name: 'Clear filters' }).click()
    await expect.poll(rowCount).toBe(running)
    await expect.poll(search).toEqual({})
  })

  it('sorts by a press on a heading and comes back from a lease to the same list', async () => {
    await open('/market/leases?gpu=with', '444 of')
    await seen.page.getByRole('button', { name: 'GPUs', exact: true }).press('Enter')
    await expect.poll(search).toEqual({ gpu: 'with', sort: 'gpu' })
    const first = table().locator('tbody tr[data-index="0"]')
    await expect.poll(() => textOf(first)).toMatch(/ 8 × /)
    await first.getByRole('link').first().press('Enter')
    await seen.page.getByRole('heading', { name: 'Money' }).waitFor()
    await seen.page.goBack()
    await expect.poll(rowCount).toBe(444)
    expect(search()).toEqual({ gpu: 'with', sort: 'gpu' })
    await expect.poll(() => textOf(first)).toMatch(/ 8 × /)
  })

  it('comes back from a lease to the place that was left', async () => {
    await open('/market/leases', `${grouped(running)} leases.`)
    const scrolled = () => seen.page.evaluate(() => window.scrollY)
    await seen.page.evaluate(() => window.scrollTo(0, 4_000))
    await expect.poll(scrolled).toBeGreaterThan(3_900)
    const inSight = seen.page.locator('main tbody tr').getByRole('link').filter({ visible: true })
    await expect.poll(() => inSight.count()).toBeGreaterThan(0)
    await inSight.first().evaluate((link) => link instanceof HTMLElement && link.click())
    await expect.poll(() => new URL(seen.page.url()).pathname).not.toBe('/market/leases')
    await expect.poll(scrolled).toBe(0)
    await seen.page.goBack()
    await expect.poll(scrolled).toBeGreaterThan(3_500)
  })

  it('has the columns the reader chooses, in the URL too', async () => {
    await open('/market/leases', `${grouped(running)} leases.`)
    await seen.page.getByRole('button', { name: 'Columns' }).press('Enter')
    await seen.page.getByRole('checkbox', { name: 'Settled' }).check()
    await seen.page.getByRole('checkbox', { name: 'Why it ended' }).uncheck()
    await expect
      .poll(() => search().columns)
      .toBe('lease,state,tenant,provider,gpu,price,age,settled')
    await expect.poll(() => textOf(table().locator('thead'))).toMatch(/Settled$/)
    await seen.page.keyboard.press('Escape')
  })

  it('saves the filtered rows with exact values, height and query', async () => {
    await open('/market/leases?state=reclaiming&sort=lease', `${reclaiming} of`)
    const [download] = await Promise.all([
      seen.page.waitForEvent('download'),
      seen.page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('leases-skydev-1-27400494.csv')
    const [header = '', ...lines] = (await readFile(await download.path(), 'utf8'))
      .trim()
      .split('\r\n')
    const names = header.split(',')
    const rows = lines.map((line) => {
      const cells = line.split(',')
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']))
    })
    expect(rows).toHaveLength(reclaiming)
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['reclaiming']))
    // The sum of the column is the chain's own, to the eighteenth digit.
    const sum = rows.reduce(
      (all, row) => all + BigInt((row.pricePerBlock ?? '').replace('.', '')),
      0n,
    )
    expect(sum).toBe(BigInt((truth.price_per_block_sum.reclaiming.uact ?? '').replace('.', '')))
    expect(new Set(rows.map(({ height, query }) => `${height} ${query}`))).toEqual(
      new Set(['27400494 /akash.market.v1beta5.Query/Leases']),
    )
    const dseqs = rows.map(({ dseq }) => Number(dseq))
    expect(dseqs).toEqual(dseqs.toSorted((a, b) => a - b))
  })

  it('says what matches nothing, and takes hostile words for words', async () => {
    await open(
      `/market/leases?tenant=${encodeURIComponent('<img src=x onerror=alert(1)>')}&gpu=${encodeURIComponent('a\u202eb')}&denom=${encodeURIComponent('<b>')}`,
      'No lease matches',
    )
    expect(await seen.page.locator('main img').count()).toBe(0)
    expect(await seen.page.locator('main').innerHTML()).not.toContain('\u202e</option>')
  })

  it('every number says where it comes from', async () => {
    await open('/market/leases', `${grouped(running)} leases.`)
    expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(4)
  }, 60_000)

  it.each([
    ['light', DESK],
    ['dark', PHONE],
  ] as const)(
    'has no barriers in the %s theme, nothing beside the screen',
    async (colorScheme, size) => {
      await seen.page.emulateMedia({ colorScheme })
      await seen.page.setViewportSize(size)
      await open('/market/leases?state=reclaiming,closed', 'of 7,506')
      expect(await findBarriers(seen.page)).toEqual([])
      const beside = await seen.page.evaluate(
        () => document.documentElement.scrollWidth - document.body.clientWidth,
      )
      expect(beside).toBe(0)
      await seen.page.setViewportSize(DESK)
    },
  )
})
