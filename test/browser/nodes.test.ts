import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { findBarriers } from './axe.ts'
import { startFaultyReplay } from './faulty-replay.ts'
import { type Gate, openGate } from './gate.ts'
import { openTestBed, type TestBed } from './test-bed.ts'
import { textOf } from './text-of.ts'
import { openPage, type WatchedPage } from './watched-page.ts'

/** One node of each kind the recordings have, called by the browser itself. */
const KINDS = ['archive', 'pruned', 'noindex', 'nocors'] as const

let bed: TestBed
let nodes: readonly ReplayNode[]
let gone: string
let gate: Gate
let seen: WatchedPage
beforeAll(async () => {
  bed = await openTestBed()
  nodes = await Promise.all(KINDS.map((as) => bed.replay({ as })))
  const closed = await bed.replay()
  gone = closed.url
  await closed.close()
  gate = await openGate(bed.node.url)
  seen = await openPage(bed.browser)
})
afterAll(async () => {
  await Promise.all([bed.close(), gate.close()])
})
beforeEach(async () => {
  gate.behave('pass')
  await seen.forget()
})
afterEach(() => {
  const { noise, violations } = seen
  expect({ noise, violations }).toEqual({ noise: [], violations: [] })
})

const url = (as: (typeof KINDS)[number]) => nodes[KINDS.indexOf(as)]?.url ?? ''
const list = (...urls: readonly string[]) => urls.join(',')
const row = (name: string) => seen.page.getByRole('row').filter({ has: seen.page.getByText(name) })
const rowText = (name: string) => textOf(row(name))
const main = () => textOf(seen.page.locator('main'))
const search = (name: string) => new URL(seen.page.url()).searchParams.get(name)

/** Opens the screen with these endpoints, agreeing to them. */
async function open(...urls: readonly string[]): Promise<void> {
  await seen.page.goto(new URL(`/nodes?rpc=${list(...urls)}`, bed.server.url).href)
  await seen.page.getByRole('button', { name: /^Use th/ }).click()
  await seen.page.getByRole('heading', { level: 1, name: 'Nodes' }).waitFor()
}

describe('the nodes of a link', () => {
  it('are asked about together, then each named with its state and what it lacks', async () => {
    await seen.page.goto(
      new URL(`/nodes?rpc=${list(...nodes.map((node) => node.url), gone)}`, bed.server.url).href,
    )
    await seen.page.getByRole('heading', { name: 'This link names its own nodes' }).waitFor()
    for (const node of nodes) expect(node.requests.httpRequests).toBe(0)
    await seen.page.getByRole('button', { name: 'Use these 5 nodes' }).click()
    await expect.poll(main).toContain('3 of 5 endpoints answer.')
    await expect.poll(() => rowText(url('archive'))).toContain('Same block and state as 2 others')
    await expect.poll(() => rowText(url('archive'))).toMatch(/WebSocket ?works/)

    const archive = await rowText(url('archive'))
    expect(archive).toContain('Up to date.')
    expect(archive).toMatch(/chain ?skydev-1/)
    expect(archive).toMatch(/app ?v2\.1\.0/)
    expect(archive).toMatch(/newest ?27,400,496/)
    expect(archive).toMatch(/index ?kept/)
    expect(archive).toMatch(/CORS ?allowed/)

    const pruned = await rowText(url('pruned'))
    expect(pruned).toContain('Up to date.')
    expect(pruned).toContain('Its blocks begin at 27,4')
    expect(await rowText(url('noindex'))).toContain('No transaction index: the votes of ended')

    const nocors = await rowText(url('nocors'))
    expect(nocors).toContain('It is up but does not let this site read its answers')
    expect(nocors).toContain('No permission for pages of other sites (CORS)')
    expect(await rowText(gone)).toContain('It cannot be reached; check the address')
    expect(await main()).not.toMatch(/newest ?0\b/)
  })

  it('are told apart for every reader: nothing bars', async () => {
    await open(...nodes.map((node) => node.url))
    await expect.poll(main).toContain('3 of 4 endpoints answer.')
    expect(await findBarriers(seen.page)).toEqual([])
    await seen.page.setViewportSize({ width: 390, height: 844 })
    expect(await findBarriers(seen.page)).toEqual([])
    const width = await seen.page.evaluate(() => document.documentElement.scrollWidth)
    expect(width).toBeLessThanOrEqual(390)
    await seen.page.setViewportSize({ width: 1440, height: 900 })
  })
})

describe('the order of the list', () => {
  it('is changed by the keyboard alone, said, and part of the address', async () => {
    await open(url('archive'), url('pruned'), url('noindex'))
    await seen.page.getByRole('button', { name: `Move ${url('noindex')} up` }).focus()
    await seen.page.keyboard.press('Enter')
    await expect.poll(() => search('rpc')).toBe(list(url('archive'), url('noindex'), url('pruned')))
    await expect.poll(main).toContain(`${url('noindex')} is now 2 of 3.`)
    // The focus is where it was, so that the next press moves it on.
    await seen.page.keyboard.press('Enter')
    await expect.poll(() => search('rpc')).toBe(list(url('noindex'), url('archive'), url('pruned')))
    // At the top, the way up is gone; the way down has the focus.
    await expect
      .poll(() => seen.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toBe(`Move ${url('noindex')} down`)
    await seen.page.goBack()
    await expect.poll(() => search('rpc')).toBe(list(url('archive'), url('noindex'), url('pruned')))
  })

  it('changes without asking the same nodes anew', async () => {
    await open(url('archive'), url('pruned'))
    await expect.poll(() => rowText(url('archive'))).toContain('Same block and state')
    const before = nodes.map(({ requests }) => requests.httpRequests)
    await seen.page.getByRole('button', { name: `Move ${url('pruned')} up` }).click()
    await expect.poll(main).toContain('is now 1 of 2.')
    const status = () => nodes.map(({ requests }) => requests.httpRequests)
    // Comparing the blocks of the new list is one request each.
    expect(status().map((count, index) => count - (before[index] ?? 0) <= 1)).not.toContain(false)
  })

  it('loses an endpoint on request, but not the last', async () => {
    await open(url('archive'), url('pruned'))
    await seen.page.getByRole('button', { name: `Remove ${url('pruned')}` }).click()
    await expect.poll(() => search('rpc')).toBe(url('archive'))
    await expect.poll(main).toContain(`${url('pruned')} was removed.`)
    expect(await seen.page.getByRole('button', { name: /^Remove/ }).count()).toBe(0)
  })
})

describe('the list this page was started with', () => {
  it('takes another endpoint, which typing agrees to, and can be had back', async () => {
    await seen.page.goto(new URL('/nodes', bed.server.url).href)
    await expect.poll(main).toContain('The only endpoint answers.')
    expect(await rowText(bed.node.url)).toMatch(/CORS ?by this server/)
    const field = seen.page.getByRole('textbox', { name: 'Address of a CometBFT RPC node' })
    await field.fill(url('pruned'))
    await seen.page.getByRole('button', { name: 'Add it' }).click()
    await expect.poll(() => search('rpc')).toBe(list(bed.node.url, url('pruned')))
    await expect.poll(main).toContain('2 of 2 endpoints answer.')
    await seen.page
      .getByRole('link', { name: 'Back to the list this page was started with' })
      .click()
    await expect.poll(main).toContain('The only endpoint answers.')
    expect(search('rpc')).toBeNull()
  })

  it('is reached from the header of every screen', async () => {
    await seen.page.goto(new URL('/proposals', bed.server.url).href)
    await seen.page.getByRole('link', { name: /^skydev-1 .* Open the nodes$/ }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Nodes' }).waitFor()
  })
})

describe('what happened', () => {
  it('is told with times: the first answer, the failure, the recovery', async () => {
    await open(gate.url, url('archive'))
    await expect.poll(() => rowText(gate.url)).toContain('Up to date.')
    gate.behave('limit')
    await seen.page.getByRole('link', { name: 'Proposals' }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Proposals' }).waitFor()
    await seen.page.getByText(/Every proposal the chain has|kept from an earlier/).waitFor()
    await seen.page.getByRole('link', { name: 'Nodes', exact: true }).click()
    await row(gate.url).getByText('What happened since this page was opened').click()
    const text = () => textOf(row(gate.url).getByRole('list', { name: /^What happened/ }))
    await expect.poll(text).toContain('It answered for the first time.')
    await expect.poll(text).toContain('limit')
  })

  it('is asked again at most once in ten seconds, and says so', async () => {
    await open(url('archive'), url('pruned'))
    await expect.poll(() => rowText(url('archive'))).toContain('Up to date.')
    const before = nodes[0]?.requests.httpRequests
    await seen.page.getByRole('button', { name: `Test now: ${url('archive')}` }).click()
    await expect.poll(main).toContain('an endpoint is asked at most once in 10 s.')
    expect((nodes[0]?.requests.httpRequests ?? 0) - (before ?? 0)).toBeLessThanOrEqual(1)
  })
})

describe('nodes none of which answers', () => {
  it('are all named with why, and nothing is invented', async () => {
    await open(gone, url('nocors'))
    await expect.poll(main).toContain('None of the 2 endpoints answers.')
    const text = await main()
    expect(text).toContain('It cannot be reached')
    expect(text).toContain('It is up but does not let this site read its answers')
    expect(text).not.toMatch(/newest ?\d/)
  })
})

describe('a second node', () => {
  it('confirms the figures of a proposal that are read from the first', async () => {
    await seen.page.goto(
      new URL(`/proposals/353?rpc=${list(url('archive'), url('noindex'))}`, bed.server.url).href,
    )
    await seen.page.getByRole('button', { name: 'Use these 2 nodes' }).click()
    const host = new URL(url('noindex')).host
    await seen.page.getByText(`confirmed by ${host}`).first().waitFor()
    expect(await seen.page.getByText('disagree').count()).toBe(0)
  })

  it('that tells another tally raises an alarm on the tally, wherever it stands, and among the nodes', async () => {
    const liar = await startFaultyReplay([{ kind: 'lying-tally' }], 353n)
    const rpc = list(url('archive'), liar.url)
    await seen.page.goto(new URL(`/proposals/353?rpc=${rpc}`, bed.server.url).href)
    await seen.page.getByRole('button', { name: 'Use these 2 nodes' }).click()
    const alarm = () => textOf(seen.page.getByRole('alert').first())
    await expect.poll(alarm).toContain('Two nodes disagree on this tally at height 27,400,494')
    expect(await alarm()).toContain(`${url('archive')} says: yes `)
    expect(await alarm()).toContain(`${liar.url} says: yes `)
    expect(await alarm()).toContain('Do not rely on either until they agree')

    await seen.page.getByRole('link', { name: 'Overview' }).click()
    await seen.page.getByRole('heading', { level: 1, name: 'Governance now' }).waitFor()
    await expect.poll(main).toContain('Two nodes disagree on this tally')
    await seen.page.getByRole('link', { name: 'Proposals', exact: true }).click()
    await expect.poll(main).toContain('nodes disagree on it')
    await seen.page.getByRole('link', { name: 'see the nodes' }).first().click()
    await seen.page.getByRole('heading', { level: 1, name: 'Nodes' }).waitFor()
    await expect.poll(main).toContain('Two nodes disagree on the tally of proposal 353')
    // What they do not disagree on is no alarm: their blocks are the same.
    await expect.poll(main).toContain('Same block and state as the other')
    await liar.close()
  })

  it('of another fork is seen by its hashes', async () => {
    const fork = await startFaultyReplay([{ kind: 'disagree' }], 353n)
    await open(url('archive'), url('noindex'), fork.url)
    await expect.poll(main).toContain('Nodes disagree on the block at height 27,400,494')
    expect(await rowText(fork.url)).toContain(`Tells another block than ${url('archive')}`)
    await fork.close()
  })
})
