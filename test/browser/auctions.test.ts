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
const TENANT = 'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k'
const PROVIDER = 'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08'

const open = (address: string, words: string) =>
  openMarket(seen.page, market.server, address, words)
const main = () => textOf(seen.page.locator('main'))
const rows = (name: string) =>
  seen.page.getByRole('table', { name, exact: true }).locator('tbody tr[data-index]')

describe('/market/auctions', () => {
  it('has every open order with its bids, the lowest of them, and what was asked', async () => {
    await open('/market/auctions', 'on them')
    expect(await main()).toContain(
      `${truth.orders.open} orders wait for a bid to be taken, with 83 bids`,
    )
    const table = seen.page.getByRole('table', { name: 'Open orders' })
    expect(await table.getAttribute('aria-rowcount')).toBe(`${(truth.orders.open ?? 0) + 1}`)
    await expect
      .poll(() => textOf(rows('Open orders').first()))
      .toMatch(
        /^27398042\/1\/1 of akash1wkp\S* 1 × nvidia t4, .* 0\.000801 ACT 3 0\.000267 ACT about 1 h 13 min/,
      )
  })

  it('names who bids, one press away', async () => {
    await rows('Open orders')
      .first()
      .getByRole('button', { name: /^3 bids for order/ })
      .press('Enter')
    const note = seen.page.getByRole('group', { name: /^3 bids for order/ })
    expect(await note.getByRole('link').count()).toBe(3)
    await seen.page.keyboard.press('Escape')
  })

  it('sorts in the URL', async () => {
    await seen.page.getByRole('button', { name: 'Bids', exact: true }).press('Enter')
    await expect.poll(() => new URL(seen.page.url()).search).toBe('?sort=bids')
    await seen.page.getByRole('button', { name: 'Bids', exact: true }).press('Enter')
    await expect.poll(() => new URL(seen.page.url()).search).toBe('?sort=bids&dir=asc')
    await expect.poll(() => textOf(rows('Open orders').first())).toContain('none')
  })

  it('compares lost bids when asked, and says which it cannot', async () => {
    await open('/market/auctions', 'Read lost bids')
    await seen.page.getByRole('button', { name: 'Read lost bids' }).press('Enter')
    await expect.poll(main).toMatch(/Bids compared 2,341 for 1,559 orders .*The cheapest won 1,559/)
    expect(new URL(seen.page.url()).search).toBe('?lost=read')
  })

  it('every number says where it comes from', async () => {
    expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(5)
  })
})

describe('/market/providers/:address', () => {
  it('has its record, what it leases out, and its part of the market', async () => {
    await open(`/market/providers/${PROVIDER}`, 'What it says of itself')
    const text = await main()
    expect(text).toMatch(
      /https:\/\/provider\.ap-southeast28\.example\.com:8443 has 27 active leases, with 24 GPUs/,
    )
    expect(text).toContain('Whether it is online, and what it has free, is not on the chain.')
    expect(text).toMatch(/Active leases 27 1\.8.% of all/)
    const table = seen.page.getByRole('table', { name: 'Running leases' })
    expect(await table.getAttribute('aria-rowcount')).toBe('28')
    expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(6)
  })

  it('reads why its leases ended when asked', async () => {
    await seen.page.getByRole('button', { name: 'Read ended leases' }).press('Enter')
    await seen.page.getByRole('table', { name: 'Why leases ended' }).waitFor()
    expect(new URL(seen.page.url()).search).toBe('?ended=read')
    // Ten of them may be there before the rest is.
    await expect.poll(main).toMatch(/leases ended; half of them/)
    const counts = await seen.page
      .getByRole('table', { name: 'Why leases ended' })
      .locator('[data-metric="closeReasons"] button')
      .allInnerTexts()
    const total = counts
      .filter((text) => !text.includes('%'))
      .reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)
    expect(await main()).toContain(`${total.toLocaleString('en-GB')} leases ended`)
  })

  it.each([
    [TENANT, 'The chain knows no such provider'],
    [`${PROVIDER.slice(0, -1)}9`, 'That is no whole address'],
    ['cosmos1abc', 'That is no provider’s address'],
    [encodeURIComponent('<img src=x>'), 'That is no provider’s address'],
  ])('has a state of its own for %s', async (address, sentence) => {
    await seen.page.goto(new URL(`/market/providers/${address}`, market.server.url).href)
    await expect.poll(main).toContain(sentence)
    expect(await seen.page.locator('main img').count()).toBe(0)
  })
})

describe('/market/tenants/:address', () => {
  it('has its deployments with their funds and runway, its leases and what it pays', async () => {
    await open(`/market/tenants/${TENANT}`, 'active deployments')
    const deployments = seen.page.getByRole('table', { name: 'Deployments' })
    expect(await main()).toMatch(/(\d+) active leases, \d+ active deployments\./)
    expect(await textOf(deployments)).toMatch(/Runway/)
    expect(await main()).toMatch(/Spent on what runs [\d,.]+ ACT/)
    expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(10)
  }, 60_000)

  it('says that closed deployments were not recorded, and has its ended leases', async () => {
    await seen.page.getByRole('button', { name: 'Read ended leases' }).press('Enter')
    await seen.page.getByRole('table', { name: 'Ended leases' }).waitFor()
    await expect.poll(main).toMatch(/The closed deployments could not be read\..* recording/)
  })

  it('leads to the account, and from there back', async () => {
    await seen.page.getByRole('link', { name: 'The account' }).click()
    await seen.page.getByRole('link', { name: 'as a tenant' }).click()
    await expect.poll(() => new URL(seen.page.url()).pathname).toBe(`/market/tenants/${TENANT}`)
  })
})

const SCREENS = [
  ['/market/auctions?lost=read', 'Bids compared'],
  [`/market/providers/${PROVIDER}?ended=read`, 'Why'],
  [`/market/tenants/${TENANT}?ended=read`, 'Ran for'],
] as const

describe.each([
  ['light', DESK],
  ['dark', PHONE],
] as const)('in the %s theme', (colorScheme, size) => {
  it.each(SCREENS)('%s has no barriers, nothing beside the screen', async (address, words) => {
    await seen.page.emulateMedia({ colorScheme })
    await seen.page.setViewportSize(size)
    await open(address, words)
    expect(await findBarriers(seen.page)).toEqual([])
    const beside = await seen.page.evaluate(
      () => document.documentElement.scrollWidth - document.body.clientWidth,
    )
    expect(beside).toBe(0)
    await seen.page.setViewportSize(DESK)
  })
})
