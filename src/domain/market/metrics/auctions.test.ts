import { describe, expect, it } from 'vitest'
import { DEC_ONE } from '../../decimal.ts'
import type { Bid, DecAmount, LeaseId, Order } from '../lease.ts'
import { compareBid, computeBidSpread, computeOpenAuctions } from './auctions.ts'
import { act, akt, buildId, buildLease, dec } from './testing/build-market.ts'

function bid(price: DecAmount, id: Partial<LeaseId>, state: Bid['state'] = 'lost'): Bid {
  return {
    id: buildId(id),
    state,
    price,
    createdAt: 1n,
    resources: { from: 'bid', units: [] },
  }
}

function order(dseq: bigint): Order {
  return {
    id: { owner: 'tenant', dseq, gseq: 1, oseq: 1 },
    state: 'open',
    createdAt: 1n,
    resources: { from: 'order', units: [] },
    maxPrice: undefined,
  }
}

describe('computeOpenAuctions', () => {
  it('counts bids by order, orders without one with zero, and bids on no open order apart', () => {
    const bids = [1n, 1n, 1n, 2n, 9n].map((dseq, index) =>
      bid(act(1), { dseq, provider: `p${index}` }, 'open'),
    )
    expect(computeOpenAuctions([order(1n), order(2n), order(3n)], bids)).toEqual({
      orders: 3,
      bids: 4,
      ordersWithoutBid: 1,
      bidsPerOrder: {
        kind: 'known',
        count: 3,
        least: 0n,
        p10: DEC_ONE / 5n,
        median: dec(1),
        p90: dec(26) / 10n,
        most: dec(3),
      },
      strayBids: 1,
    })
  })

  it('has no distribution without an order', () => {
    expect(computeOpenAuctions([], [])).toMatchObject({ orders: 0, bidsPerOrder: { kind: 'none' } })
  })
})

describe('computeBidSpread', () => {
  it('compares losing bids with the price of the lease their order became', () => {
    const leases = [
      buildLease({ id: { dseq: 1n }, price: act(10) }),
      buildLease({ id: { dseq: 2n }, price: act(10), state: 'closed' }),
    ]
    const lost = [
      bid(act(15), { dseq: 1n, provider: 'b' }),
      bid(act(20), { dseq: 1n, provider: 'c' }),
      bid(act(8), { dseq: 2n, provider: 'b' }),
    ]
    const spread = computeBidSpread(leases, lost)
    expect(spread).toMatchObject({
      orders: 2,
      cheapestWon: 1,
      left: { noWinner: 0, otherDenom: 0, winnerFree: 0 },
    })
    expect(spread.spread).toMatchObject({
      count: 3,
      least: -dec(2) / 10n,
      median: dec(5) / 10n,
      most: dec(1),
    })
  })

  it('leaves out what cannot be compared, by why', () => {
    const leases = [
      // Rewritten to ACT after the auction.
      buildLease({ id: { dseq: 1n }, price: act(10) }),
      buildLease({ id: { dseq: 2n }, price: act(0) }),
      buildLease({ id: { dseq: 4n } }),
    ]
    const lost = [
      bid(akt(9), { dseq: 1n, provider: 'b' }),
      bid(act(9), { dseq: 2n, provider: 'b' }),
      bid(act(9), { dseq: 3n, provider: 'b' }),
      // Of another group of the deployment.
      bid(act(9), { dseq: 4n, gseq: 2, provider: 'b' }),
      // The winner itself, said to have lost.
      bid(act(9), { dseq: 4n }),
    ]
    expect(computeBidSpread(leases, lost)).toEqual({
      spread: { kind: 'none' },
      orders: 0,
      cheapestWon: 0,
      left: { noWinner: 3, otherDenom: 1, winnerFree: 1 },
    })
  })
})

describe('compareBid', () => {
  it('keeps 18 digits, half to even', () => {
    expect(compareBid(bid(act(1), { provider: 'b' }), buildLease({ price: act(3) }))).toEqual({
      kind: 'compared',
      spread: -666_666_666_666_666_667n,
    })
  })
})
