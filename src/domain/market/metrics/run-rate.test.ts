import { describe, expect, it } from 'vitest'
import { computeRunRate } from './run-rate.ts'
import { act, akt, buildLease, dec, SIX_SECONDS } from './testing/build-market.ts'

describe('computeRunRate', () => {
  const leases = [
    buildLease({ price: act(10) }),
    buildLease({ price: act(5), state: 'reclaiming' }),
    buildLease({ price: { denom: 'uact', amount: 7n } }),
    buildLease({ price: akt(2) }),
    buildLease({ price: akt(0) }),
    buildLease({ price: akt(900), state: 'closed' }),
  ]

  it('adds up what runs by denomination, reclaiming ones in it and apart', () => {
    expect(computeRunRate(leases, undefined)).toEqual([
      {
        denom: 'uact',
        leases: 3,
        perBlock: dec(15) + 7n,
        reclaimingPerBlock: dec(5),
        perTime: undefined,
      },
      { denom: 'uakt', leases: 2, perBlock: dec(2), reclaimingPerBlock: 0n, perTime: undefined },
    ])
  })

  it('comes to 600 blocks of six seconds an hour', () => {
    const [rate] = computeRunRate(leases, SIX_SECONDS)
    const perBlock = dec(15) + 7n
    expect(rate?.perTime).toEqual({
      hour: perBlock * 600n,
      day: perBlock * 14_400n,
      days30: perBlock * 432_000n,
    })
  })

  it('cuts off what comes after the 18th digit', () => {
    const [rate] = computeRunRate([buildLease({ price: { denom: 'uact', amount: 1n } })], {
      meanMs: 7_000,
      fromHeight: 1n,
      toHeight: 101n,
    })
    // 3,600 ÷ 7 = 514.28…
    expect(rate?.perTime?.hour).toBe(514n)
  })

  it.each([
    ['no time passed', { meanMs: 0, fromHeight: 1n, toHeight: 9n }],
    ['time ran backwards', { meanMs: -5, fromHeight: 1n, toHeight: 9n }],
    ['there was no block', { meanMs: Number.NaN, fromHeight: 9n, toHeight: 9n }],
  ])('tells nothing by the hour where %s', (_, blockTime) => {
    expect(computeRunRate(leases, blockTime)[0]?.perTime).toBeUndefined()
  })

  it('has no row of nothing', () => {
    expect(computeRunRate([], SIX_SECONDS)).toEqual([])
  })
})
