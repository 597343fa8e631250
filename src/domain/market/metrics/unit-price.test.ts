import { describe, expect, it } from 'vitest'
import { measureLeases } from './resource-sums.ts'
import {
  act,
  akt,
  buildGpus,
  buildLease,
  buildRunning,
  buildUnit,
  dec,
  SIX_SECONDS,
} from './testing/build-market.ts'
import { computeCpuPrices, computeGpuPrices } from './unit-price.ts'

const NOT_KNOWN = { ...buildLease(), resources: { from: 'not-known', units: [] } } as const

describe('computeGpuPrices', () => {
  it('divides the whole price by the GPUs of leases with one model, by model and denomination', () => {
    const running = measureLeases([
      buildRunning([buildGpus(2, 'h100')], { price: act(20) }),
      // The same model in two memories is one model.
      buildRunning([buildGpus(1, 'h100', { memory: '80Gi' }), buildGpus(1, 'h100')], {
        price: act(60),
      }),
      buildRunning([{ ...buildGpus(2, 'h100'), count: 2 }], { price: act(80) }),
      buildRunning([buildGpus(1, 'h100')], { price: akt(7) }),
      buildRunning([buildGpus(1, 'h100', { vendor: 'amd' })], { price: akt(0) }),
    ])
    const { prices } = computeGpuPrices(running, SIX_SECONDS)
    expect(prices.map(({ vendor, model, denom, units }) => [vendor, model, denom, units])).toEqual([
      ['nvidia', 'h100', 'uact', 8n],
      ['amd', 'h100', 'uakt', 1n],
      ['nvidia', 'h100', 'uakt', 1n],
    ])
    // 10, 20, 30 a block; 600 blocks an hour.
    expect(prices[0]?.perBlock).toEqual({
      kind: 'known',
      count: 3,
      least: dec(10),
      p10: dec(12),
      median: dec(20),
      p90: dec(28),
      most: dec(30),
    })
    expect(prices[0]?.perHour).toMatchObject({ median: dec(12_000), p10: dec(7_200) })
    expect(prices[1]?.perHour).toMatchObject({ count: 1, least: 0n, most: 0n })
  })

  it('takes no price of leases with several models or a wildcard, and counts them', () => {
    const running = measureLeases([
      buildRunning([buildGpus(1, 'h100'), buildGpus(1, 'a100')]),
      buildRunning([buildGpus(1, '*')]),
      buildRunning([buildUnit({ gpus: 1n })]),
      buildRunning([
        buildUnit({
          gpus: 1n,
          gpuModels: [
            { vendor: 'nvidia', model: 'a100' },
            { vendor: 'nvidia', model: 'h100' },
          ],
        }),
      ]),
      NOT_KNOWN,
      buildRunning([buildUnit()]),
    ])
    expect(computeGpuPrices(running, SIX_SECONDS)).toEqual({ prices: [], mixed: 4, notKnown: 1 })
  })

  it('tells nothing by the hour without a block time', () => {
    const running = measureLeases([buildRunning([buildGpus(1, 't4')])])
    expect(computeGpuPrices(running, undefined).prices[0]?.perHour).toBeUndefined()
  })
})

describe('computeCpuPrices', () => {
  it('divides by vCPUs of leases without GPUs, the unit’s count included', () => {
    const running = measureLeases([
      buildRunning([buildUnit({ cpuMillis: 500n, count: 4 })], { price: act(10) }),
      buildRunning([buildUnit({ cpuMillis: 100n })], { price: act(1) }),
      buildRunning([buildUnit({ cpuMillis: 4_000n }), buildGpus(1, 't4')]),
      buildRunning([buildUnit({ cpuMillis: 0n })]),
      // An offer of nothing, as old bids make.
      buildRunning([]),
      NOT_KNOWN,
    ])
    const { prices, notKnown } = computeCpuPrices(running, SIX_SECONDS)
    expect(notKnown).toBe(1)
    expect(prices).toHaveLength(1)
    expect(prices[0]).toMatchObject({
      denom: 'uact',
      units: 2_100n,
      perBlock: { count: 2, least: dec(5), most: dec(10) },
      perHour: { least: dec(3_000), most: dec(6_000) },
    })
  })
})
