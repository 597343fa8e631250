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
const main = () => textOf(seen.page.locator('main'))
const rows = () => seen.page.getByRole('table', { name: 'AEPs' }).locator('tbody tr[data-index]')
const row = (title: string) => rows().filter({ has: seen.page.getByRole('link', { name: title }) })
const search = () => new URL(seen.page.url()).search
const path = (aep: number) =>
  seen.page.getByRole('list', { name: `From AEP-${aep} to the chain`, exact: true })

/** What the chain shows has arrived. */
const isJoined = () => expect.poll(main).toContain('came to the chain')

describe('/aeps', () => {
  it('has what documents say and what the chain shows side by side, and the way between them', async () => {
    await open('/aeps?q=39')
    await isJoined()
    expect(await textOf(row('Lease Termination Reasons'))).toMatch(
      /39 .*Draft estimated 2026-03-15 Delivered v1\.0\.0 23,939,793 v1\.2\.0 25,789,395 .*still says Draft/,
    )
    expect(await main()).toMatch(/14 came to the chain: 13 by an upgrade and 1 removed since/)
  })

  it('shows the documents before any node has answered', async () => {
    const holds: (() => Promise<void>)[] = []
    await seen.page.route('**/*', (route) =>
      route.request().method() === 'POST'
        ? void holds.push(() => route.continue())
        : route.continue(),
    )
    await open('/aeps?q=39')
    await row('Lease Termination Reasons').waitFor()
    expect(await textOf(row('Lease Termination Reasons'))).toContain('Draft')
    expect(await main()).not.toContain('Nothing found')
    await seen.page.unrouteAll()
    await Promise.all(holds.map((letGo) => letGo().catch(() => undefined)))
  })

  it('keeps every filter in the URL, and a link shows another reader the same', async () => {
    await open('/aeps')
    await isJoined()
    await seen.page.getByLabel('Chain', { exact: true }).selectOption('delivered')
    await seen.page.getByRole('button', { name: /^Last Call/ }).click()
    await expect.poll(search).toBe('?delivery=delivered&status=last-call')
    await expect.poll(() => rows().count()).toBe(1)
    await open(`/aeps${search()}`)
    await row('Enhanced Read Performance Onchain Queries').waitFor()
    await expect.poll(() => rows().count()).toBe(1)
  })

  it('is a board by what the chain shows, whose long columns go on in the table', async () => {
    await open('/aeps?view=board')
    await isJoined()
    const scheduled = seen.page.locator('section').filter({
      has: seen.page.getByRole('heading', { name: /^Scheduled/ }),
    })
    await expect
      .poll(() => textOf(scheduled))
      .toContain('AEP-83 Confidential Compute via Kata Containers')
    // What is read of the chain is shown before all of it is.
    await seen.page.getByText('Older proposals are still to be read').waitFor({ state: 'detached' })
    await seen.page.getByRole('link', { name: 'All 13 in the table' }).click()
    await expect.poll(search).toBe('?delivery=delivered')
    await expect.poll(() => rows().count()).toBe(13)
  })

  it('explains a number that no AEP has, and says what matches nothing', async () => {
    await open('/aeps?q=77')
    await expect.poll(main).toContain('No AEP has this number')
    await seen.page.getByRole('textbox', { name: 'Search by number' }).fill('no such thing')
    await expect.poll(main).toContain('No AEP matches')
  })
})

describe('/aeps/:number', () => {
  it('draws the way over both upgrades, with evidence on every arrow and its source one press away', async () => {
    await open('/aeps/39')
    await expect
      .poll(() => textOf(path(39)))
      .toMatch(
        /delivered by documentary Vote Proposal #308 Passed, 2025-10-27 chain Upgrade v1\.0\.0 chain Active since 23,939,793 2025-10-28 continued by documentary Vote Proposal #317 .* Continued at 25,789,395/,
      )
    await path(39)
      .getByRole('button', { name: 'Evidence, documentary: AEP-39 delivered by proposal 308' })
      .focus()
    await seen.page.keyboard.press('Enter')
    const note = path(39).getByRole('group', { name: /AEP-39 delivered by proposal 308/ })
    await note.waitFor()
    expect(await note.getByRole('link').first().getAttribute('href')).toMatch(
      /^https:\/\/github\.com\/akash-network\//,
    )
    await seen.page.keyboard.press('Escape')
    expect(await main()).toMatch(/The document says Draft .*The chain shows Delivered/)
    expect(await main()).toContain('Shipped, and its document still says Draft')
  })

  it('draws a removal after what brought it, and what is scheduled as still to come', async () => {
    await open('/aeps/23')
    await expect
      .poll(() => textOf(path(23)))
      .toMatch(/Active from 12,606,074 .*removed by curated .*Removed at 26,063,777/)
    await open('/aeps/83')
    await expect
      .poll(() => textOf(path(83)))
      .toMatch(/to be delivered by explicit .*#342 .*v2\.2\.0 .*To come at 27,400,605/)
  })

  it('draws what it builds on as links of the keyboard, and says the same in words', async () => {
    await open('/aeps/88')
    const graph = seen.page.getByRole('group', { name: 'What AEP-88 builds on' })
    await graph.getByRole('link', { name: 'AEP-80 Final' }).focus()
    expect(await main()).toMatch(/Requires AEP-76 .*AEP-78 .*AEP-80/)
    await seen.page.keyboard.press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: 'On-Chain Oracle Module' }).waitFor()
  })

  it.each([
    ['77', 'No AEP has this number. Added on 2025-11-14'],
    ['95', 'It was seen in the AEP repository after'],
    ['150', 'There is no document of AEP-150'],
    ['0', 'There is no AEP-0'],
    ['99999', 'more likely that of a discussion or a pull request'],
    [encodeURIComponent('<img src=x>'), 'This is no number of an AEP'],
  ])('has a state of its own for %s', async (number, sentence) => {
    await open(`/aeps/${number}`)
    await expect.poll(main).toContain(sentence)
  })

  it('says whose word it is where no node answers', async () => {
    const server = await bed.serve(['http://127.0.0.1:9/'])
    await seen.page.goto(new URL('/aeps/30', server.url).href)
    await expect.poll(main).toContain('The record of akashnet-2 shows Delivered')
    expect(await main()).toContain('The chain could not be read')
    expect(await textOf(path(30))).toMatch(/funded by explicit Vote Proposal #268/)
  })
})

describe('screens of AEPs', () => {
  it.each([
    ['a desk', DESK],
    ['a phone', PHONE],
  ])('bar nobody and fit %s', async (_, size) => {
    await seen.page.setViewportSize(size)
    for (const address of ['/aeps', '/aeps?view=board', '/aeps/76']) {
      await open(address)
      await seen.page.getByText('height 27,400,494').first().waitFor()
      expect(await findBarriers(seen.page)).toEqual([])
      const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(size.width)
    }
    await seen.page.setViewportSize(DESK)
  })
})
