import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type FailureMatrixBed,
  type FaultyNetwork,
  openFailureMatrixBed,
} from './failure-matrix-bed.ts'
import { countProposals, waitForWholeList } from './list-rows.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

type Screen = 'overview' | 'list' | 'proposal'
const SCREENS: readonly Screen[] = ['overview', 'list', 'proposal']

let bed: FailureMatrixBed
/** Three endpoints, exchanged faults for every test: the code of the app need be loaded but once. */
let network: FaultyNetwork
let seen: WatchedPage
let pages: readonly { readonly screen: Screen; readonly page: Page }[]
/** The vote that ends first. */
let vote: { readonly id: bigint; readonly title: string }
let proposalCount: number
beforeAll(async () => {
  bed = await openFailureMatrixBed()
  const state = bed.ledger.stateAt(bed.ledger.tip() - 2n)
  const open = state.proposals().find(({ status }) => status === 2)
  if (open === undefined) throw new Error('the demo chain has no open vote')
  vote = open
  proposalCount = state.proposals().length
  network = await bed.open('', '', '')
  seen = await openPage(bed.browser)
  pages = await Promise.all(
    SCREENS.map(async (screen, at) => ({
      screen,
      page: at === 0 ? seen.page : await seen.context.newPage(),
    })),
  )
})
afterAll(() => bed.close())
afterEach(async () => {
  // Chromium's own word on a WebSocket that was refused, which the screen about nodes tries on purpose.
  const noise = seen.noise.filter((line) => !line.startsWith('WebSocket connection to'))
  const { violations } = seen
  expect({ noise, violations }).toEqual({ noise: [], violations: [] })
  await forgetVisits()
})

/** What a visit keeps would be shown in the next; the code may stay where it is. */
async function forgetVisits(): Promise<void> {
  for (const { page } of pages) await page.goto('about:blank')
  const browser = await seen.context.newCDPSession(seen.page)
  await browser.send('Storage.clearDataForOrigin', {
    origin: new URL(network.app).origin,
    storageTypes: 'indexeddb,local_storage',
  })
  await browser.detach()
}

function urlOf(screen: Screen): string {
  const path = screen === 'overview' ? '' : 'proposals'
  return `${network.app}${path}${screen === 'proposal' ? `/${vote.id}` : ''}`
}

function pageOf(screen: Screen): Page {
  const found = pages.find((one) => one.screen === screen)
  if (found === undefined) throw new Error('every screen has a page')
  return found.page
}

/** The third is as the second where it is not named. */
function misbehave(first: string, second: string, third = second): void {
  for (const [at, fault] of [first, second, third].entries()) network.misbehave(at, fault)
}

const mainOf = (page: Page) => textOf(page.locator('main'))
const retryOn = (page: Page) =>
  page.locator('main').getByRole('button', { name: 'Try again' }).first()

/** What no screen may say of a chain it could not read. */
const INVENTED =
  /\b0 (?:in vote|proposals|votes|AKT|%)|Nothing is in vote|has no proposals|no votes|\b(?:NaN|undefined|null)\b/

/** Waits for the figures of a healthy chain. */
async function expectWhole(page: Page, screen: Screen): Promise<void> {
  if (screen === 'list') {
    await waitForWholeList(page)
    expect(await countProposals(page)).toBe(proposalCount)
  } else {
    await page.locator('main').getByText(vote.title).first().waitFor()
  }
  await expect.poll(() => page.locator('main').getByRole('alert').count()).toBe(0)
}

/** Families of faults, with what every screen says when all endpoints have them. */
const FAMILIES: readonly (readonly [fault: string, sentence: string])[] = [
  ['unreachable', 'cannot be reached; check the address or use another endpoint.'],
  ['unauthorized', 'asks for a login (HTTP 401); use a public endpoint.'],
  ['rate-limit:1', 'limits requests; wait 1 s or use another endpoint.'],
  ['bad-gateway', 'failed (HTTP 502); try again or use another endpoint.'],
  ['redirect', 'redirects, which is not followed; enter the address it leads to.'],
  ['cut', 'broke off in the middle of its answer; try again or use another endpoint.'],
  ['html', 'answered with a web page, not as a node; check the address.'],
  ['not-json-rpc', "sent JSON that is not a node's answer; check the address."],
  ['wrong-height', 'its figures would be of another moment than the rest; use another endpoint.'],
  ['no-gov', 'its chain lacks the module, or runs another version of it; try another endpoint.'],
]

describe.each(FAMILIES)('endpoints with %s', (fault, sentence) => {
  it('are named on every screen, no number is invented, and trying again works when they are back', async () => {
    misbehave(fault, fault)
    await Promise.all(
      pages.map(async ({ page, screen }) => {
        await page.goto(urlOf(screen))
        await retryOn(page).waitFor()
        const text = await mainOf(page)
        expect(text).toContain(sentence)
        expect(text).not.toMatch(INVENTED)
      }),
    )
    network.heal()
    await Promise.all(
      pages.map(async ({ page, screen }) => {
        await retryOn(page).click()
        await expectWhole(page, screen)
      }),
    )
  })
})

describe.each(['cut', 'undecodable', 'wrong-height'])(
  'an endpoint with %s before good ones',
  (fault) => {
    it('spoils nothing', async () => {
      misbehave(fault, '')
      await Promise.all(
        pages.map(async ({ page, screen }) => {
          await page.goto(urlOf(screen))
          await expectWhole(page, screen)
        }),
      )
    })
  },
)

describe('endpoints none of which', () => {
  it('gives answers that can be decoded leave the proposals, and no figure that is a zero', async () => {
    misbehave('undecodable', 'undecodable')
    const page = pageOf('proposal')
    await page.goto(urlOf('proposal'))
    await page.getByRole('heading', { level: 1, name: vote.title }).waitFor()
    await expect.poll(() => mainOf(page)).toContain('could not be decoded')
    expect(await mainOf(page)).not.toMatch(INVENTED)
  })

  it('lets a page of another site read them are told apart from those that are down', async () => {
    const others = await bed.open('no-cors', 'unreachable')
    const page = pageOf('list')
    await page.goto(`${urlOf('list')}?rpc=${others.urls.join(',')}`)
    await page.getByRole('button', { name: 'Use these 2 nodes' }).click()
    await retryOn(page).waitFor()
    const text = await mainOf(page)
    expect(text).toContain('None of the 2 endpoints could answer.')
    expect(text).toContain('is up but does not let this site read its answers')
    expect(text).not.toMatch(INVENTED)
  })
})

/** The third endpoint, and what is said of it once it is the only one left. */
const LAST: readonly (readonly [fault: string, state: RegExp])[] = [
  ['lag:100', /Its newest block is 10 min \d+ s old/],
  ['pruned:100', /its blocks begin at \d/i],
  ['rate-limit:1', /limits requests/],
]

describe.each(LAST)(
  'two of three endpoints killed in the middle, the third with %s',
  (fault, state) => {
    it('leave a page that is read to its end, and each is named among the nodes', async () => {
      const page = pageOf('list')
      misbehave('die-after:2', 'die-after:1', fault)
      // A limit that has passed by the time the endpoint named.
      if (fault === 'rate-limit:1') setTimeout(() => network.misbehave(2, ''), 900)
      await page.goto(urlOf('list'))
      await waitForWholeList(page)
      expect(await countProposals(page)).toBe(proposalCount)
      if (fault === 'rate-limit:1') network.misbehave(2, fault)
      await page.getByRole('link', { name: 'Nodes', exact: true }).click()
      await page.getByRole('heading', { level: 1, name: 'Nodes' }).waitFor()
      const rowOf = (at: number) =>
        textOf(page.getByRole('row').filter({ has: page.getByText(network.urls[at] ?? '') }))
      await expect.poll(() => rowOf(0)).toContain('It cannot be reached')
      await expect.poll(() => rowOf(1)).toContain('It cannot be reached')
      await expect.poll(() => rowOf(2)).toMatch(state)
    })
  },
)
