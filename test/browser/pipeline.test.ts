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
const column = (name: string) => seen.page.getByRole('region', { name })
const rows = () =>
  seen.page.getByRole('table', { name: /^AEPs and the days/ }).locator('tbody tr[data-index]')

async function open(path: string): Promise<void> {
  await seen.page.goto(new URL(path, bed.server.url).href)
  await seen.page.getByRole('heading', { level: 1, name: 'From idea to chain' }).waitFor()
  await seen.page.getByText(/^height 27,400,494/).waitFor()
  // What is read of the chain is shown before all of it is.
  await seen.page.getByText('Older proposals are still to be read').waitFor({ state: 'detached' })
}

describe('the pipeline', () => {
  it('has every stage from the project to the chain, with who is there and what brought them', async () => {
    await open('/aeps/pipeline')
    expect(await seen.page.locator('main section > h2').allInnerTexts()).toHaveLength(10)
    const scheduled = await textOf(column('Scheduled'))
    expect(scheduled).toContain('AEP-83')
    expect(scheduled).toContain('v2.2.0')
    const active = await textOf(column('On the chain'))
    expect(active).toMatch(/AEP-76.*since 2026-03-23 v2\.0\.0/)
    expect(await textOf(column('Given up or removed'))).toMatch(/AEP-23.*removed v2\.0\.0/)
    // A topic is no link, and says so.
    expect(active).toContain('project on its topic, a guess: Pricing Stability')
    expect(await textOf(column('In vote'))).toContain('none now')
  })

  it('tells the median of each step with its cases, and counts apart what is not known', async () => {
    await open('/aeps/pipeline')
    const medians = seen.page.getByRole('table', { name: 'Median length of each step' })
    expect(await textOf(medians.getByRole('row', { name: /^End of the vote/ }))).toMatch(
      /^End of the vote to the chain [\d.]+ days \d+ cases/,
    )
    expect(
      await textOf(medians.getByRole('row', { name: /^Created to the end of Draft/ })),
    ).toMatch(/\d+ cases, \d+ still running, \d+ not known/)
    expect(await main()).toContain('Where a step is blank the AEP has not begun it')
  })

  it('leads from a full column to the table of its stage', async () => {
    await open('/aeps/pipeline')
    await column('Draft')
      .getByRole('link', { name: /^All \d+ in the table/ })
      .press('Enter')
    await expect.poll(() => search('stage')).toBe('draft')
    await expect.poll(() => textOf(rows().first())).toContain('Draft')
    const chip = seen.page.getByRole('button', { name: /^Draft \d/ })
    expect(await chip.getAttribute('aria-pressed')).toBe('true')
    await expect
      .poll(() =>
        seen.page.evaluate(() => document.getElementById('steps')?.getBoundingClientRect().top),
      )
      .toBeLessThan(300)
    await seen.page.getByRole('button', { name: /^Scheduled \d/ }).click()
    await expect.poll(() => search('stage')).toBe('scheduled')
    await expect.poll(() => rows().count()).toBe(1)
    expect(await textOf(rows().first())).toContain('days so far')
  })

  it('sorts the table by a step, the longest first, and keeps that in the address', async () => {
    await open('/aeps/pipeline')
    await seen.page.getByRole('button', { name: 'Created to the chain' }).press('Enter')
    await expect.poll(() => search('sort')).toBe('whole')
    const days = async () =>
      Number(/(\d+) days(?: so far)?$/.exec(await textOf(rows().first()))?.[1])
    await expect.poll(days).toBeGreaterThan(300)
  })

  it('is one of three screens on AEPs, reached from each other', async () => {
    await open('/aeps/pipeline')
    const tabs = seen.page.getByRole('navigation', { name: 'Screens on AEPs' })
    await tabs.getByRole('link', { name: 'Disagreements' }).click()
    await seen.page.getByRole('heading', { level: 1, name: /disagree/ }).waitFor()
    await tabs.getByRole('link', { name: 'All AEPs' }).click()
    await seen.page.getByRole('heading', { level: 1, name: /Enhancement Proposals/ }).waitFor()
    expect(await tabs.locator('[aria-current=page]').textContent()).toBe('All AEPs')
  })

  it.each([
    ['a wide screen', { width: 1440, height: 900 }],
    ['a phone', { width: 390, height: 844 }],
  ])('bars nobody on %s', async (_, viewport) => {
    await seen.page.setViewportSize(viewport)
    await open('/aeps/pipeline')
    expect(await findBarriers(seen.page)).toEqual([])
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(viewport.width)
    await seen.page.setViewportSize({ width: 1440, height: 900 })
  })
})
