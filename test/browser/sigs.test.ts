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
const row = (table: string, name: RegExp) =>
  seen.page.getByRole('table', { name: table }).getByRole('row', { name })

async function open(path: string): Promise<void> {
  await seen.page.goto(new URL(path, bed.server.url).href)
  await seen.page.getByText(/^height 27,400,494/).waitFor()
  // What is read of the chain is shown before all of it is.
  await seen.page.getByText('Older proposals are still to be read').waitFor({ state: 'detached' })
}

describe('the groups', () => {
  it('are listed with whether they meet, who leads them and what they stand behind', async () => {
    await open('/sigs')
    expect(await main()).toMatch(/11 of 31 groups are active as of 2026-08-06/)
    const chain = await textOf(row('Groups', /^Chain/))
    expect(chain).toContain('SIG · sig-chain')
    expect(chain).toContain('Active Artur Troian, Adam Bozanich, Scott Carruthers 2026-06-17')
    // Of v2.2.0 nothing names the group: it is counted apart.
    expect(chain).toMatch(/17 10 by scope 13 1 by scope$/)
    expect(await textOf(row('Groups', /^PoW-Mining/))).toContain('Listed only')
  })

  it('say why upgrades before 2023 have none', async () => {
    await open('/sigs')
    await seen.page.getByRole('heading', { name: 'Before 2023 no SIG existed' }).waitFor()
    expect(await main()).toMatch(/holds for 4 upgrades: akashnet-2-upgrade-1, .*v0\.20\.0/)
  })

  it('are filtered and sorted in the address, also by keyboard', async () => {
    await open('/sigs')
    await seen.page.getByRole('button', { name: /^Committee/ }).press('Enter')
    await expect.poll(() => search('kind')).toBe('committee')
    await expect.poll(() => seen.page.locator('tbody tr').count()).toBe(1)
    await seen.page.getByRole('button', { name: /^Committee/ }).press('Enter')
    await seen.page.getByRole('button', { name: 'AEPs', exact: true }).press('Enter')
    await expect.poll(() => search('sort')).toBe('aeps')
    await expect.poll(() => textOf(seen.page.locator('tbody tr').first())).toContain('Providers')
    await seen.page.getByRole('textbox', { name: /^Search by name/ }).fill('zealy')
    await expect.poll(() => search('q')).toBe('zealy')
    await expect.poll(() => seen.page.locator('tbody tr').count()).toBe(1)
    await seen.page.locator('tbody tr').getByRole('link').press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: 'Zealy' }).waitFor()
  })
})

describe('a group', () => {
  it('shows what it stands behind and what ties each to it', async () => {
    await open('/sigs/sig-chain')
    await seen.page.getByRole('heading', { level: 1, name: /^Chain/ }).waitFor()
    expect(await main()).toContain('It stands behind 17 AEPs and 13 applied upgrades')
    const upgrades = seen.page.getByRole('table', { name: 'Upgrades tied to the group' })
    expect(await upgrades.locator('tbody tr').count()).toBe(14)
    const next = await textOf(upgrades.locator('tbody tr').first())
    expect(next).toMatch(/^v2\.2\.0 27,400,605 Scheduled proposal 342 charter low$/)
    const named = 'AEPs tied to the group'
    expect(await textOf(row(named, /^AEP-39/))).toBe(
      'AEP-39 Lease Termination Reasons Draft Delivered documentary medium',
    )
    expect(await textOf(row(named, /^AEP-23/))).toContain('Removed')
    const scoped = seen.page.getByRole('table', { name: 'AEPs that only the scope covers' })
    for (const line of await scoped.locator('tbody tr').allInnerTexts()) {
      expect(line).toContain('charter')
    }
  })

  it('opens the evidence of a tie with the keyboard, with its source', async () => {
    await open('/sigs/sig-chain')
    const evidence = seen.page.getByRole('button', { name: /^Evidence, documentary: .*v2\.1\.0/ })
    await evidence.press('Enter')
    const note = seen.page.getByRole('group', { name: /^Evidence, documentary: .*v2\.1\.0/ })
    await expect.poll(() => note.isVisible()).toBe(true)
    expect(await note.getByRole('link').first().getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/akash-network\//,
    )
    await seen.page.keyboard.press('Escape')
    await expect.poll(() => note.isVisible()).toBe(false)
  })

  it.each([
    ['wg-gpu', 'GPU', 'It has not met for long'],
    ['sig-network-upgrades', 'Network Upgrades (SIG)', 'It is no more'],
    ['ug-validators', 'Validators', 'There is only its name'],
  ])('%s says in what state it is, and why', async (id, name, state) => {
    await open(`/sigs/${id}`)
    await seen.page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    expect(await main()).toContain(state)
    expect(await main()).toMatch(/Basis: /)
  })

  it('is found by a former name, which the page says', async () => {
    await open('/sigs/sig-docs')
    await seen.page.getByRole('heading', { level: 1, name: 'Documentation' }).waitFor()
    expect(await main()).toContain('sig-docs is what sig-documentation was, or is also, called')
  })

  it('that nobody knows is said to be unknown, not empty', async () => {
    await open('/sigs/sig-%3Cb%3Estorage')
    const text = await main()
    expect(text).toContain('sig-<b>storage')
    expect(text).toContain('The record has no group of this name.')
    expect(text).toContain('No text of the chain names it either')
    await seen.page.getByRole('link', { name: 'All groups' }).click()
    await seen.page.getByRole('heading', { level: 1, name: /^SIGs/ }).waitFor()
  })
})

describe('the projects', () => {
  it('stand under their states as the list has them, and the list is said to be old', async () => {
    await open('/projects')
    const text = await main()
    expect(text).toContain('29 projects on the community')
    expect(text).toContain('Not kept since December 2023')
    expect(text).toContain('No project of the list is in spec-approved, design, beta')
    const column = (name: string) =>
      textOf(
        seen.page
          .locator('section')
          .filter({ has: seen.page.getByRole('heading', { name, exact: false }) }),
      )
    const implementation = await column('implementation')
    expect(implementation).toContain('written “Implementation”; not on the first list')
    // What the list says and what the chain shows stand side by side; the topic is a guess.
    expect(implementation).toMatch(/Stable payments.*same topic, a guess: AEP-23 Removed/)
    expect(await column('gone since the first list')).toContain('Console General Availability')
  })

  it('of one group are a link', async () => {
    await open('/projects')
    await seen.page.getByRole('combobox', { name: 'Group' }).selectOption('sig-clients')
    await expect.poll(() => search('group')).toBe('sig-clients')
    await expect.poll(main).toContain('3 projects shown')
    await seen.page.getByRole('link', { name: 'Groups', exact: true }).click()
    await seen.page.getByRole('heading', { level: 1, name: /^SIGs/ }).waitFor()
  })
})

describe.each([
  ['a wide screen', { width: 1440, height: 900 }],
  ['a phone', { width: 390, height: 844 }],
])('on %s', (_, viewport) => {
  it.each(['/sigs', '/sigs/sig-chain', '/sigs/wg-gpu', '/sigs/sig-storage', '/projects'])(
    '%s bars nobody and fits',
    async (path) => {
      await seen.page.setViewportSize(viewport)
      await open(path)
      expect(await findBarriers(seen.page)).toEqual([])
      const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(viewport.width)
      await seen.page.setViewportSize({ width: 1440, height: 900 })
    },
  )
})
