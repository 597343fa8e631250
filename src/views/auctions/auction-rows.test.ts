import { describe, expect, it } from 'vitest'
import type { Bid, Order } from '../../domain/market/lease.ts'
import { act, akt, buildId } from '../../domain/market/metrics/testing/build-market.ts'
import { createAuctionRows, sortAuctions } from './auction-rows.ts'

const resources = { from: 'not-known', units: [] } as const
const order = (dseq: bigint, createdAt: bigint, maxPrice = act(100)): Order => ({
  id: { owner: 'tenant', dseq, gseq: 1, oseq: 1 },
  state: 'open',
  createdAt,
  resources,
  maxPrice,
})
const bid = (dseq: bigint, provider: string, price: number): Bid => ({
  id: buildId({ dseq, provider }),
  state: 'open',
  price: act(price),
  createdAt: 1n,
  resources,
})

describe('createAuctionRows', () => {
  it('gives every order its bids, the cheapest first', () => {
    const rows = createAuctionRows(
      [order(1n, 10n), order(2n, 20n)],
      [bid(1n, 'a', 9), bid(1n, 'b', 3), bid(7n, 'c', 1)],
      true,
    )
    expect(rows.map(({ bids }) => bids?.map(({ id }) => id.provider))).toEqual([['b', 'a'], []])
  })

  it('does not take an order for one without bids before all of them are read', () => {
    const rows = createAuctionRows([order(1n, 10n), order(2n, 20n)], [bid(2n, 'a', 9)], false)
    expect(rows.map(({ bids }) => bids?.length)).toEqual([undefined, 1])
  })
})

describe('sortAuctions', () => {
  const rows = createAuctionRows(
    [order(1n, 10n), order(2n, 20n), order(3n, 30n, akt(1))],
    [bid(1n, 'a', 9), bid(2n, 'b', 3), bid(2n, 'c', 5)],
    true,
  )
  const by = (...[sort, isAscending]: [Parameters<typeof sortAuctions>[1], boolean]) =>
    sortAuctions(rows, sort, isAscending).map(({ order: { id } }) => Number(id.dseq))

  it('shows those first that have waited longest', () => {
    expect(by('age', false)).toEqual([1, 2, 3])
    expect(by('age', true)).toEqual([3, 2, 1])
  })

  it('keeps an order without a bid last by the lowest, in either direction', () => {
    expect(by('lowest', true)).toEqual([2, 1, 3])
    expect(by('lowest', false)).toEqual([1, 2, 3])
    expect(by('bids', false)).toEqual([2, 1, 3])
  })

  it('does not mix amounts of two denominations', () => {
    expect(by('asked', true)).toEqual([2, 1, 3])
    expect(by('asked', false)).toEqual([2, 1, 3])
  })
})
