import path from 'node:path'
import type { Page } from 'playwright'
import type { LocalServer } from '../../src/cli/server/local-server.ts'
import { ROOT } from '../../src/cli/start/build-app.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { openTestBed, type TestBed } from './test-bed.ts'

/** The recorded market behind the built app. */
export interface MarketBed {
  readonly bed: TestBed
  readonly node: ReplayNode
  readonly server: LocalServer
  close(): Promise<void>
}

export async function openMarketBed(): Promise<MarketBed> {
  const [bed, node] = await Promise.all([
    openTestBed(),
    startReplayNode({ scene: path.join(ROOT, 'test/recordings/market') }),
  ])
  const server = await bed.serve([node.url])
  return {
    bed,
    node,
    server,
    close: async () => {
      await bed.close()
      await node.close()
    },
  }
}

/** Screens of the market and the words that tell they have all of it. */
export const MARKET_SCREENS = [
  ['the market', '/market', 'Runway of active deployments'],
  ['its GPUs', '/market/gpus', 'Price of a vCPU-hour'],
  ['its providers', '/market/providers', '60 providers'],
  ['ACT', '/market/act', 'To be minted again'],
] as const

/** Opens a screen of the market and waits until it stands. */
export async function openMarket(
  page: Page,
  { url }: LocalServer,
  address: string,
  words: string,
): Promise<void> {
  await page.goto(new URL(address, url).href)
  await page.getByText(words).first().waitFor()
  await page
    .getByText(/are being read/)
    .first()
    .waitFor({ state: 'detached' })
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' })
  const charts = page.getByRole('application')
  for (let index = 0; index < (await charts.count()); index += 1) {
    // Those far below are drawn later, unless somebody scrolls to them.
    await charts.nth(index).scrollIntoViewIfNeeded()
    await charts.nth(index).locator('svg').waitFor()
  }
}
