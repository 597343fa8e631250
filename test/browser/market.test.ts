import { readFile } from 'node:fs/promises'
import type { Download } from 'playwright'
import { describe, expect, it } from 'vitest'
import { readMarketTruth } from '../flow/market-truth.ts'
import { findBarriers } from './axe.ts'
import { MARKET_SCREENS, type MarketBed, openMarket, openMarketBed } from './market-bed.ts'
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

const truth = readMarketTruth()
const gpus = truth.gpu_leases_active_incl_reclaiming
const main = () => textOf(seen.page.locator('main'))
const metric = (id: string) => seen.page.locator(`[data-metric="${id}"]`)
const open = (address: string, words: string) =>
  openMarket(seen.page, market.server, address, words)
const figure = (name: string) => seen.page.getByRole('figure', { name })

/** The rows of the table behind a chart, cells joined by a bar. */
async function tableBehind(name: string): Promise<readonly string[]> {
  await seen.page.getByRole('button', { name: `Table: ${name}` }).click()
  const rows = await figure(name).locator('tbody tr').all()
  return Promise.all(
    rows.map(async (row) => (await row.locator('th, td').allInnerTexts()).join('|')),
  )
}

const grouped = (value: number) => value.toLocaleString('en-GB')

/** Sums of 18 digits. */
const scaled = (text: string) => BigInt(text.replace('.', ''))

describe('the market on screen', () => {
  it('says the recorded truth: leases, reclaiming, GPUs, providers', async () => {
    await open('/market', 'Runway of active deployments')
    expect(await textOf(metric('activeLeases').first())).toBe('1,503')
    expect(await textOf(metric('reclaimingLeases').first())).toBe('82')
    expect(await textOf(metric('gpuLeases').first())).toBe(`${gpus.leases} leases`)
    expect(await textOf(metric('leasedGpus').first())).toBe(grouped(gpus.gpus))
    expect(await textOf(metric('providers').first())).toBe(`${truth.providers}`)
    expect(await textOf(metric('providersWithLeases').first())).toBe(
      `${truth.providers_with_active_lease}`,
    )
  })

  it('says the run-rate by denomination to the eighteenth digit', async () => {
    const { active, reclaiming } = truth.price_per_block_sum
    const perBlock = seen.page
      .getByRole('table', { name: 'Run-rate by denomination' })
      .locator('tbody tr')
    expect(await perBlock.count()).toBe(Object.keys(active).length)
    const exact = scaled(active.uact ?? '') + scaled(reclaiming.uact ?? '')
    expect(await perBlock.locator('data').first().getAttribute('value')).toBe(exact.toString())
    expect(await textOf(perBlock)).toMatch(/^ACT 1,503 2\.154591 ACT/)
  })

  it('counts every GPU under its model', async () => {
    const rows = await tableBehind('GPUs leased, by model')
    const counted = Object.fromEntries(
      rows.map((row) => row.split('|')).map(([model = '', count = '']) => [model, Number(count)]),
    )
    expect(counted).toEqual(gpus.by_model)
  })

  it('says by which grounds there are dollars, the assumed one too', async () => {
    const text = await main()
    expect(text).toContain('1 ACT is 1 USD by the protocol')
    expect(text).toMatch(/1 AKT is \$0\.4531 by the chain’s oracle .*healthy, with 2 sources/)
    expect(text).toMatch(/1 axlUSDC is taken for 1 USD, which is assumed/)
  })

  it('reads what has ended only when asked, and then all of it', async () => {
    expect(await main()).toContain('Leases that have ended are not read yet')
    const asked = () => market.node.requests.httpRequests
    const before = asked()
    await seen.page.getByRole('button', { name: 'Read the ended leases too' }).press('Enter')
    await figure('Why leases ended').waitFor()
    expect(asked()).toBeGreaterThan(before)
    expect(new URL(seen.page.url()).searchParams.get('ended')).toBe('read')
    const states = await tableBehind('Leases by state')
    const { active = 0, reclaiming = 0, insufficient_funds = 0, closed = 0 } = truth.leases_by_state
    expect(states).toEqual([
      `Active|${grouped(active)}`,
      `Being reclaimed|${grouped(reclaiming)}`,
      `Out of funds|${grouped(insufficient_funds)}`,
      `Closed|${grouped(closed)}`,
    ])
    const reasons = await tableBehind('Why leases ended')
    const { insufficient_funds: lapsed = {}, closed: ended = {} } = truth.lease_reasons
    expect(reasons.map((row) => row.split('|')[1]).toSorted()).toEqual(
      [...Object.values(lapsed), ...Object.values(ended)].map(grouped).toSorted(),
    )
    expect(reasons).toContain(
      `Closed: manifest never came|${ended.lease_closed_reason_manifest_timeout}`,
    )
  })

  it('names what could not be read: closed deployments were not recorded', async () => {
    expect(await main()).toMatch(
      /The closed deployments could not be read\. .* plays a recording that does not hold this answer/,
    )
  })
})

describe('the other screens', () => {
  it('say the GPUs by each part of their path, and what is in their price', async () => {
    await open('/market/gpus', 'Price of a vCPU-hour')
    const text = await main()
    expect(text).toContain('1,291 GPUs are leased in 444 leases, of 9 models')
    expect(text).toContain('its CPU, memory, storage and endpoints are in these prices')
    const prices = seen.page.getByRole('table', { name: 'Price per GPU-hour by model' })
    expect(await prices.locator('tbody tr').count()).toBe(Object.keys(gpus.by_model).length)
  })

  it('list every provider, searched and sorted in the address, also by keyboard', async () => {
    await open('/market/providers', '60 providers')
    expect(await main()).toMatch(
      /59 of 60 registered providers have an active lease\. Whether a provider is online/,
    )
    const rows = seen.page
      .getByRole('table', { name: 'Providers', exact: true })
      .locator('tbody tr')
    expect(await rows.count()).toBe(60)
    await seen.page.getByRole('button', { name: 'GPUs', exact: true }).press('Enter')
    await expect.poll(() => new URL(seen.page.url()).searchParams.get('sort')).toBe('gpus')
    expect(await textOf(rows.first().locator('[data-metric="leasedGpus"]'))).toBe('58')
    await seen.page.getByRole('textbox', { name: /^Search by address/ }).fill('eu-west')
    await expect.poll(() => new URL(seen.page.url()).searchParams.get('q')).toBe('eu-west')
    await expect.poll(() => rows.count()).toBeLessThan(60)
    const file = await save('Save as CSV')
    const lines = file.text.trim().split('\r\n')
    expect(file.name).toBe('providers-skydev-1-27400494.csv')
    expect(lines).toHaveLength(1 + (await rows.count()))
  })

  it('say the state of ACT against its thresholds', async () => {
    await open('/market/act', 'basis points')
    const text = await main()
    expect(text).toContain('ACT is backed to 90.8 %; the module’s status is warning')
    expect(text).toContain('90.8272016044983495 %')
    expect(text).toContain('3,392,210.924570 ACT')
    expect(
      await seen.page.getByRole('img', { name: /warning below 95\.0.* halts below 90\.0/ }).count(),
    ).toBe(1)
  })

  it.each(MARKET_SCREENS)(
    'every number of %s says where it comes from',
    async (_, at, words) => {
      await open(at, words)
      expect(await checkFigures(seen.page, market.node.url)).toBeGreaterThan(5)
    },
    60_000,
  )
})

async function save(button: string): Promise<{ readonly name: string; readonly text: string }> {
  const [download] = await Promise.all([
    seen.page.waitForEvent('download'),
    seen.page.getByRole('button', { name: button }).click(),
  ])
  return { name: download.suggestedFilename(), text: await readDownload(download) }
}

async function readDownload(download: Download): Promise<string> {
  return readFile(await download.path(), 'latin1')
}

describe('a chart', () => {
  it('is read row by row with the arrow keys', async () => {
    await open('/market', 'Runway of active deployments')
    const chart = seen.page.getByRole('application', { name: /^GPUs leased, by model/ })
    await chart.press('ArrowDown')
    await figure('GPUs leased, by model')
      .getByText(/^a100: 193; median price per GPU-hour/)
      .waitFor()
    await chart.press('End')
    await figure('GPUs leased, by model')
      .getByText(/^l40s: 124/)
      .waitFor()
  })

  it('is saved as a table, as a drawing and as a picture', async () => {
    const csv = await save('CSV: GPUs leased, by model')
    expect(csv.name).toBe('gpus-by-model-skydev-1-27400494.csv')
    expect(csv.text).toMatch(/^GPU,GPUs,Leases,Paid in,P10,Median,P90,Leases priced\r\na100,193,/)
    const svg = await save('SVG: GPUs leased, by model')
    expect(svg.name).toBe('gpus-by-model-skydev-1-27400494.svg')
    expect(svg.text).toMatch(/^<svg xmlns/)
    expect(svg.text).toContain('skydev-1, height 27,400,494')
    expect(svg.text).not.toMatch(/var\(|class=|style=/)
    const png = await save('PNG: GPUs leased, by model')
    expect(png.name).toBe('gpus-by-model-skydev-1-27400494.png')
    expect(png.text.slice(1, 4)).toBe('PNG')
    expect(png.text.length).toBeGreaterThan(10_000)
  })
})

describe('a Lorenz curve', () => {
  const NAME = 'Run-rate in ACT among providers'

  it('stands for leases, GPUs and the run-rate, with the Gini coefficient of the table', async () => {
    await open('/market/providers', '60 providers')
    const rows = seen.page.getByRole('table', { name: 'Concentration among providers' })
    const ginis = await rows.locator('[data-metric="gini"] > button').allInnerTexts()
    expect(ginis).toHaveLength(3)
    const curves = seen.page.getByRole('application', { name: /among providers\. \d+ points/ })
    const drawn = (await curves.locator('text[font-weight="650"]').allTextContents()).toSorted()
    expect(drawn).toEqual(ginis.map((gini) => `Gini ${gini}`).toSorted())
  })

  it('is read holder by holder with the arrow keys', async () => {
    const curve = seen.page.getByRole('application', { name: NAME })
    const told = figure(NAME).locator('[aria-live]')
    await expect.poll(() => textOf(told)).toMatch(/^The smallest 30 of 59 providers hold 6\.8 %/)
    await curve.press('ArrowRight')
    await expect.poll(() => textOf(told)).toMatch(/^The smallest of 59 providers holds <0\.1 %/)
    await curve.press('End')
    await expect.poll(() => textOf(told)).toBe('All 59 hold all.')
  })

  it('is saved point by point with exact shares, and as a drawing', async () => {
    const csv = await save(`CSV: ${NAME}`)
    expect(csv.name).toBe('lorenz-providers-by-uact-skydev-1-27400494.csv')
    const [header, ...lines] = csv.text.trim().split('\r\n')
    expect(header).toBe('smallest,address,weight,share_of_holders,weight_together,share_together')
    expect(lines).toHaveLength(59)
    const { active, reclaiming } = truth.price_per_block_sum
    const all = scaled(active.uact ?? '') + scaled(reclaiming.uact ?? '')
    expect(lines.at(-1)).toMatch(new RegExp(`^59,akash1\\w+,\\d+,1\\.0{18},${all},1\\.0{18}$`))
    const svg = await save(`SVG: ${NAME}`)
    expect(svg.text).toContain('share of providers, smallest first')
    expect(svg.text).not.toMatch(/var\(|class=|style=/)
    const table = await tableBehind(NAME)
    expect(table).toHaveLength(59)
    expect(table.at(-1)).toMatch(/^59\|akash1.*\|100\.0.%\|100\.0.%$/)
  })
})

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it.each(MARKET_SCREENS)('%s has no barriers', async (_, at, words) => {
    await seen.page.emulateMedia({ colorScheme })
    await open(at, words)
    expect(await findBarriers(seen.page)).toEqual([])
  })
})
