import { describe, expect, it } from 'vitest'
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

const TENANT = 'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k'
const PROVIDER = 'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08'
const ACTIVE = `${TENANT}/18476375/1/1/${PROVIDER}/0`
const RECLAIMING =
  'akash10r7w998caclkcy62nkhasf9m969y80k4r80lzq/27274140/1/1/akash1txmmkpfd4a39m6ktjgjqzkfzvylw2vrufsgrtj/0'
const LAPSED = `${TENANT}/25011864/1/1/akash12ykpmmfgrytgq2l6k3sdr4xnya5hwjlwfujr89/0`
const CLOSED = `${TENANT}/5026958/1/1/akash1yqdd3ml5xxe7ps0nnldvgrjcwfuxq2nzt8j324/0`

const open = (id: string, words: string) =>
  openMarket(seen.page, market.server, `/market/leases/${id}`, words)
const main = () => textOf(seen.page.locator('main'))

describe('/market/leases/:id', () => {
  it('says first who leases what from whom, at which price, since when', async () => {
    await open(ACTIVE, 'Order and bids')
    await expect
      .poll(main)
      .toMatch(
        /akash10an\S* leases 1 × nvidia rtx5090 32Gi pcie, 16 vCPU, 32 GiB memory, 1 GiB storage from akash1zzm\S* at 0\.000963 ACT a block, since block 18,476,381, about \d+ days by now\. It is active/,
      )
    const text = await main()
    expect(text).toContain(
      'Settled paid out to the provider, or ready for it to take 8,582.432872 ACT',
    )
    expect(text).toMatch(/Accrued, not settled .* 7\.900041 ACT/)
    expect(text).toMatch(/Over its life both together 8,590\.332914 ACT/)
    expect(text).toMatch(/Escrow account State open Settled at 27,392,287/i)
    expect(text).toMatch(
      /Order opened \(done\) block 18,476,379 .*Lease created \(done\) block 18,476,381/,
    )
  })

  it('takes the id without its bid, as the command line does', async () => {
    await open(ACTIVE.replace(/\/0$/, ''), 'Order and bids')
    expect(await main()).toContain('18476375/1/1')
  })

  it('links heights to blocks, and both sides to their pages', async () => {
    const hrefs = await seen.page
      .locator('main a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(hrefs).toContain('/blocks/18476381')
    expect(hrefs).toContain(`/market/tenants/${TENANT}`)
    expect(hrefs).toContain(`/market/providers/${PROVIDER}`)
  })

  it('says by when a provider that gave notice may close it', async () => {
    await open(RECLAIMING, 'Its provider has given notice')
    expect(await main()).toMatch(
      /At block 27,399,839, with a window of 3 days 17 h: from 2026-11-24 18:49:25 UTC \(in 3 days\) on, the provider may close it\. The reason given: unstable workload/,
    )
    expect(await main()).toMatch(/Runs and is paid for .*May be closed by the provider/)
  })

  it.each([
    [LAPSED, /It ended at block [\d,]+ because its deployment ran out of funds/],
    [CLOSED, /It was closed at block 5,390,634; the chain kept no reason/],
  ])('says why %s ended', async (id, sentence) => {
    await open(id, 'Order and bids')
    expect(await main()).toMatch(sentence)
  })

  it('has the losing bids with how they stood to the one taken', async () => {
    await open(CLOSED, 'Order and bids')
    const rows = seen.page.getByRole('table', { name: 'Bids' }).locator('tbody tr')
    expect(await textOf(rows.first())).toMatch(/Active|Closed/)
    expect(await textOf(rows.first())).toContain('taken')
  })

  it('says in its own words what of a closed lease was not recorded, and shows the rest', async () => {
    const text = await main()
    expect(text).toMatch(/Escrow account .*(recording|none of its deployment)/i)
    expect(text).toContain('0.539066 AKT')
  })

  it.each([
    [`${TENANT}/18476375`, 'A lease is named by owner/dseq/gseq/oseq/provider'],
    [`${TENANT}/x1/1/1/${PROVIDER}`, '“x1” is no dseq'],
    [`${TENANT.slice(0, -1)}9/1/1/1/${PROVIDER}`, 'The tenant’s address does not hold'],
    [`${TENANT}/999/1/1/${PROVIDER}`, 'The chain has no such lease'],
    [
      `${TENANT}/18476375/1/1/${TENANT}`,
      'There is the order, and no lease of it with this provider',
    ],
    [encodeURIComponent('<img src=x onerror=alert(1)>'), 'That is no lease'],
  ])('has a state of its own for %s', async (id, sentence) => {
    await seen.page.goto(new URL(`/market/leases/${id}`, market.server.url).href)
    await expect.poll(main).toContain(sentence)
    expect(await seen.page.locator('main img').count()).toBe(0)
  })

  it('every number says where it comes from', async () => {
    await open(ACTIVE, 'Order and bids')
    await seen.page.getByText('an hour').waitFor()
    expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(8)
  })

  it.each([
    ['light', DESK],
    ['dark', PHONE],
  ] as const)(
    'has no barriers in the %s theme, nothing beside the screen',
    async (colorScheme, size) => {
      await seen.page.emulateMedia({ colorScheme })
      await seen.page.setViewportSize(size)
      await open(RECLAIMING, 'Order and bids')
      expect(await findBarriers(seen.page)).toEqual([])
      const beside = await seen.page.evaluate(
        () => document.documentElement.scrollWidth - document.body.clientWidth,
      )
      expect(beside).toBe(0)
      await seen.page.setViewportSize(DESK)
    },
  )
})
