import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../decimal.ts'
import { act, akt, buildOracle, dec } from './testing/build-market.ts'
import { computeUsdValue, describeUsdBasis } from './usd-value.ts'

const AXL_USDC = 'ibc/170C677610AC31DF0904FFE09CD3B5C657492170E7E52372E48756B71E56F2F1'
const axlUsdc = { denom: AXL_USDC, amount: dec(3_000_000) }
const other = { denom: 'ibc/OTHER', amount: dec(1) }

describe('computeUsdValue', () => {
  it('counts ACT by the protocol, AKT by the time-weighted price, axlUSDC by assumption', () => {
    const oracle = buildOracle()
    expect(
      computeUsdValue([act(2_000_000), akt(4_000_000), axlUsdc, other], {
        oracle,
        axlUsdc: DEC_ONE,
      }),
    ).toEqual({
      parts: [
        { ...act(2_000_000), usd: dec(2), basis: { kind: 'protocol' } },
        // At half a dollar.
        {
          ...akt(4_000_000),
          usd: dec(2),
          basis: { kind: 'oracle', price: oracle.twap, time: oracle.time },
        },
        { ...axlUsdc, usd: dec(3), basis: { kind: 'assumption', price: DEC_ONE } },
      ],
      unpriced: [{ ...other, why: 'unknown-denomination' }],
      sum: dec(7),
    })
  })

  it.each([
    ['no-oracle-price', undefined],
    ['no-oracle-price', buildOracle({ twap: 0n })],
    ['oracle-unhealthy', buildOracle({ isHealthy: false })],
  ] as const)('puts no dollars to AKT where the ground is %s', (why, oracle) => {
    const value = computeUsdValue([act(1_000_000), akt(1)], { oracle, axlUsdc: undefined })
    expect(value.unpriced).toEqual([{ ...akt(1), why }])
    expect(value.sum).toBe(dec(1))
  })

  it('puts none to axlUSDC where nobody assumes a price', () => {
    const value = computeUsdValue([axlUsdc], { oracle: undefined, axlUsdc: undefined })
    expect(value).toEqual({
      parts: [],
      unpriced: [{ ...axlUsdc, why: 'not-assumed' }],
      sum: undefined,
    })
  })

  it('is a sum of zero of an amount of zero, and no sum without a price', () => {
    const prices = { oracle: undefined, axlUsdc: undefined }
    expect(computeUsdValue([act(0)], prices).sum).toBe(0n)
    expect(computeUsdValue([other], prices).sum).toBeUndefined()
  })
})

describe('describeUsdBasis', () => {
  it('says on what ground', () => {
    expect(
      [
        { kind: 'protocol' } as const,
        { kind: 'oracle', price: 453_095_625_780_736_900n, time: undefined } as const,
        { kind: 'assumption', price: DEC_ONE } as const,
      ].map(describeUsdBasis),
    ).toEqual([
      '1 ACT = 1 USD by the protocol',
      '1 AKT = 0.4530956257807369 USD by the chain’s oracle (TWAP)',
      '1 axlUSDC = 1 USD by assumption',
    ])
  })
})
