import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { startReplayNode } from '../demo-chain/http/replay-node.ts'
import { benchInBrowser } from './bench/browser-bench.ts'
import { bundleSize } from './bench/bundle-size.ts'
import { decodeRate } from './bench/decode-rate.ts'
import { demoBoot } from './bench/demo-boot.ts'
import { demoEngine } from './bench/demo-engine.ts'
import { failover } from './bench/failover.ts'
import { type Finding, formatFindings, type Measurement } from './bench/finding.ts'
import { linkSpeed } from './bench/link-speed.ts'
import { listRequests } from './bench/list-requests.ts'
import { listSpeed } from './bench/list-speed.ts'
import { marketMetrics } from './bench/market-metrics.ts'
import { marketSpeed } from './bench/market-speed.ts'
import { upgradeEta } from './bench/upgrade-eta.ts'
import { voteCount } from './bench/vote-count.ts'
import { buildApp, ROOT } from './start/build-app.ts'
import { findChromium } from './test-run/find-chromium.ts'

const USAGE = `Usage: npm run bench [-- options]

  --no-browser   leave out what needs a built app and a Chromium

Everything is measured in one run against the recorded chain in test/recordings.
Exit codes: 0 every wish met, 1 one not met, 2 usage.
`

/** Prints what is measured as it comes. @returns whether every wish was met */
async function bench(withBrowser: boolean): Promise<boolean> {
  let isMet = true
  const report = ({ heading }: Measurement, findings: readonly Finding[]) => {
    process.stdout.write(formatFindings(heading, findings))
    isMet &&= findings.every((finding) => finding.isMet !== false)
  }
  const scenes = path.join(ROOT, 'test', 'recordings')
  const node = await startReplayNode({ scene: path.join(scenes, 'steady') })
  try {
    for (const measurement of [
      listRequests(node),
      listSpeed(node),
      decodeRate(node),
      voteCount(),
      upgradeEta(),
      linkSpeed(node),
      marketSpeed(path.join(scenes, 'market')),
      marketMetrics(),
      demoEngine(),
      failover(),
    ]) {
      report(measurement, await measurement.measure())
    }
    if (!withBrowser) return isMet
    const { dist } = await buildApp(ROOT)
    for (const measurement of [bundleSize(dist), demoBoot(dist)]) {
      report(measurement, await measurement.measure())
    }
    const chromium = findChromium()
    if (chromium === undefined) {
      process.stdout.write(
        'There is no Chromium here, so no page was measured; npm test installs one.\n',
      )
    } else await benchInBrowser(chromium, dist, node, report)
    return isMet
  } finally {
    await node.close()
  }
}

async function run(args: string[]): Promise<number> {
  let noBrowser: boolean | undefined
  try {
    const { values } = parseArgs({
      args,
      options: { 'no-browser': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help === true) {
      process.stdout.write(USAGE)
      return 0
    }
    noBrowser = values['no-browser']
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n\n${USAGE}`)
    return 2
  }
  return (await bench(noBrowser !== true)) ? 0 : 1
}

process.exitCode = await run(process.argv.slice(2))
