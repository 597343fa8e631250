import path from 'node:path'
import type { Browser } from 'playwright'
import { startReplayNode } from '../../demo-chain/http/replay-node.ts'
import { startLocalServer } from '../server/local-server.ts'
import { ROOT } from '../start/build-app.ts'
import { atMost, type Measurement, plain } from './finding.ts'

const WATCHED_MS = 10_000
const LIMIT_MS = 30

/**
 * Main-thread time of a halt room that watches the recorded halt of 100 validators, divided by the readings in that time:
 * everything the page does between two readings counts as part of the update, the clock that goes on included.
 */
export function haltUpdate(browser: Browser, dist: string): Measurement {
  return {
    heading: 'Halt room, 100 validators',
    async measure() {
      const scene = path.join(ROOT, 'test', 'recordings', 'halt-partial')
      const node = await startReplayNode({ scene, as: 'archive' })
      const server = await startLocalServer({
        dist,
        port: 0,
        endpoints: [{ url: node.url, name: node.url }],
        now: node.now.toISOString(),
      })
      const context = await browser.newContext()
      try {
        const page = await context.newPage()
        await page.goto(`${server.url}upgrades/v2.2.0/halt`)
        await page.getByRole('heading', { name: /^Missing: 98 validators/ }).waitFor()
        const session = await context.newCDPSession(page)
        await session.send('Performance.enable')
        const busySeconds = async (): Promise<number> => {
          const { metrics } = await session.send('Performance.getMetrics')
          return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN
        }
        await page.waitForTimeout(WATCHED_MS / 5)
        node.requests.reset()
        const before = await busySeconds()
        await page.waitForTimeout(WATCHED_MS)
        const busyMs = ((await busySeconds()) - before) * 1_000
        const updates = node.requests.entries.filter(({ body }) =>
          body.includes('"consensus_state"'),
        ).length
        return [
          plain('readings in 10 s', updates),
          atMost('main thread an update', busyMs / Math.max(1, updates), LIMIT_MS, 'ms'),
        ]
      } finally {
        await context.close()
        await server.close()
        await node.close()
      }
    },
  }
}
