import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { replayOf } from '../../src/demo-chain/http/replay-node.ts'
import { loadScene } from '../../src/demo-chain/replay/load-scene.ts'
import { createNodeServer } from '../../src/demo-chain/server/node-server.ts'
import { formatDec, parseDec } from '../../src/domain/decimal.ts'
import {
  computeMarketMetrics,
  type MarketGround,
  type MarketMetrics,
} from '../../src/domain/market/metrics/market-metrics.ts'
import { measureSlowly } from '../../src/domain/market/metrics/testing/slow-market.ts'
import { marketGround } from '../../src/queries/market/market-ground.ts'
import { readMarket } from '../../src/queries/market/read-market.ts'
import { openInProcess } from './in-process-chain.ts'
import { readMarketTruth } from './market-truth.ts'
import { RECORDINGS } from './recorded-proposals.ts'
import { sampleTenants } from './sampled-market.ts'

const truth = readMarketTruth()
const gpuTruth = truth.gpu_leases_active_incl_reclaiming

function toCounts(counts: ReadonlyMap<string, number> | undefined): Record<string, number> {
  return Object.fromEntries(counts ?? [])
}

let ground: MarketGround
let metrics: MarketMetrics
beforeAll(async () => {
  const replay = replayOf(await loadScene(join(RECORDINGS, 'market')))
  const server = createNodeServer(replay.createBackend('archive'), { now: () => replay.now })
  const chain = openInProcess(server, BigInt(truth.height), () => replay.now)
  let last: MarketGround | undefined
  for await (const picture of readMarket(chain, { isWhole: true })) last = marketGround(picture)
  if (last === undefined) throw new Error('no lease of the recorded market was read')
  ground = last
  metrics = computeMarketMetrics(ground)
}, 60_000)

describe('metrics of the recorded market, as the screens read it', () => {
  it('have every lease in its state, denomination and reason', () => {
    const { total, byState, byStateAndDenom } = metrics.states
    expect(total).toBe(7_506)
    expect(toCounts(byState)).toEqual(truth.leases_by_state)
    expect(
      Object.fromEntries([...byStateAndDenom].map(([state, counts]) => [state, toCounts(counts)])),
    ).toEqual(truth.leases_by_state_and_denom)
    expect(
      Object.fromEntries(
        [...metrics.closeReasons].map(([state, counts]) => [state, toCounts(counts)]),
      ),
    ).toEqual(truth.lease_reasons)
    expect(metrics.active).toMatchObject({ active: 1_503, reclaiming: 82, funds: { notKnown: 0 } })
  })

  it('have the run-rate to its last digit, what is being reclaimed apart', () => {
    const { active, reclaiming } = truth.price_per_block_sum
    const [rate, ...others] = metrics.runRate
    expect(others).toEqual([])
    expect(rate?.denom).toBe('uact')
    expect(formatDec(rate?.reclaimingPerBlock ?? 0n)).toBe(reclaiming.uact)
    const running = (rate?.perBlock ?? 0n) - (rate?.reclaimingPerBlock ?? 0n)
    expect(formatDec(running)).toBe(active.uact)
    // A millionth of a dollar each, by the protocol.
    expect(metrics.runRateUsd).toMatchObject({
      sum: (rate?.perBlock ?? 0n) / 1_000_000n,
      unpriced: [],
    })
  })

  it('have the GPUs, all by the offer that won', () => {
    const { resources, gpuPrices } = metrics
    expect(resources.from).toEqual({ bid: 1_503, order: 0, 'not-known': 0 })
    expect([resources.gpuLeases, resources.gpus]).toEqual([gpuTruth.leases, BigInt(gpuTruth.gpus)])
    expect(
      Object.fromEntries(resources.byModel.map(({ value = '', gpus }) => [value, Number(gpus)])),
    ).toEqual(gpuTruth.by_model)
    expect(resources.cpuMillis).toBe(BigInt(gpuTruth.cpu_milli))
    expect([resources.anyOf, gpuPrices.mixed, gpuPrices.notKnown]).toEqual([[], 0, 0])
    const priced = gpuPrices.prices.reduce((sum, { units }) => sum + units, 0n)
    expect(priced).toBe(BigInt(gpuTruth.gpus))
  })

  it('have the providers, and all of them on the list', () => {
    expect(metrics.providerCount).toMatchObject({
      registered: truth.providers,
      withLeases: truth.providers_with_active_lease,
      unregistered: 0,
    })
    expect(metrics.providers.holders).toHaveLength(truth.providers_with_active_lease)
    expect(metrics.runways?.notKnown).toBe(0)
    expect(metrics.openAuctions?.orders).toBe(truth.orders.open)
  })

  it('put the oracle’s own price to AKT', () => {
    const oracle = ground.prices.oracle
    expect(oracle?.isHealthy).toBe(true)
    expect(oracle?.twap).toBe(parseDec(truth.oracle_akt.aggregated_price.twap))
  })

  it('are what plain loops over the definitions come to, for one tenant in eight', () => {
    const sample = sampleTenants(ground, 8)
    expect(sample.running.length).toBeGreaterThan(100)
    expect(sample.ended?.length).toBeGreaterThan(400)
    const { providers, tenants, ...exact } = computeMarketMetrics(sample)
    const { providers: slowProviders, tenants: slowTenants, ...slow } = measureSlowly(sample)
    expect(exact).toEqual(slow)
    expect(providers.holders).toEqual(slowProviders.holders)
    expect(tenants.holders).toEqual(slowTenants.holders)
  }, 120_000)
})
