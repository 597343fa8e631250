import path from 'node:path'
import type { Browser } from 'playwright'
import * as z from 'zod/mini'
import { startReplayNode } from '../../demo-chain/http/replay-node.ts'
import { startLocalServer } from '../server/local-server.ts'
import { ROOT } from '../start/build-app.ts'
import { atMost, type Measurement } from './finding.ts'

const Trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      pid: z.number(),
      tid: z.number(),
      /** Microseconds the thread itself worked, whatever else the machine did. */
      tdur: z.optional(z.number()),
      args: z.optional(z.object({ name: z.optional(z.unknown()) })),
    }),
  ),
})

/** How long the page of the market is busy at most while it reads the recorded market, ended leases and all. */
export function marketPage(browser: Browser, dist: string): Measurement {
  return {
    heading: 'The page /market in Chromium, with ended leases',
    async measure() {
      const node = await startReplayNode({ scene: path.join(ROOT, 'test', 'recordings', 'market') })
      const endpoints = [{ url: node.url, name: node.url }]
      const server = await startLocalServer({ dist, port: 0, endpoints })
      const page = await browser.newPage()
      try {
        await browser.startTracing(page, {
          categories: ['disabled-by-default-devtools.timeline', '__metadata'],
        })
        await page.goto(new URL('/market?ended=read', server.url).href)
        await page.getByText('Why leases ended').first().waitFor()
        const trace = await browser.stopTracing()
        const longest = longestTaskMs(trace.toString('utf8'))
        return [atMost('longest task, in time of the processor', longest, 100, 'ms')]
      } finally {
        await page.close()
        await server.close()
        await node.close()
      }
    },
  }
}

/** Of the threads that draw pages. */
function longestTaskMs(trace: string): number {
  const { traceEvents } = Trace.parse(JSON.parse(trace))
  const threadOf = ({ pid, tid }: { readonly pid: number; readonly tid: number }) => `${pid} ${tid}`
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter(
    (event) => event.name === 'RunTask' && mains.has(threadOf(event)),
  )
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1_000))
}
