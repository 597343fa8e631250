import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startLocalServer } from '../../src/cli/server/local-server.ts'
import { startScriptedNode } from '../scripted-node.ts'
import { closePages, shareChromium } from './chromium.ts'
import { textOf } from './text-of.ts'
import { openPage } from './watched-page.ts'

const PROPOSAL = 353n
/** `VOTE_OPTION_NO` */
const NO = 3

let browser: Browser
beforeAll(async () => {
  browser = await shareChromium()
})
afterAll(closePages)

describe('an open vote', () => {
  it.each([
    ['by WebSocket', true],
    ['by polling, where the node offers no WebSocket', false],
  ])('shows a vote cast while the page is open, %s', async (_how, hasSockets) => {
    const { node, page, close } = await openVote(hasSockets)
    await expect.poll(() => textOf(page.locator('main'))).toContain('53 validators')
    // The page must be listening before the vote is cast, or nothing would be proved.
    if (hasSockets) await expect.poll(() => node.openSockets).toBe(1)
    const [voter] = await node.findSilentVoters(PROPOSAL)
    if (voter === undefined) throw new Error('nobody is silent')
    await node.addVote({ proposalId: PROPOSAL, voter, option: NO })
    await advanceUntil(node, page, '52 validators')
    // One height for the whole picture.
    const heights = new Set((await textOf(page.locator('main'))).match(/height [\d,]+/g))
    expect(heights.size).toBe(1)
    await close()
  })

  it('keeps what was seen when the vote ends and the chain deletes the votes', async () => {
    const { node, page, close } = await openVote(true)
    await expect.poll(() => textOf(page.locator('main'))).toContain('53 validators')
    await node.closeVote(PROPOSAL)
    await advanceUntil(node, page, 'The chain deletes the votes when voting ends.')
    await expect.poll(() => textOf(page.locator('main'))).toContain('What this browser saw')
    await expect.poll(() => textOf(page.locator('main'))).toMatch(/82 votes/)
    // Another visit, which finds the vote closed, still has them.
    await page.reload()
    await expect.poll(() => textOf(page.locator('main'))).toMatch(/82 votes/)
    await close()
  })
})

async function openVote(hasSockets: boolean) {
  const node = await startScriptedNode({})
  node.allowSockets(hasSockets)
  const server = await startLocalServer({
    dist: inject('dist'),
    port: 0,
    endpoints: [{ url: node.url, name: node.url }],
  })
  const { page, close } = await openPage(browser)
  await page.clock.install({ time: node.now })
  await page.goto(new URL(`/proposals/${PROPOSAL}`, server.url).href)
  return {
    node,
    page,
    close: async () => {
      await close()
      await server.close()
      await node.close()
    },
  }
}

/** Blocks come until the page says so: a vote in block H is in the picture once H+2 is there. */
async function advanceUntil(
  node: Awaited<ReturnType<typeof startScriptedNode>>,
  page: Page,
  text: string,
): Promise<void> {
  await expect
    .poll(
      async () => {
        node.advance(1)
        return textOf(page.locator('main'))
      },
      { interval: 1_500, timeout: 45_000 },
    )
    .toContain(text)
}
