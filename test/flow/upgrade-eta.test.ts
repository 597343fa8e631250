import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { answerShape } from '../../src/cli/skylight/shapes.ts'
import { PlanShape } from '../../src/cli/skylight/upgrade-shapes.ts'
import { createLedger } from '../../src/demo-chain/chain/create-ledger.ts'
import type { ChainLedger } from '../../src/demo-chain/chain/ledger.ts'
import { createDemoScript } from '../../src/demo-chain/chain/world/create-demo-script.ts'
import { createDemoEndpoints } from '../../src/demo-chain/faults/create-demo-endpoints.ts'
import { type ReplayNode, startReplayNode } from '../../src/demo-chain/http/replay-node.ts'
import { serveNode } from '../../src/demo-chain/http/serve-node.ts'
import { type EtaReport, readUpgradeEta } from '../../src/queries/upgrade-eta.ts'
import { connectTo } from './reading.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { runSkylight } from './run-skylight.ts'

const PLAN_HEIGHT = 27_400_605n
/** Header of that height, in the recording of the halt. */
const CAME_AT = new Date('2026-11-21T03:08:45.3Z')
const TIMEOUT_MS = 30_000

let steady: ReplayNode
let demo: DemoNodes
beforeAll(async () => {
  steady = await startReplayNode({ scene: join(RECORDINGS, 'steady') })
  demo = await startDemoNodes()
})
afterAll(async () => {
  await steady.close()
  await demo.close()
})
afterEach(() => {
  vi.unstubAllGlobals()
})

/** One that keeps everything and one that has pruned, of a chain whose clock stands still. */
interface DemoNodes {
  readonly ledger: ChainLedger
  readonly whole: string
  readonly pruned: string
  readonly close: () => Promise<void>
}

const KEPT_BLOCKS = 200n

async function startDemoNodes(): Promise<DemoNodes> {
  const now = () => new Date('2026-11-21T01:30:00Z')
  const ledger = createLedger(createDemoScript({ now: now() }), now)
  const specs = [
    { name: 'whole', node: {} },
    { name: 'pruned', node: { keepBlocks: KEPT_BLOCKS, keepStates: KEPT_BLOCKS } },
  ]
  const nodes = await Promise.all(
    createDemoEndpoints({ ledger, specs, now }).map(({ server }) => serveNode(server)),
  )
  const [whole = '', pruned = ''] = nodes.map(({ url }) => url)
  const close = async () => {
    await Promise.all(nodes.map((node) => node.close()))
  }
  return { ledger, whole, pruned, close }
}

function rangeOf({ eta }: EtaReport) {
  if (eta.kind !== 'range') throw new Error(`no range but ${eta.kind}`)
  return eta
}

describe('when v2.2.0 comes, read from the recording 111 blocks before', {
  timeout: TIMEOUT_MS,
}, () => {
  it('holds the moment it came in its range, from at most eight requests', async () => {
    steady.requests.reset()
    const report = await readUpgradeEta(connectTo(steady.url), PLAN_HEIGHT)
    expect(steady.requests.httpRequests).toBeLessThanOrEqual(8)
    const { p10, p50, p90, blocksLeft, sample } = rangeOf(report)
    expect(report.source.height).toBe(27_400_494n)
    expect(blocksLeft).toBe(111n)
    expect(p10 < CAME_AT && CAME_AT < p90).toBe(true)
    expect(Math.abs(p50.getTime() - CAME_AT.getTime())).toBeLessThan(10_000)
    // The first blocks of the chain waited for its validators to come up.
    expect(sample.standstills).toMatchObject([{ fromHeight: 27_400_000n, toHeight: 27_400_010n }])
    expect(report.current?.plan?.name).toBe('v2.2.0')
    expect(report.applied).toHaveLength(17)
  })

  it('asks for no header twice when it is read again', async () => {
    const chain = connectTo(steady.url)
    const first = await readUpgradeEta(chain, PLAN_HEIGHT)
    steady.requests.reset()
    const second = await readUpgradeEta(chain, PLAN_HEIGHT, first)
    expect(second.eta).toEqual(first.eta)
    expect(steady.requests.httpRequests).toBeLessThanOrEqual(2)
  })

  it('says that not enough blocks were seen on a chain that has just begun', async () => {
    const chain = connectTo(steady.url, { explicitHeight: 27_400_010n })
    expect((await readUpgradeEta(chain, PLAN_HEIGHT)).eta).toMatchObject({
      kind: 'not-enough-blocks',
      blocksLeft: 595n,
    })
  })
})

describe('on demo nodes', { timeout: TIMEOUT_MS }, () => {
  const DISTANCE = 500n

  it('gives a height a range that holds its true time, unless another halt comes before it', async () => {
    const { ledger, whole } = demo
    const readings = await Promise.all(
      Array.from({ length: 16 }, async (_, step) => {
        const explicitHeight = ledger.tip() - DISTANCE - 200n * BigInt(step)
        const planHeight = explicitHeight + DISTANCE
        const report = await readUpgradeEta(connectTo(whole, { explicitHeight }), planHeight)
        const { p10, p50, p90 } = rangeOf(report)
        const [begun, truth] = [ledger.timeOf(explicitHeight), ledger.timeOf(planHeight)]
        return {
          isHeld: p10 <= truth && truth <= p90,
          error: Math.abs(p50.getTime() - truth.getTime()) / (truth.getTime() - begun.getTime()),
        }
      }),
    )
    // 500 blocks of six seconds take 50 minutes. Before three of these heights the chain stood still for four more.
    expect(readings.filter(({ isHeld }) => isHeld)).toHaveLength(13)
    expect(readings.filter(({ error }) => error > 0.05)).toHaveLength(3)
    expect(readings.filter(({ error }) => error < 0.002)).toHaveLength(13)
  })

  it('looks back as far as any endpoint reaches, though the first has pruned', async () => {
    const { ledger, whole, pruned } = demo
    const planHeight = ledger.tip() + DISTANCE
    const alone = await readUpgradeEta(connectTo(pruned), planHeight)
    expect(alone.source.height - rangeOf(alone).sample.lowest).toBeLessThanOrEqual(KEPT_BLOCKS)
    const chain = connectTo([pruned, whole])
    const together = await readUpgradeEta(chain, planHeight)
    expect(rangeOf(together).sample).toEqual(
      rangeOf(await readUpgradeEta(connectTo(whole), planHeight)).sample,
    )
    const again = await readUpgradeEta(chain, planHeight, together)
    expect(again.eta).toEqual(together.eta)
  })
})

describe('skylight plan', { timeout: TIMEOUT_MS }, () => {
  const shape = answerShape(PlanShape)
  const planJson = async (...args: readonly string[]) => {
    const { exitCode, stdout } = await runSkylight(
      ...['plan', ...args, '--rpc', steady.url, '--format', 'json'],
    )
    return { exitCode, data: z.parse(shape, JSON.parse(stdout)).data }
  }
  const verdictsOf = ({ checks }: z.infer<typeof PlanShape>) =>
    new Map(checks.map(({ id, verdict }) => [id, verdict]))

  it('shows the chain’s plan with its proposal, range and checks', async () => {
    const { exitCode, data } = await planJson()
    expect(exitCode).toBe(0)
    expect(data.plan).toMatchObject({ name: 'v2.2.0', height: 27_400_605, proposalId: 342 })
    expect(data.eta).toMatchObject({ state: 'range', blocksLeft: 111, sample: { headers: 51 } })
    expect(Object.fromEntries(verdictsOf(data))).toEqual({
      // The expedited vote ended ten minutes before.
      'vote-before-height': 'warn',
      'height-ahead': 'pass',
      deposit: 'pass',
      quorum: 'pass',
      'other-plan': 'pass',
      'not-applied': 'pass',
      'folder-name': 'pass',
      'release-tag': 'pass',
      'info-form': 'pass',
      platforms: 'cannot-tell',
      'fixed-info': 'warn',
    })
  })

  it('shows the plan a proposal asks for: 344 with its binaries inside', async () => {
    const { data } = await planJson('344')
    expect(data.plan).toMatchObject({ name: 'v2.3.0', height: 27_800_129, proposalId: 344 })
    const verdicts = verdictsOf(data)
    for (const id of ['platforms', 'fixed-info', 'quorum', 'other-plan']) {
      expect(verdicts.get(id)).toBe('pass')
    }
  })

  it('ends with 4 on a failed check, and only when asked to: 343 came too late', async () => {
    const { exitCode, data } = await planJson('343')
    expect([exitCode, verdictsOf(data).get('height-ahead')]).toEqual([0, 'fail'])
    expect((await planJson('343', '--check')).exitCode).toBe(4)
  })

  it('fetches the file for a check, and says so where it is not there', async () => {
    const { fetch } = globalThis
    const asked: string[] = []
    vi.stubGlobal('fetch', (input: string | URL, init?: RequestInit) => {
      if (String(input).startsWith(steady.url)) return fetch(input, init)
      asked.push(String(input))
      return Promise.resolve(new Response('{}'))
    })
    expect(verdictsOf((await planJson()).data).get('platforms')).toBe('cannot-tell')
    expect(asked).toEqual([])
    const { exitCode, data } = await planJson('--check')
    expect(asked).toEqual([data.plan.info])
    expect([exitCode, verdictsOf(data).get('platforms')]).toEqual([4, 'fail'])
  })

  it.each([
    ['353', 'Proposal 353 asks for no upgrade.\n'],
    ['9999', 'No proposal 9999 could be read at height 27400494.\n'],
  ])('ends with 1 where %s has no plan', async (id, words) => {
    const { exitCode, stderr } = await runSkylight('plan', id, '--rpc', steady.url)
    expect([exitCode, stderr]).toEqual([1, words])
  })
})
