import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
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

const main = () => textOf(seen.page.locator('main'))
const search = (name: string) => new URL(seen.page.url()).searchParams.get(name)
const section = (heading: string) =>
  seen.page.locator('section').filter({ has: seen.page.getByRole('heading', { name: heading }) })

async function open(path: string): Promise<void> {
  await seen.page.goto(new URL(path, bed.server.url).href)
  await seen.page.getByRole('heading', { level: 1, name: /disagree/ }).waitFor()
  await seen.page.getByText(/^height 27,400,494/).waitFor()
  // What is read of the chain is shown before all of it is.
  await seen.page.getByText('Older proposals are still to be read').waitFor({ state: 'detached' })
}

describe('the disagreements', () => {
  it('stand under their kinds, each with a sentence and the lines that disagree, linked', async () => {
    await open('/aeps/findings')
    const shipped = section('Shipped, and its document still says Draft')
    await shipped.waitFor()
    const text = await textOf(shipped)
    expect(text).toContain('1 AEP')
    expect(text).toContain('AEP-39 Lease Termination Reasons')
    expect(text).toMatch(/still says Draft, although v1\.0\.0 delivered it at height 23,939,793/)
    const hrefs = await shipped
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
    expect(hrefs).toContain('/aeps/39')
    expect(hrefs).toContain('/upgrades/v1.0.0')
    expect(hrefs.some((href) => href?.startsWith('https://github.com/akash-network/AEP/'))).toBe(
      true,
    )
    expect(await main()).toMatch(
      /^Where documents and chain disagree .*\d+ disagreements on \d+ AEPs/,
    )
  })

  it('say how they are judged, one press away', async () => {
    await open('/aeps/findings')
    await section('Its estimated day is past')
      .getByRole('button', { name: /^How it is judged/ })
      .press('Enter')
    await seen.page.getByText('is before today (UTC)').waitFor()
    expect(await seen.page.getByText('is before today (UTC)').isVisible()).toBe(true)
  })

  it('are filtered by kind with the keyboard, in the address, and back', async () => {
    await open('/aeps/findings')
    const kind = seen.page.getByRole('button', { name: /^Status in an unusual spelling/ })
    await kind.press('Enter')
    await expect.poll(() => search('kind')).toBe('status-spelling')
    expect(await kind.getAttribute('aria-pressed')).toBe('true')
    expect(await seen.page.locator('main h2').allTextContents()).toEqual([
      'Status in an unusual spelling',
    ])
    await kind.press('Enter')
    await expect.poll(() => search('kind')).toBeNull()
    expect((await seen.page.locator('main h2').count()) > 5).toBe(true)
  })

  it('of one AEP are what its link shows', async () => {
    await open('/aeps/findings?aep=AEP-39')
    await expect
      .poll(() => seen.page.locator('main h2').allTextContents())
      .toEqual(['Shipped, and its document still says Draft', 'Its estimated day is past'])
    await seen.page.getByRole('combobox', { name: 'AEP' }).selectOption('61')
    await expect.poll(() => search('aep')).toBe('61')
    await expect.poll(main).toContain('still says Last Call')
  })

  it('that are none say so and offer the way back', async () => {
    await open('/aeps/findings?aep=39&kind=status-spelling')
    await seen.page.getByText('No disagreement matches').waitFor()
    await seen.page.getByRole('button', { name: /^Show all/ }).click()
    await expect.poll(() => seen.page.url()).not.toMatch(/kind|aep=/)
  })

  it('are saved as they are shown, a row for each line', async () => {
    await open('/aeps/findings?kind=shipped-while-draft')
    const download = seen.page.waitForEvent('download')
    await seen.page.getByRole('button', { name: 'Save as CSV' }).click()
    const file = await download
    expect(file.suggestedFilename()).toMatch(/^findings-skydev-1-\d{4}-\d\d-\d\d\.csv$/)
    const rows = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
    expect(rows[0]).toBe('aep,kind,heading,explanation,statement,where,since,chainId,judgedOn')
    expect(rows.length).toBeGreaterThanOrEqual(3)
    for (const row of rows.slice(1)) expect(row).toMatch(/^39,shipped-while-draft,.*skydev-1/)
  })

  it.each([
    ['a wide screen', { width: 1440, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ])('bar nobody on %s', async (_, viewport) => {
    await seen.page.setViewportSize(viewport)
    await open('/aeps/findings')
    expect(await findBarriers(seen.page)).toEqual([])
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(viewport.width)
    await seen.page.setViewportSize({ width: 1440, height: 900 })
  })
})
