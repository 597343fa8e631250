import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AEP_INDEX_URL } from '../../src/chain/aep-repository.ts'
import { NETWORKS } from '../../src/data/networks.ts'
import { readRegistry } from '../../src/data/registry/registry.ts'
import { findBarriers } from './axe.ts'
import { type FailureMatrixBed, openFailureMatrixBed } from './failure-matrix-bed.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
let faulty: FailureMatrixBed
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  faulty = await openFailureMatrixBed()
  seen = await openPage(bed.browser)
})
afterAll(() => Promise.all([faulty.close(), bed.close()]))
beforeEach(() => seen.forget())
afterEach(async () => {
  const { noise, violations } = seen
  expect({ noise, violations }).toEqual({ noise: [], violations: [] })
  await seen.context.unrouteAll({ behavior: 'ignoreErrors' })
  await seen.page.emulateMedia({ colorScheme: null })
  await seen.page.setViewportSize(DESK)
})

const PHONE = { width: 390, height: 844 }
const DESK = { width: 1440, height: 900 }

const open = (path: string, app = bed.server.url) => seen.page.goto(new URL(path, app).href)
const main = () => textOf(seen.page.locator('main'))

/** Each with what only the joined registry and chain can tell. */
const SCREENS: readonly (readonly [path: string, told: RegExp])[] = [
  ['/aeps', /14 came to the chain: 13 by an upgrade and 1 removed since; 1 scheduled/],
  ['/aeps?view=board', /Scheduled 1 AEP-83 .*Delivered 13 .*Removed 1 AEP-23/],
  ['/aeps/76', /delivered by explicit Vote Proposal #318 .*Upgrade v2\.0\.0 .*26,063,777/],
  ['/aeps/39', /v1\.0\.0 .*23,939,793 .*continued by .*v1\.2\.0 .*25,789,395/],
  ['/aeps/64', /funded by explicit Vote Proposal #290 .*Funding passed/],
  ['/aeps/2', /Nothing found .*looked for, and not found/],
  ['/aeps/999', /There is no|more likely/],
  ['/aeps/findings', /57 disagreements on 47 AEPs/],
  ['/aeps/pipeline', /13 AEPs reached the chain, 1 is scheduled/],
  ['/sigs', /11 of 31 groups are active .*they stand behind/],
  ['/sigs/sig-chain', /It stands behind 17 AEPs and 13 applied upgrades/],
  ['/sigs/sig-nobody', /sig-nobody/],
  ['/projects', /29 projects .*Delivered/],
]

describe('screens of the registry', () => {
  it.each(SCREENS)(
    'tell what they know at %s and bar nobody, light or dark',
    async (path, told) => {
      await seen.page.emulateMedia({ colorScheme: 'light' })
      await open(path)
      await expect.poll(main).toMatch(told)
      await expect.poll(main).not.toContain('still to be read')
      expect(await findBarriers(seen.page)).toEqual([])
      await seen.page.emulateMedia({ colorScheme: 'dark' })
      await seen.page.setViewportSize(PHONE)
      expect(await findBarriers(seen.page)).toEqual([])
      const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(PHONE.width)
    },
  )

  it.each([640, 768, 1024])('have no table wider than a window of %i px', async (width) => {
    await seen.page.setViewportSize({ width, height: 900 })
    for (const path of ['/aeps', '/aeps/76', '/aeps/pipeline', '/sigs', '/upgrades', '/nodes']) {
      await open(path)
      await seen.page.getByRole('table').first().waitFor()
      await seen.page.waitForLoadState('networkidle')
      const reached = await seen.page.evaluate(() => document.documentElement.scrollWidth)
      expect([path, reached <= width, reached]).toEqual([path, true, reached])
    }
  })

  it('are reached from a phone in one row, in which the keyboard brings every entry into sight', async () => {
    await seen.page.setViewportSize(PHONE)
    await open('/nodes')
    const row = seen.page.getByRole('navigation', { name: 'Screens' })
    const links = row.getByRole('link')
    const tops = () =>
      links.evaluateAll((all) => all.map((link) => link.getBoundingClientRect().top))
    await seen.page.getByRole('table').first().waitFor()
    expect(new Set(await tops()).size).toBe(1)
    // The screen one is on is in sight though it is the last.
    await expect.poll(() => isInSight(links.last())).toBe(true)
    await seen.page.getByRole('link', { name: 'Skylight' }).focus()
    await seen.page.keyboard.press('Tab')
    for (let at = 0; at < (await links.count()); at += 1) {
      await expect.poll(() => isInSight(links.nth(at))).toBe(true)
      await seen.page.keyboard.press('Tab')
    }
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(PHONE.width)
  })
})

describe('where the chain cannot be read', () => {
  it.each(['junk', 'html', 'rate-limit'])(
    'an endpoint that gives %s leaves the registry, and says whose word it is',
    async (fault) => {
      const { app } = await faulty.open(fault)
      for (const [path, told] of [
        ['/aeps?q=39', /39 Lease Termination Reasons .*Draft .*Delivered/],
        ['/aeps/39', /The document says Draft .*The record of akashnet-2 shows Delivered/],
        ['/aeps/findings?aep=39', /still says Draft/],
        ['/aeps/pipeline', /AEPs reached the chain/],
        ['/sigs', /11 of 31 groups are active/],
        ['/sigs/sig-chain', /It stands behind/],
        ['/projects', /29 projects .*Delivered/],
      ] as const) {
        await open(path, app)
        await expect.poll(main).toMatch(told)
        await expect.poll(main).toContain('The chain could not be read')
        expect(await main()).not.toMatch(/undefined|NaN|\[object|Error:/)
      }
    },
  )

  it('says on an upgrade that its AEPs are not known, and not that there are none', async () => {
    const { app } = await faulty.open('junk')
    await open('/upgrades/v1.0.0', app)
    await seen.page.getByRole('alert').first().waitFor()
    expect(await main()).not.toContain('No AEP found')
  })
})

describe('titles of the repository, read anew', () => {
  const HOSTILE = '<img src=x onerror=alert(1)>\u202etxt.exe </title><script>alert(1)</script>'
  const [mainnet] = NETWORKS

  it('stay text on every screen that shows them', async () => {
    // Answers come from the recording, under the name of the network whose repository is asked.
    const server = await bed.serve(['http://127.0.0.1:9/'], { network: mainnet?.id ?? '' })
    await answerAsMainnet()
    await seen.context.route(AEP_INDEX_URL, (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'text/plain',
        body: JSON.stringify([
          ...readRegistry().aeps.map(({ number, title, statusRaw, type, created }) => ({
            ...{ aep: number, title, status: statusRaw, type },
            ...(created === undefined ? {} : { created: `${created}T00:00:00.000Z` }),
          })),
          { aep: 97, title: HOSTILE, status: `Draft${HOSTILE}`, author: HOSTILE, type: HOSTILE },
        ]),
      }),
    )
    for (const path of ['/aeps?q=97', '/aeps?view=board&q=97', '/aeps/97']) {
      await open(path, server.url)
      await expect.poll(main).toContain('<img src=x onerror=alert(1)>')
      expect(await main()).not.toContain('\u202e')
      expect(await seen.page.locator('main img, main script').count()).toBe(0)
      expect(await findBarriers(seen.page)).toEqual([])
    }
    // The next chain of the same visit is one for which the internet is not asked.
    await seen.page.getByRole('navigation').getByRole('link', { name: 'Nodes' }).click()
    await seen.page.getByRole('link', { name: 'Demo chain (invented)' }).click()
    await seen.page.getByText('Invented data.').waitFor()
    await seen.page.getByRole('navigation').getByRole('link', { name: 'AEPs' }).click()
    await expect.poll(main).toContain('For the demo chain nothing is asked of the internet')
    expect(await main()).not.toContain('<img src=x onerror=alert(1)>')
  })
})

describe('the document of an AEP, read anew', () => {
  it('is asked for on its page by what the node says its chain is, and told where it differs', async () => {
    const server = await bed.serve(['http://127.0.0.1:9/'])
    await answerAsMainnet()
    await seen.context.route(AEP_INDEX_URL, (route) => route.fulfill({ status: 404 }))
    const document = new URL('spec/aep-39/README.md', AEP_INDEX_URL).href
    await seen.context.route(document, (route) =>
      route.fulfill({
        headers: { 'access-control-allow-origin': '*' },
        contentType: 'text/plain',
        body: '---\naep: 39\ntitle: "Lease Termination \u202eReasons"\nstatus: Final\n---\n',
      }),
    )
    await open('/aeps/39', server.url)
    await expect.poll(main).toMatch(/The document itself says something newer .*status: Final/)
    expect(await main()).not.toContain('\u202e')
    expect(await main()).toContain('The AEP repository could not be read anew')
  })
})

/** Answers come from the recording, under the name of mainnet. */
async function answerAsMainnet(): Promise<void> {
  await seen.context.route('**/rpc/0', async (route) => {
    const body = (route.request().postData() ?? '').replaceAll('akashnet-2', 'skydev-1')
    const reply = await fetch(bed.node.url, { method: 'POST', body })
    await route.fulfill({
      contentType: 'application/json',
      body: (await reply.text()).replaceAll('skydev-1', 'akashnet-2'),
    })
  })
}

/** Wholly within the window, from side to side. */
function isInSight(link: ReturnType<WatchedPage['page']['getByRole']>): Promise<boolean> {
  return link.evaluate((element) => {
    const { left, right } = element.getBoundingClientRect()
    return left >= 0 && right <= window.innerWidth
  })
}
