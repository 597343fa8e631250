import { chromium } from 'playwright'
import type { ReplayNode } from '../../demo-chain/http/replay-node.ts'
import { startLocalServer } from '../server/local-server.ts'
import type { Finding, Measurement } from './finding.ts'
import { freePort } from './free-port.ts'
import { haltUpdate } from './halt-update.ts'
import { lighthouseScores } from './lighthouse-scores.ts'
import { marketPage } from './market-page.ts'
import { pageLoad } from './page-load.ts'
import { standIn } from './stand-in.ts'

const ARGUMENTS = ['--no-sandbox', '--disable-background-networking', '--disable-component-update']

/** Runs everything that needs a browser: the built app, served on this machine in front of the replayed node. */
export async function benchInBrowser(
  executablePath: string,
  dist: string,
  node: ReplayNode,
  report: (measurement: Measurement, findings: readonly Finding[]) => void,
): Promise<void> {
  const server = await startLocalServer({
    dist,
    port: 0,
    endpoints: [{ url: node.url, name: node.url }],
  })
  const debuggingPort = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [...ARGUMENTS, `--remote-debugging-port=${debuggingPort}`],
  })
  try {
    const measurements = [
      pageLoad({ browser, url: server.url, node }),
      haltUpdate(browser, dist),
      marketPage(browser, dist),
      standIn(browser, dist),
      lighthouseScores(server.url, debuggingPort),
    ]
    for (const measurement of measurements) report(measurement, await measurement.measure())
  } finally {
    await browser.close()
    await server.close()
  }
}
