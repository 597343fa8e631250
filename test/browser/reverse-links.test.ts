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

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

const open = (path: string) => seen.page.goto(new URL(path, bed.server.url).href)
const section = (name: string) =>
  seen.page
    .locator('section')
    .filter({ has: seen.page.getByRole('heading', { name, exact: true }) })
const pathname = () => new URL(seen.page.url()).pathname

describe('an AEP seen from the other end', () => {
  it('stands on the proposal that implements it, with evidence, delivery and group, and leads to its page', async () => {
    await open('/proposals/342')
    const named = section('AEPs named here')
    await named.getByRole('heading', { name: 'Implements' }).waitFor()
    expect(await textOf(named)).toMatch(/AEP-83.*explicit.*Scheduled.*sig-providers/)
    await named.getByRole('button', { name: 'Evidence, explicit: AEP-83 and proposal 342' }).click()
    await named
      .getByText(/Implements \[?AEP-83/)
      .first()
      .waitFor()
    await seen.page.keyboard.press('Escape')
    await named.getByRole('link', { name: /^AEP-83/ }).click()
    await seen.page.getByRole('heading', { level: 1, name: /AEP-83|Confidential/ }).waitFor()
    expect(pathname()).toBe('/aeps/83')
  })

  it('is only mentioned by a text that does nothing, and a proposal that names none says so', async () => {
    await open('/proposals/353')
    const named = section('AEPs named here')
    await named.getByRole('heading', { name: 'Mentions' }).waitFor()
    // Its text lists dozens; the two of its title come first.
    await named.getByRole('button', { name: /^\d\d more$/ }).waitFor()
    expect(await textOf(named)).toMatch(/^\D*AEP-29.*AEP-65/)
    expect(await named.getByRole('heading', { name: 'Implements' }).count()).toBe(0)
    await open('/proposals/350')
    await section('AEPs named here').getByText('No AEP found').waitFor()
  })

  it('stands in the ledger of upgrades; that none was found, and that there were no SIGs, is said', async () => {
    await open('/upgrades')
    const ledger = seen.page.getByRole('table', { name: 'Applied upgrades' })
    const rows = ledger.locator('tbody').getByRole('row')
    await expect.poll(() => rows.filter({ hasText: 'no AEP found' }).count()).toBe(8)
    expect(await rows.filter({ hasText: 'no SIG existed' }).count()).toBe(4)
    const rowOf = (name: string) =>
      textOf(rows.filter({ has: seen.page.getByRole('link', { name, exact: true }) }))
    expect(await rowOf('v2.0.0')).toMatch(
      /AEP-76.*AEP-78.*AEP-80.*AEP-81.*removed.*AEP-23.*sig-chain.*sig-economics/,
    )
    expect(await rowOf('akashnet-2-upgrade-1')).toMatch(/AEP-14.*no SIG existed before 2023/)
    expect(await textOf(ledger)).not.toContain('v0.22.0')
  })

  it('stands on the page of its upgrade with every reason; a name that never was a plan says so', async () => {
    await open('/upgrades/v1.0.0')
    const part = section('AEPs and SIGs')
    await part.getByRole('heading', { name: 'Delivered' }).waitFor()
    expect(await textOf(part)).toMatch(/AEP-30.*AEP-39.*AEP-75.*SIGs behind it.*sig-chain/)
    await open('/upgrades/v0.22.0')
    await seen.page.getByText('It never was a plan').waitFor()
  })

  it('is told on the overview when something changes', async () => {
    await open('/')
    const lately = section('AEPs and upgrades lately')
    await lately.getByRole('link', { name: /^Proposal 342 passed/ }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'v2.2.0' }).waitFor()
    expect(pathname()).toBe('/upgrades/v2.2.0')
  })

  it('is found by its number, as its group and its upgrade are by name', async () => {
    for (const [text, path] of [
      ['aep76', '/aeps/76'],
      ['sig-chain', '/sigs/sig-chain'],
      ['Mainnet 14', '/upgrades/v1.0.0'],
    ] as const) {
      await open('/proposals')
      await seen.page.getByRole('button', { name: /^Search/ }).click()
      await seen.page.getByText('92 AEPs, 31 groups.').waitFor()
      await seen.page.getByText('196 proposals.').waitFor()
      await seen.page.keyboard.insertText(text)
      await seen.page.getByRole('option').first().waitFor()
      await seen.page.keyboard.press('Enter')
      await expect.poll(pathname).toBe(path)
    }
  })

  it.each(
    [
      ['/proposals/342', 'AEP-83 Confidential'],
      ['/upgrades', 'no AEP found'],
      ['/upgrades/v2.0.0', 'SIGs behind it'],
      ['/', 'Proposal 342 passed'],
    ].flatMap(([path = '', text = '']) => [
      [path, 'a desk', text, DESK] as const,
      [path, 'a phone', text, PHONE] as const,
    ]),
  )('bars nobody on %s and fits %s', async (path, _, text, size) => {
    await seen.page.setViewportSize(size)
    await open(path)
    await seen.page.getByText(text).first().waitFor()
    expect(await findBarriers(seen.page)).toEqual([])
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(size.width)
    await seen.page.setViewportSize(DESK)
  })
})
