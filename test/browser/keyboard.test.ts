import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { collectRows, idsOf, waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
})
afterAll(() => bed.close())
beforeEach(async () => {
  await seen.page.goto(new URL('/proposals', bed.server.url).href)
  await waitForWholeList(seen.page)
})

const press = (key: string) => seen.page.keyboard.press(key)

/** What a screen reader would say of what has the focus: its role or element, and its name. */
const focused = () =>
  seen.page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) return ''
    const label =
      element instanceof HTMLInputElement || element instanceof HTMLSelectElement
        ? (element.labels?.[0]?.textContent ?? '')
        : (element.getAttribute('aria-label') ?? element.textContent ?? '')
    return `${element.localName} ${label.replaceAll(/\s+/g, ' ').trim()}`.slice(0, 80)
  })

/** Presses Tab until something of this name has the focus. */
async function tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<string> {
  for (let step = 0; step < 40; step += 1) {
    await press(key)
    const now = await focused()
    if (name.test(now)) return now
  }
  throw new Error(`no focus on ${name}; it is on ${await focused()}`)
}

/** Whether the focus can be seen: an outline around it, within the window. */
const isFocusSeen = () =>
  seen.page.evaluate(() => {
    const element = document.activeElement
    if (element === null) return false
    const outlined = [element, element.closest('label')].some((one) => {
      return one !== null && Number.parseFloat(getComputedStyle(one).outlineWidth) > 0
    })
    const { top, bottom } = element.getBoundingClientRect()
    return outlined && bottom > 0 && top < window.innerHeight
  })

describe('without a mouse', () => {
  it('one can skip to the content, and the focus is always seen on the way', async () => {
    await press('Tab')
    expect(await focused()).toBe('a Skip to the content')
    expect(await isFocusSeen()).toBe(true)
    await press('Enter')
    await press('Tab')
    expect(await focused()).toMatch(/^input Search/)
    await press('Shift+Tab')
    const passed = new Set<string>()
    for (let step = 0; step < 12; step += 1) {
      passed.add(await focused())
      expect([await focused(), await isFocusSeen()]).toEqual([await focused(), true])
      await press('Tab')
    }
    expect(passed.size).toBeGreaterThan(8)
  })

  it('one can search, filter and sort', async () => {
    await tabTo(/^input Search/)
    await seen.page.keyboard.type('upgrade')
    await seen.page.waitForURL((url) => url.searchParams.get('q') === 'upgrade')
    expect(await focused()).toMatch(/^input Search/)
    await press('Escape')
    await seen.page.waitForURL((url) => !url.searchParams.has('q'))
    await tabTo(/^button Failed/)
    await press('Space')
    await seen.page.waitForURL((url) => url.searchParams.get('status') === 'failed')
    expect(await focused()).toMatch(/^button Failed/)
    expect(
      await seen.page.getByRole('button', { name: /^Failed/ }).getAttribute('aria-pressed'),
    ).toBe('true')
    await tabTo(/^button Title/)
    await press('Enter')
    await seen.page.waitForURL((url) => url.searchParams.get('sort') === 'title')
    expect(await focused()).toMatch(/^button Title/)
    expect(idsOf(await collectRows(seen.page))).toHaveLength(7)
  })

  it('one can walk the rows with the arrows, open one and come back', async () => {
    await tabTo(/^a Consensus: shorten evidence/)
    await press('ArrowDown')
    await press('ArrowDown')
    expect(await focused()).toMatch(/^a Signal: Akash confidential/)
    await press('ArrowUp')
    expect(await focused()).toMatch(/^a Expedited: emergency/)
    // Past the number that has no proposal, and further than was drawn at first.
    for (let step = 0; step < 30; step += 1) await press('ArrowDown')
    await expect.poll(isFocusSeen).toBe(true)
    const title = (await focused()).slice(2)
    await press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await focused()).toMatch(/^main/)
    await seen.page.goBack()
    await waitForWholeList(seen.page)
    expect(await focused()).toMatch(/^main/)
  })

  it('one can choose a theme, which lasts', async () => {
    await tabTo(/^input As the system/)
    await press('ArrowRight')
    await press('ArrowRight')
    expect(await focused()).toBe('input Dark')
    const theme = () => seen.page.evaluate(() => document.documentElement.dataset.theme)
    expect(await theme()).toBe('dark')
    const paper = () => seen.page.evaluate(() => getComputedStyle(document.documentElement).color)
    const dark = await paper()
    await seen.page.reload()
    expect(await theme()).toBe('dark')
    await tabTo(/^input Dark/)
    await press('ArrowLeft')
    expect(await paper()).not.toBe(dark)
    await press('ArrowLeft')
    expect(await theme()).toBeUndefined()
  })

  it('one can open what is known of the nodes, change their list, and get back to where one was', async () => {
    await tabTo(/^a skydev-1/)
    await press('Enter')
    const table = seen.page.getByRole('table', { name: 'Endpoints' })
    await table.getByText('Up to date.').waitFor()
    await tabTo(/^button Test now/)
    await press('Enter')
    await seen.page.getByText(/asked at most once in 10 s|was asked/).waitFor()
    expect(await focused()).toMatch(/^button Test now/)
    await seen.page.goBack()
    await table.waitFor({ state: 'hidden' })
  })

  it('one can read where a figure comes from, and close it again', async () => {
    await seen.page.goto(new URL('/proposals/342', bed.server.url).href)
    await seen.page.getByText('Final tally').waitFor()
    await tabTo(/^button height 27,400,494/)
    await press('Enter')
    const note = seen.page.getByRole('group', { name: 'Where these figures come from' }).first()
    await note.waitFor()
    await press('Tab')
    expect(await focused()).toBe('button Copy height')
    await press('Escape')
    await note.waitFor({ state: 'hidden' })
    expect(await focused()).toMatch(/^button height 27,400,494/)
  })
})
