import { describe, expect, it } from 'vitest'
import { computeInSteps, computeMarketMetrics, type MarketGround } from './market-metrics.ts'
import { METRIC_DEFINITIONS } from './metric-definitions.ts'
import { METRIC_QUERY } from './metric-queries.ts'
import {
  act,
  buildDeployment,
  buildLease,
  buildRunning,
  buildUnit,
  HEIGHT,
  SIX_SECONDS,
} from './testing/build-market.ts'

const RUNNING_ONLY: MarketGround = {
  height: HEIGHT,
  running: [buildRunning([buildUnit()])],
  ended: undefined,
  openOrders: undefined,
  openBids: undefined,
  lostBids: undefined,
  deployments: undefined,
  providers: undefined,
  blockTime: undefined,
  prices: { oracle: undefined, axlUsdc: undefined },
}

describe('computeMarketMetrics', () => {
  it('leaves undefined what was not read, and takes it for no zero', () => {
    const metrics = computeMarketMetrics({ ...RUNNING_ONLY, lostBids: [] })
    expect(metrics.active).toEqual({ active: 1, reclaiming: 0, funds: undefined })
    expect(metrics).toMatchObject({
      spend: undefined,
      durations: undefined,
      runways: undefined,
      openAuctions: undefined,
      // The winners may be among the ended leases.
      bidSpread: undefined,
      providerCount: { registered: undefined },
    })
  })

  it('never looks at more than 10,000 ended leases without a pause, neither of the two times', () => {
    const ended = Array.from({ length: 25_000 }, (_, index) =>
      buildLease({ id: { dseq: BigInt(index) }, state: 'closed', closedOn: 600n }),
    )
    const ground = {
      ...RUNNING_ONLY,
      blockTime: SIX_SECONDS,
      deployments: [buildDeployment([act(1)])],
    }
    const countPauses = (market: MarketGround) => [...computeInSteps(market)].length
    expect(countPauses({ ...ground, ended }) - countPauses({ ...ground, ended: [] })).toBe(2 * 3)
    expect(computeMarketMetrics({ ...ground, ended }).spend?.byDenom).toHaveLength(1)
  })
})

describe('METRIC_DEFINITIONS', () => {
  const known: ReadonlySet<string> = new Set(Object.values(METRIC_QUERY))

  it.each(Object.entries(METRIC_DEFINITIONS))(
    'says what %s is, in sentences, by known queries',
    (id, definition) => {
      expect(definition.id).toBe(id)
      expect(definition.formula).toMatch(/\.$/)
      expect(definition.caveat ?? '.').toMatch(/\.$/)
      expect(definition.queries.length).toBeGreaterThan(0)
      expect(definition.queries.filter((query) => !known.has(query))).toEqual([])
    },
  )

  it('has a label of its own for each', () => {
    const labels = Object.values(METRIC_DEFINITIONS).map(({ label }) => label)
    expect(new Set(labels).size).toBe(labels.length)
  })
})
