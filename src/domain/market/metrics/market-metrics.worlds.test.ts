import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeMarketMetrics, type MarketGround } from './market-metrics.ts'
import { randomMarket } from './testing/random-market.ts'
import { measureSlowly } from './testing/slow-market.ts'
import { tolerant } from './testing/tolerant.ts'

const MARKETS = { numRuns: 100 }
const SEED = 82

describe('computeMarketMetrics on random markets', () => {
  it('comes to what plain loops over the definitions come to, on 100 that have every trait', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(randomMarket, (market) => {
        const metrics = computeMarketMetrics(market)
        expect(metrics).toEqual(tolerant(measureSlowly(market)))
        for (const trait of traitsOf(market, metrics)) seen.add(trait)
      }),
      // Always the same 100, so that what they are there for is always among them.
      { ...MARKETS, seed: SEED },
    )
    expect([...seen].toSorted()).toEqual([
      'GPUs of several models or denominations',
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

  it('comes to the same on 100 that are others in every run', () => {
    fc.assert(
      fc.property(randomMarket, (market) => {
        expect(computeMarketMetrics(market)).toEqual(tolerant(measureSlowly(market)))
      }),
      MARKETS,
    )
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
    ['GPUs of several models or denominations', gpuPrices.prices.length > 1],
    ['bids compared', bidSpread?.spread.kind === 'known'],
    ['capped or spent', (metrics.active.funds?.out ?? 0) > 0],
    ['closed before created', (metrics.durations?.contradictory ?? 0) > 0],
    ['oracle unhealthy', runRateUsd.unpriced.some(({ why }) => why === 'oracle-unhealthy')],
    ['without a payment', (spend?.withoutPayment ?? 0) > 0],
    ['without a block time', market.blockTime === undefined],
  ]
  return known.flatMap(([name, isThere]) => (isThere ? [name] : []))
}
