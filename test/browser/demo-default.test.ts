import { readFile } from 'node:fs/promises'
import type { BrowserContext } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type LocalServer, startLocalServer } from '../../src/cli/server/local-server.ts'
import { buildApp, ROOT } from '../../src/cli/start/build-app.ts'
import { NETWORKS } from '../../src/data/networks.ts'
import { findBarriers } from './axe.ts'
import { waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

const MAINNET = NETWORKS[0]?.endpoints.map(({ url }) => url) ?? []
const INVENTED = 'Invented data.'

let bed: TestBed
/** Serves the app as `npm start` does without options: its clock goes, its endpoints are the public ones. */
let server: LocalServer
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  server = await startLocalServer({ dist: (await buildApp(ROOT)).dist, port: 0 })
})
afterAll(async () => {
  await seen.close()
  await Promise.all([server.close(), bed.close()])
})
beforeEach(async () => {
  await seen?.close()
  seen = await openPage(bed.browser)
})

const banner = () => seen.page.getByRole('note').first()
const bannerText = () => textOf(banner())

describe('a first visit where no public endpoint can be reached', () => {
  beforeEach(() => answerMainnet(seen.context, 'refuse'))

  it('shows the demo chain under its banner at once, and keeps the address', async () => {
    await seen.page.goto(`${server.url}proposals`)
    await seen.page.getByText(INVENTED).waitFor()
    await seen.page.getByRole('link', { name: /Fund/ }).first().waitFor()
    await expect
      .poll(bannerText)
      .toMatch(
        /This is Skylight’s demo chain, shown in place of Akash mainnet: no figure here is of it\. None of the \d+ endpoints of Akash mainnet could be read\. The first: https:\/\/\S+ cannot be reached;/,
      )
    expect(seen.page.url()).toBe(`${server.url}proposals`)
    expect(await seen.page.title()).toBe('Demo · Proposals · Skylight')
    const databases = await seen.page.evaluate(() => indexedDB.databases())
    expect(databases.filter(({ name }) => name?.includes('skydemo-'))).toEqual([])
    expect(seen.violations).toEqual([])
  })

  it('says what came of trying again, and shows the network when it answers', async () => {
    await seen.page.goto(`${server.url}proposals`)
    await seen.page.getByText(INVENTED).waitFor()
    const retry = seen.page.getByRole('button', { name: 'Try again' })
    await retry.click()
    await seen.page.getByText(/none could be read\.$/).waitFor()
    await answerMainnet(seen.context, 'answer', bed.node.url)
    await retry.click()
    await seen.page.getByText('Consensus: shorten evidence max age').waitFor()
    expect(await seen.page.getByText(INVENTED).count()).toBe(0)
    expect(await seen.page.title()).toBe('Proposals · Skylight')
  })

  it.each(['light', 'dark'] as const)(
    'can be read by anybody, on a phone too (%s)',
    async (theme) => {
      await seen.page.emulateMedia({ colorScheme: theme })
      await seen.page.setViewportSize({ width: 390, height: 844 })
      await seen.page.goto(`${server.url}proposals`)
      await seen.page.getByRole('button', { name: 'Try again' }).waitFor()
      await waitForWholeList(seen.page)
      expect(await findBarriers(seen.page)).toEqual([])
      const overflow = await seen.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect(overflow).toBeLessThanOrEqual(0)
    },
  )

  it('leads to what each endpoint says', async () => {
    await seen.page.goto(`${server.url}proposals`)
    await seen.page.getByRole('link', { name: 'What each endpoint says' }).click()
    await seen.page.waitForURL(`${server.url}nodes`)
    await seen.page
      .getByText(MAINNET[0] ?? '')
      .first()
      .waitFor()
  })

  it('says "demo" in the name and on every row of what is saved', async () => {
    await seen.page.goto(`${server.url}proposals?network=demo`)
    await waitForWholeList(seen.page)
    const [download] = await Promise.all([
      seen.page.waitForEvent('download'),
      seen.page.getByRole('button', { name: 'Save as CSV' }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^demo-proposals-skydemo-\d+-\d+\.csv$/)
    const [header = '', ...rows] = (await readFile(await download.path(), 'utf8')).split('\r\n')
    expect(header).toMatch(/^data,id,/)
    expect(rows.filter((row) => row !== '' && !/^demo: invented data,\d/.test(row))).toEqual([])
    expect(rows.length).toBeGreaterThan(20)
  })
})

describe('a first visit where every public endpoint hangs', () => {
  it('shows the demo chain after 2.5 s too, and does not call silence a failure', async () => {
    const asked = await answerMainnet(seen.context, 'hang')
    await seen.page.clock.install({ time: 0 })
    // By the page's clock its code has been long in coming.
    await seen.page.clock.pauseAt(60_000)
    await seen.page.goto(`${server.url}proposals`)
    await expect.poll(asked).toBe(1)
    // The first has a second by itself; then all are asked.
    await seen.page.clock.runFor(1_000)
    await expect.poll(asked).toBe(MAINNET.length + 1)
    await seen.page.clock.runFor(1_400)
    expect(await seen.page.getByText(INVENTED).count()).toBe(0)
    await seen.page.clock.runFor(200)
    await seen.page.clock.resume()
    await seen.page.getByText(INVENTED).waitFor()
    await seen.page.getByRole('link', { name: /Fund/ }).first().waitFor()
    await expect.poll(bannerText).toContain('they have not said anything so far.')
  })
})

describe('a visit after one that read the network', () => {
  beforeEach(async () => {
    await answerMainnet(seen.context, 'answer', bed.node.url)
    await seen.page.goto(`${server.url}proposals`)
    await waitForWholeList(seen.page)
    await expect
      .poll(() => seen.page.evaluate(() => Object.keys(localStorage).join()))
      .toContain('skylight.visited')
    await answerMainnet(seen.context, 'refuse')
  })

  it('shows what was kept, of which height, time and node, and no invented figure', async () => {
    await seen.page.goto(`${server.url}proposals`)
    await seen.page.getByText('Kept from an earlier visit.').waitFor()
    await expect
      .poll(bannerText)
      .toMatch(
        /proposals of Akash mainnet, as of height [\d,]+, .* UTC\), read from https:\/\/\S+\. Nothing newer could be read, so which votes are open now, and how they stand, is not known\./,
      )
    await seen.page.getByText('Consensus: shorten evidence max age').waitFor()
    expect(await textOf(seen.page.locator('main'))).toContain(
      'in vote when this was kept; what is in vote now is not known.',
    )
    expect(await seen.page.getByText(INVENTED).count()).toBe(0)
    expect(await seen.page.title()).toBe('Proposals · Skylight')
    expect(await findBarriers(seen.page)).toEqual([])
  })

  it('shows a kept proposal, and says of one that was not that it was not', async () => {
    await seen.page.goto(`${server.url}proposals/999999`)
    await seen.page.getByText('no earlier visit of this browser kept this').waitFor()
    await seen.page.goto(`${server.url}proposals/1`)
    await seen.page.getByText('Kept from an earlier visit.').waitFor()
    await seen.page.getByText('Final tally.').waitFor()
    expect(await textOf(seen.page.locator('main'))).toContain('Not known: No endpoint can be read')
  })
})

describe('endpoints the reader named', () => {
  it('stay with their failure; the demo chain is offered and nothing else', async () => {
    const gone = await bed.replay()
    await gone.close()
    const { url } = await bed.serve([gone.url])
    await seen.page.goto(`${url}proposals`)
    await seen.page.getByRole('alert').waitFor()
    expect(await textOf(seen.page.getByRole('alert'))).toContain('cannot be reached')
    await seen.page.getByText('No endpoint answers.').waitFor()
    expect(await seen.page.getByText(INVENTED).count()).toBe(0)
    await seen.page.getByRole('link', { name: /demo chain \(invented data\)/ }).click()
    await seen.page.getByText(INVENTED).waitFor()
    expect(new URL(seen.page.url()).searchParams.get('network')).toBe('demo')
  })
})

describe('a node that serves a demo chain', () => {
  it('is announced as such, and nothing of it is kept', async () => {
    await seen.context.route('**/rpc/0', async (route) => {
      const body = route.request().postData() ?? ''
      const reply = await fetch(bed.node.url, { method: 'POST', body })
      await route.fulfill({
        contentType: 'application/json',
        body: (await reply.text()).replaceAll('skydev-1', 'skydemo-9'),
      })
    })
    await seen.page.goto(`${bed.server.url}proposals`)
    await waitForWholeList(seen.page)
    await expect
      .poll(bannerText)
      .toContain('Invented data. This node serves Skylight’s demo chain (skydemo-9)')
    expect(await seen.page.title()).toBe('Demo · Proposals · Skylight')
    expect(await seen.page.evaluate(() => indexedDB.databases())).toEqual([])
  })
})

/** The recorded node in the place of mainnet's endpoints, or nothing at all. @returns how often one was asked */
async function answerMainnet(
  context: BrowserContext,
  how: 'answer' | 'refuse' | 'hang',
  node = '',
): Promise<() => number> {
  let count = 0
  const isMainnet = (url: URL) => MAINNET.some((endpoint) => url.href.startsWith(endpoint))
  // What is under way ends with the answers it was to have.
  await context.unrouteAll({ behavior: 'wait' })
  await context.route(isMainnet, async (route) => {
    count += 1
    if (how === 'hang') return
    if (how === 'refuse') return route.abort('connectionrefused')
    const body = route.request().postData() ?? ''
    const reply = await fetch(node, {
      method: 'POST',
      body: body.replaceAll('akashnet-2', 'skydev-1'),
    })
    return route.fulfill({
      status: reply.status,
      headers: { 'access-control-allow-origin': '*', 'content-type': 'application/json' },
      body: (await reply.text()).replaceAll('skydev-1', 'akashnet-2'),
    })
  })
  return () => count
}
