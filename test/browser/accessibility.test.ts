import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
beforeAll(async () => {
  bed = await openTestBed()
})
afterAll(() => bed.close())

/** A screen in a state, as a reader would come to it. */
type Screen = readonly [name: string, path: string, arrive: (page: Page) => Promise<unknown>]

const SCREENS: readonly Screen[] = [
  [
    'the overview',
    '/',
    (page) =>
      page.getByText('Every proposal').or(page.getByText('votes are open')).first().waitFor(),
  ],
  ['the list', '/proposals', waitForWholeList],
  ['the list, filtered', '/proposals?status=failed,rejected', waitForWholeList],
  [
    'the list without a match',
    '/proposals?q=nothing+at+all',
    (page) => page.getByText('No proposal matches').waitFor(),
  ],
  [
    'a proposal in vote',
    '/proposals/353',
    (page) => page.locator('.prose[aria-busy="false"]').waitFor(),
  ],
  [
    'the votes of validators',
    '/proposals/353?tab=validators',
    (page) => page.getByText("equal to the node's tally").waitFor(),
  ],
  [
    'the votes of delegators, of a proposal converted from expedited',
    '/proposals/354?tab=delegators',
    (page) => page.getByText("equal to the node's tally").waitFor(),
  ],
  [
    'an upgrade that passed',
    '/proposals/342',
    (page) => page.locator('.prose[aria-busy="false"]').waitFor(),
  ],
  ['an impossible tally', '/proposals/235', (page) => page.getByText('impossible tally').waitFor()],
  [
    'a proposal in deposit',
    '/proposals/350',
    (page) => page.getByText('Collecting its deposit').waitFor(),
  ],
  [
    'a number without a proposal',
    '/proposals/351',
    (page) => page.getByText('no proposal of this number').waitFor(),
  ],
  ['the nodes', '/nodes', (page) => page.getByText('Up to date.').waitFor()],
  [
    'consent',
    '/proposals?rpc=http://127.0.0.1:9',
    (page) => page.getByText('names its own node').waitFor(),
  ],
  [
    'a link that cannot be followed',
    '/proposals?height=x',
    (page) => page.getByText('cannot be followed').waitFor(),
  ],
  [
    'a failure',
    '/proposals/50?height=5',
    (page) => page.getByRole('button', { name: 'Try again' }).waitFor(),
  ],
  ['a screen that is none', '/none', (page) => page.getByText('no such page').waitFor()],
]

/** What is laid out anew on a phone; the rest is a column of text there as well. */
const ON_PHONES = [
  'the overview',
  'the list',
  'a proposal in vote',
  'the nodes',
  'consent',
  'a failure',
]

const SIZES = [
  ['a wide screen', { width: 1440, height: 900 }, SCREENS],
  ['a phone', { width: 390, height: 844 }, SCREENS.filter(([name]) => ON_PHONES.includes(name))],
] as const

describe.each(SIZES)('on %s', (_, viewport, screens) => {
  let seen: WatchedPage
  beforeAll(async () => {
    seen = await openPage(bed.browser, { viewport })
  })
  afterAll(() => seen.close())

  /** In both themes: what is no matter of colour is looked at once. */
  const findAllBarriers = async () => {
    await seen.page.emulateMedia({ colorScheme: 'light' })
    const light = await findBarriers(seen.page)
    await seen.page.emulateMedia({ colorScheme: 'dark' })
    return [...light, ...(await findBarriers(seen.page, ['color-contrast', 'link-in-text-block']))]
  }
  /** Without the scrollbar. */
  const clientWidth = () => seen.page.evaluate(() => document.documentElement.clientWidth)
  const isWithin = async (box: { readonly x: number; readonly width: number } | null) =>
    box !== null && box.x >= 0 && box.x + box.width <= (await clientWidth())

  it.each(screens)('%s bars nobody and is no wider than the window', async (__, path, arrive) => {
    await seen.page.goto(new URL(path, bed.server.url).href)
    await arrive(seen.page)
    expect(await findAllBarriers()).toEqual([])
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(await clientWidth())
    expect(await seen.page.getByRole('heading', { level: 1 }).count()).toBe(1)
  })

  it('a note on where figures come from bars nobody and stays within the window', async () => {
    await seen.page.goto(new URL('/proposals/342', bed.server.url).href)
    await seen.page
      .getByRole('button', { name: /^height 27,400,494/ })
      .first()
      .click()
    const note = seen.page.getByRole('group', { name: 'Where these figures come from' }).first()
    await note.waitFor()
    expect(await findAllBarriers()).toEqual([])
    expect(await isWithin(await note.boundingBox())).toBe(true)
  })
})
