import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { waitForWholeList } from './list-rows.ts'
import { shareQuietPage } from './quiet-page.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

/** The parts of a lease's id. */
const LEASE = [
  'akash10annavz40sy0kqs3kq5pfy9maq7wny99rkpd6k',
  '18476375',
  '1',
  '1',
  'akash1zzmempr48ev6xw66v6nz06ft3s7huxn5wcku08',
] as const
const OPERATOR_ACCOUNT = 'akash1q9qu4vcwjrfdzv5pk0kkl6450328h63nntrate'

let bed: TestBed
let seen: WatchedPage
shareQuietPage(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
  return { bed, seen }
})

const visit = (path: string) => seen.page.goto(new URL(path, bed.server.url).href)
const press = (key: string) => seen.page.keyboard.press(key)
const field = () => seen.page.getByRole('combobox', { name: /^Search/ })
const pathname = () => new URL(seen.page.url()).pathname

/** Title of the option the field names as active; a screen reader says the same. */
const activeOption = () =>
  seen.page.evaluate(() => {
    const id = document.activeElement?.getAttribute('aria-activedescendant') ?? ''
    return document.getElementById(id)?.firstElementChild?.textContent ?? ''
  })

async function openSearch(key = '/'): Promise<void> {
  // Keys pressed before the page is there are nobody's.
  await seen.page.getByRole('button', { name: /^Search/ }).waitFor()
  await press(key)
  await field().waitFor()
  await seen.page.getByText('100 bonded validators.').waitFor()
  await seen.page.getByText('196 proposals.').waitFor()
}

describe('the search, without a mouse', () => {
  beforeEach(() => visit('/'))

  it('opens by either shortcut, closes by Escape, and gives the focus back', async () => {
    for (const key of ['/', 'Control+k']) {
      await openSearch(key)
      expect(await field().evaluate((own) => own === document.activeElement)).toBe(true)
      await press('Escape')
      await field().waitFor({ state: 'hidden' })
    }
  })

  it('leads by arrows and Enter to what is chosen', async () => {
    await openSearch()
    await seen.page.keyboard.type('upgrade')
    await seen.page.getByRole('option').first().waitFor()
    const options = await seen.page.getByRole('option').count()
    const first = await activeOption()
    await press('ArrowDown')
    const second = await activeOption()
    expect(second).not.toBe(first)
    await press('ArrowUp')
    expect(await activeOption()).toBe(first)
    await press('ArrowUp')
    const last = await activeOption()
    await press('Home')
    expect(await activeOption()).toBe(first)
    await press('End')
    expect(await activeOption()).toBe(last)
    await press('ArrowDown')
    expect(await activeOption()).toBe(first)
    await press('ArrowDown')
    expect(options).toBeGreaterThan(2)
    await press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: second }).waitFor()
    await field().waitFor({ state: 'hidden' })
  })

  it.each([
    ['353', '/proposals/353', /^Signal: Akash confidential compute/],
    ['27,400,495', '/blocks/27400495', /^Block 27,400,495$/],
    ['deep harbor', /^\/accounts\/akashvaloper1/, /^Deep Harbor/],
    [OPERATOR_ACCOUNT, `/accounts/${OPERATOR_ACCOUNT}`, /^Deep Harbor/],
    ['https://www.mintscan.io/akash/proposals/342', '/proposals/342', /^Mainnet 19/],
    [
      '0B93482C9A57F49C3B7019F26B9FDA6FD0FDC4CE2BCF85443B7C5E8F6354AAED',
      '/blocks/27400200',
      /^Block 27,400,200$/,
    ],
    [LEASE.join('/'), `/market/leases/${LEASE.join('/')}`, /^(Lease )?18476375\/1\/1$/],
  ])('finds %s', async (text, path, title) => {
    await openSearch()
    await seen.page.keyboard.insertText(text)
    await seen.page.getByRole('option').first().waitFor()
    await press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(pathname()).toMatch(path)
  })

  it('finds the leases of a deployment, also where no screen has read the market yet', async () => {
    // The overview reads it by itself, and then the lease that runs comes first.
    await visit('/proposals')
    await openSearch()
    await seen.page.keyboard.insertText(`dseq ${LEASE[1]}`)
    await seen.page.getByRole('option', { name: /^Leases of deployment/ }).waitFor()
    await press('Enter')
    await seen.page.getByRole('heading', { level: 1, name: /^Leases$/ }).waitFor()
    expect(pathname()).toBe('/market/leases')
    expect(new URL(seen.page.url()).searchParams.get('dseq')).toBe(LEASE[1])
  })

  it('says how it read what leads nowhere', async () => {
    await openSearch()
    await seen.page.keyboard.insertText(`${OPERATOR_ACCOUNT.slice(0, -1)}q`)
    await seen.page.getByText('The checksum of this address is wrong').waitFor()
    await field().fill('https://www.mintscan.io/cosmos/proposals/12')
    await seen.page.getByText('A link of Mintscan about another chain (cosmos).').waitFor()
    await field().fill('no such words anywhere')
    await seen.page.getByText(/^Nothing found\. Read as words/).waitFor()
    await field().fill('01'.repeat(32))
    await seen.page.getByRole('option').first().waitFor()
    await press('Enter')
    await seen.page.getByText('The block of this transaction was not found.').waitFor()
  })

  it('asks before it calls a node that was pasted', async () => {
    await openSearch()
    await seen.page.keyboard.insertText('https://rpc.example.org')
    await seen.page.getByRole('option', { name: /^Read from rpc.example.org/ }).waitFor()
    await press('Enter')
    await seen.page.getByRole('button', { name: 'Use this node' }).waitFor()
    expect(seen.requestsBeyond(new URL(bed.server.url).origin)).toEqual([])
  })
})

describe('while somebody types', () => {
  it('a slash is a slash', async () => {
    await visit('/proposals')
    await waitForWholeList(seen.page)
    await seen.page.getByRole('textbox', { name: /^Search/ }).press('/')
    expect(await seen.page.getByRole('textbox', { name: /^Search/ }).inputValue()).toBe('/')
    expect(await seen.page.locator('dialog[open]').count()).toBe(0)
  })
})

describe.each([
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
] as const)('on a screen $width pixels wide', (viewport) => {
  beforeAll(() => seen.page.setViewportSize(viewport))
  afterAll(() => seen.page.setViewportSize({ width: 1440, height: 900 }))

  /** What would be scrolled to sideways, or is cut off without a word. */
  const overflow = () =>
    seen.page.evaluate(() => ({
      // The place kept for a scroll bar counts as width that is not filled.
      page: Math.max(
        0,
        document.documentElement.scrollWidth - document.documentElement.clientWidth,
      ),
      hidden: [...document.querySelectorAll('nav a, header button')].filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        const row = element.closest('nav')
        // The row of screens scrolls on a phone; registry-screens.test.ts walks along it.
        if (row !== null && getComputedStyle(row).overflowX === 'auto') return false
        const box = row?.getBoundingClientRect()
        return right > window.innerWidth || left < 0 || (box && right > box.right + 1)
      }).length,
    }))

  it.each([
    ['/blocks/27400495', 'heading', /^Who signed it$/],
    ['/blocks/27400494', 'heading', /^Who signed it$/],
    ['/blocks/27500000', 'heading', /^The chain has not come/],
    ['/blocks/1', 'heading', /^No node here keeps/],
    ['/blocks/x', 'heading', /^That is no block height$/],
    [`/accounts/${OPERATOR_ACCOUNT}`, 'heading', /^Deep Harbor/],
    ['/accounts/akash1x', 'heading', /^That is no whole address$/],
  ] as const)('%s has no barrier and hides nothing', async (path, role, name) => {
    await visit(path)
    await seen.page.getByRole(role, { name }).first().waitFor()
    await seen.page.waitForLoadState('networkidle')
    expect(await findBarriers(seen.page)).toEqual([])
    expect(await overflow()).toEqual({ page: 0, hidden: 0 })
  })

  it('the search has no barrier, empty or with results', async () => {
    await visit('/')
    await openSearch()
    expect(await findBarriers(seen.page)).toEqual([])
    await field().fill('upgrade')
    await seen.page.getByRole('option').first().waitFor()
    expect(await findBarriers(seen.page)).toEqual([])
    expect(await overflow()).toEqual({ page: 0, hidden: 0 })
  })
})

describe('addresses and heights', () => {
  it('lead to their pages wherever they stand', async () => {
    await visit('/proposals/353')
    await seen.page.getByRole('heading', { level: 1, name: /^Signal/ }).waitFor()
    const proposer = seen.page.locator('aside a[href^="/accounts/akash1"]').first()
    await proposer.click()
    await seen.page.getByRole('heading', { name: 'Proposals it submitted' }).waitFor()
    expect(pathname()).toMatch(/^\/accounts\/akash1/)
    await seen.page
      .getByRole('link', { name: /^353 Signal/ })
      .first()
      .waitFor()
  })
})
