import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { LocalServer } from '../../src/cli/server/local-server.ts'
import type { ReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { waitForWholeList } from './list-rows.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

let bed: TestBed
/** The node this app was started with. */
let home: ReplayNode
let server: LocalServer
/** The node a link names: of the same chain, but another. */
let named: ReplayNode
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  seen = await openPage(bed.browser)
})
afterAll(() => bed.close())
beforeEach(async () => {
  // A page that was left a moment ago may still have a request on its way: to nodes nobody looks at any more.
  await seen.page.goto('about:blank')
  ;[home, named] = await Promise.all([bed.replay(), bed.replay()])
  server = await bed.serve([home.url])
  await seen.forget()
})

const own = () => new URL(server.url).origin
const open = async (path: string) => {
  await seen.page.goto(new URL(path, server.url).href)
  await seen.page.getByRole('heading', { level: 1 }).waitFor()
}
const heading = (name: string) => seen.page.getByRole('heading', { level: 1, name })
const main = () => textOf(seen.page.locator('main'))

describe('a link that names its own node', () => {
  it.each([['/proposals'], ['/proposals/353'], ['/']])(
    'asks before anything is sent there, at %s',
    async (path) => {
      await open(`${path}?rpc=${named.url}`)
      await heading('This link names its own node').waitFor()
      expect(await main()).toContain(`${named.url}. Nothing has been sent there yet.`)
      // Long enough for an early script, a loader or a prefetch to have asked.
      await seen.page.getByRole('button', { name: 'Use this node' }).hover()
      await seen.page
        .getByRole('link', { name: 'Open the same page with the default nodes' })
        .hover()
      await seen.page.waitForTimeout(200)
      expect(named.requests.httpRequests).toBe(0)
      expect(seen.requestsBeyond(own())).toEqual([])
    },
  )

  it('reads that node and no other once the reader agrees, on every further screen', async () => {
    await open(`/proposals?rpc=${named.url}`)
    await seen.page.getByRole('button', { name: 'Use this node' }).click()
    await waitForWholeList(seen.page)
    expect(named.requests.httpRequests).toBeGreaterThan(0)
    await seen.page.getByRole('link', { name: /Consensus: shorten evidence max age/ }).click()
    await heading('Consensus: shorten evidence max age').waitFor()
    await seen.page.getByText(`height 27,400,494`).first().waitFor()
    expect(new URL(seen.page.url()).searchParams.get('rpc')).toBe(named.url)
    expect(home.requests.entries).toEqual([])
    expect(seen.requestsBeyond(own(), named.url)).toEqual([])
  })

  it('is not asked about twice, and asks again about another', async () => {
    const other = await bed.replay()
    await open(`/proposals?rpc=${named.url}`)
    await seen.page.getByRole('button', { name: 'Use this node' }).click()
    await waitForWholeList(seen.page)
    await seen.page.reload()
    await waitForWholeList(seen.page)
    await open(`/proposals?rpc=${other.url}`)
    await heading('This link names its own node').waitFor()
    expect(other.requests.httpRequests).toBe(0)
  })

  it('is asked about again once the reader has taken the consent back', async () => {
    await open(`/proposals?rpc=${named.url}`)
    await seen.page.getByRole('button', { name: 'Use this node' }).click()
    await waitForWholeList(seen.page)
    await seen.page
      .locator('header')
      .getByRole('link', { name: /skydev-1/ })
      .click()
    await seen.page.getByRole('button', { name: `Forget ${named.url}` }).click()
    await heading('This link names its own node').waitFor()
    named.requests.reset()
    await seen.page.reload()
    await heading('This link names its own node').waitFor()
    expect(named.requests.httpRequests).toBe(0)
  })

  it('opens the same page with the default nodes when the reader declines', async () => {
    await open(`/proposals/342?rpc=${named.url}`)
    await seen.page.getByRole('link', { name: 'Open the same page with the default nodes' }).click()
    await heading('Mainnet 19: upgrade to v2.2.0, AEP-83').waitFor()
    expect(new URL(seen.page.url()).searchParams.has('rpc')).toBe(false)
    expect(named.requests.httpRequests).toBe(0)
    expect(home.requests.httpRequests).toBeGreaterThan(0)
  })

  it('of a host with credentials in its address does not pass for another host', async () => {
    await open(
      `/proposals?rpc=${encodeURIComponent(`http://akash.network@${new URL(named.url).host}`)}`,
    )
    const text = await main()
    expect(text).not.toMatch(/read from (?:https?:\/\/)?akash\.network/)
    await seen.page.waitForTimeout(200)
    expect(named.requests.httpRequests).toBe(0)
  })
})

describe('a link that cannot be followed', () => {
  it.each([
    ['rpc=zzz%20z', 'zzz z', 'This is not an address; it should look like'],
    ['rpc=javascript:alert(1)', 'javascript:alert(1)', 'This is not an address'],
    ['network=mars', 'mars', 'No network of that name is known here. Known: mainnet, sandbox'],
    ['height=-5', '-5', 'A height is a whole number from 1, such as 27400494.'],
    ['height=latest', 'latest', 'A height is a whole number from 1, such as 27400494.'],
  ])('says so of ?%s, and uses nothing in its place', async (query, said, sentence) => {
    await open(`/proposals?${query}`)
    expect(await main()).toContain(`This link cannot be followed It says ${said}`)
    expect(await main()).toContain(sentence)
    expect(home.requests.entries).toEqual([])
    expect(seen.requestsBeyond(own())).toEqual([])
    await seen.page.getByRole('link', { name: 'Open the same page with the default nodes' }).click()
    await heading('Proposals').waitFor()
    await waitForWholeList(seen.page)
  })
})

describe('a link that names nothing', () => {
  it('opens with the default nodes, as if the parameter were not there', async () => {
    await open('/proposals?rpc=&network=&height=')
    await heading('Proposals').waitFor()
    await waitForWholeList(seen.page)
  })
})

describe('a link that names a height', () => {
  it('is read at exactly that height', async () => {
    await open('/proposals/342?height=27400257')
    await heading('Mainnet 19: upgrade to v2.2.0, AEP-83').waitFor()
    expect(await main()).toContain('In vote')
    await seen.page
      .getByRole('button', { name: /^height 27,400,257/ })
      .first()
      .waitFor()
    expect(await textOf(seen.page.locator('body'))).toContain('As of height 27,400,257')
  })

  it.each([
    ['30000000', 'has not reached height 30000000 yet'],
    ['5', 'height 5'],
  ])('that cannot be had is told from a failure: %s', async (height, sentence) => {
    await open(`/proposals?height=${height}`)
    const message = seen.page.getByRole('alert').or(seen.page.getByRole('status'))
    await expect.poll(() => textOf(message)).toContain(sentence)
    expect(await main()).not.toMatch(/\b0 (?:in vote|proposals)/)
  })
})

describe('the network in a link', () => {
  it("calls that network's endpoints, not those this app was started with", async () => {
    // What would leave this machine is stopped; that it was tried is what counts.
    const tried: string[] = []
    await seen.context.route(
      (url) => url.origin !== own(),
      (route) => {
        tried.push(new URL(route.request().url()).protocol)
        return route.abort()
      },
    )
    await open('/proposals?network=sandbox')
    await expect.poll(() => tried.length).toBeGreaterThan(0)
    await seen.context.unrouteAll({ behavior: 'ignoreErrors' })
    expect(new Set(tried)).toEqual(new Set(['https:']))
    expect(home.requests.entries).toEqual([])
  })
})
