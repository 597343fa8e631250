import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../domain/decimal.ts'
import type { Bid } from '../../domain/market/lease.ts'
import { act, akt, buildId, buildLease } from '../../domain/market/metrics/testing/build-market.ts'
import { computeBidRows } from './compute-bid-rows.ts'

const bid = (provider: string, price: Bid['price'], state: Bid['state'] = 'lost'): Bid => ({
  id: buildId({ provider }),
  state,
  price,
  createdAt: 1n,
  resources: { from: 'not-known', units: [] },
})

describe('computeBidRows', () => {
  it('puts the bid taken first, then losing ones by price, each against the price of the lease', () => {
    const rows = computeBidRows(
      [bid('b', act(15)), bid('c', akt(1)), bid('a', act(12)), bid('provider', act(10), 'active')],
      buildLease({ price: act(10) }),
    )
    expect(rows.map((row) => row.bid.id.provider)).toEqual(['provider', 'a', 'b', 'c'])
    // (12 − 10) ÷ 10 and (15 − 10) ÷ 10; AKT against ACT says nothing
    expect(rows.map(({ standing }) => standing)).toEqual([
      { kind: 'won' },
      { kind: 'other', comparison: { kind: 'compared', spread: DEC_ONE / 5n } },
      { kind: 'other', comparison: { kind: 'compared', spread: DEC_ONE / 2n } },
      { kind: 'other', comparison: { kind: 'other-denomination' } },
    ])
  })
})
