import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeMarketMetrics, type MarketGround } from './market-metrics.ts'
import { randomMarket } from './testing/random-market.ts'
import { measureSlowly } from './testing/slow-market.ts'

const MARKETS = { numRuns: 100 }
const FLOATS: ReadonlySet<string> = new Set(['share', 'hhi', 'gini'])

/** Exact everywhere but at shares and indices, which both sides round in their own way. */
function tolerant(value: unknown, key = ''): unknown {
  if (typeof value === 'number') return FLOATS.has(key) ? expect.closeTo(value, 8) : value
  if (value instanceof Map || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((each) => tolerant(each))
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, tolerant(inner, name)]),
  )
}

describe('computeMarketMetrics on random markets', () => {
  it('comes to what plain loops over the definitions come to, on 100 of them', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomMarket, (market) => {
        const metrics = computeMarketMetrics(market)
        expect(metrics).toEqual(tolerant(measureSlowly(market)))
        for (const trait of traitsOf(market, metrics)) seen.add(trait)
      }),
      MARKETS,
    )
    // What the markets are there for must have been among them.
    expect([...seen].toSorted()).toEqual([
      'GPUs of one model',
      'any of several GPUs',
      'bids compared',
      'capped or spent',
      'closed before created',
      'no leases',
      'oracle unhealthy',
      'unknown denomination',
      'unknown state',
      'without a block time',
      'without a payment',
    ])
  })

  it('does not care in which order leases and deployments come', () => {
    fc.assert(
      fc.property(randomMarket, (market) => {
        const { ended, deployments, running } = market
        const turned: MarketGround = {
          ...market,
          running: running.toReversed(),
          ended: ended?.toReversed(),
          deployments: deployments?.toReversed(),
          // Two leases of one order contradict, and the first then counts as its winner.
          lostBids: [],
        }
        expect(computeMarketMetrics(turned)).toEqual(
          computeMarketMetrics({ ...market, lostBids: [] }),
        )
      }),
      MARKETS,
    )
  })
})

function traitsOf(
  market: MarketGround,
  metrics: ReturnType<typeof computeMarketMetrics>,
): readonly string[] {
  const { resources, states, spend, gpuPrices, bidSpread, runRateUsd } = metrics
  const known: readonly (readonly [string, boolean])[] = [
    ['no leases', states.total === 0],
    ['unknown state', states.byState.has('unknown 9')],
    ['unknown denomination', runRateUsd.unpriced.some(({ denom }) => denom === '__proto__')],
    ['any of several GPUs', resources.anyOf.some(({ value }) => value?.startsWith('any of'))],
    ['GPUs of one model', gpuPrices.prices.length > 1],
    ['bids compared', bidSpread?.spread.kind === 'known'],
    ['capped or spent', (metrics.active.funds?.out ?? 0) > 0],
    ['closed before created', (metrics.durations?.contradictory ?? 0) > 0],
    ['oracle unhealthy', runRateUsd.unpriced.some(({ why }) => why === 'oracle-unhealthy')],
    ['without a payment', (spend?.withoutPayment ?? 0) > 0],
    ['without a block time', market.blockTime === undefined],
  ]
  return known.flatMap(([name, isThere]) => (isThere ? [name] : []))
}
