import type { Browser, Route } from 'playwright'
import { NETWORKS } from '../../data/networks.ts'
import { startLocalServer } from '../server/local-server.ts'
import { atMost, type Measurement } from './finding.ts'
import { median } from './median.ts'

const VISITS = 3
const LIMIT_MS = 5_000

const SILENCES: readonly (readonly [string, (route: Route) => Promise<void>])[] = [
  ['refuse', (route) => route.abort('connectionrefused')],
  ['hang', () => Promise.resolve()],
]

/** How long a first visit looks at nothing when no public endpoint can be read, until rows of the demo chain are there. */
export function standIn(browser: Browser, dist: string): Measurement {
  return {
    heading: 'A first visit where no public endpoint answers',
    async measure() {
      const server = await startLocalServer({ dist, port: 0 })
      try {
        const findings = []
        for (const [how, silence] of SILENCES) {
          const times: number[] = []
          for (let count = 0; count < VISITS; count++) {
            times.push(await timeFirstVisit(browser, `${server.url}proposals`, silence))
          }
          findings.push(atMost(`rows where all ${how}, median`, median(times), LIMIT_MS, 'ms'))
        }
        return findings
      } finally {
        await server.close()
      }
    },
  }
}

async function timeFirstVisit(
  browser: Browser,
  url: string,
  silence: (route: Route) => Promise<void>,
): Promise<number> {
  const context = await browser.newContext()
  try {
    await context.route(isPublicEndpoint, silence)
    const page = await context.newPage()
    const startedMs = performance.now()
    await page.goto(url, { waitUntil: 'commit' })
    await page.getByText('Invented data.').waitFor()
    await page.getByRole('link', { name: /Fund/ }).first().waitFor()
    return performance.now() - startedMs
  } finally {
    await context.close()
  }
}

function isPublicEndpoint({ href }: URL): boolean {
  return NETWORKS.some(({ endpoints }) => endpoints.some(({ url }) => href.startsWith(url)))
}
