import { type Bid, type Order, orderKey } from '../../domain/market/lease.ts'
import { compareText } from '../../domain/market/metrics/compare-text.ts'

/** An order that waits for a bid to be taken, with the bids on it. */
export interface AuctionRow {
  readonly order: Order
  readonly key: string
  /** Cheapest first, of each denomination; undefined: none was read, and there may be some. */
  readonly bids: readonly Bid[] | undefined
}

export const AUCTION_SORTS = ['order', 'bids', 'lowest', 'asked', 'age'] as const
export type AuctionSort = (typeof AUCTION_SORTS)[number]

/** Open orders with their open bids. `areBidsWhole`: an order without one has none. */
export function createAuctionRows(
  orders: readonly Order[],
  bids: readonly Bid[],
  areBidsWhole: boolean,
): readonly AuctionRow[] {
  const byOrder = new Map<string, Bid[]>()
  for (const bid of bids) {
    const key = orderKey(bid.id)
    const known = byOrder.get(key)
    if (known === undefined) byOrder.set(key, [bid])
    else known.push(bid)
  }
  return orders.map((order) => {
    const key = orderKey(order.id)
    const own = byOrder.get(key) ?? (areBidsWhole ? [] : undefined)
    return { order, key, bids: own?.toSorted(compareBids) }
  })
}

/** Rows in the order asked for; what is not known, or not there, last; then the newest first. */
export function sortAuctions(
  rows: readonly AuctionRow[],
  sort: AuctionSort,
  isAscending: boolean,
): readonly AuctionRow[] {
  const sign = isAscending ? 1 : -1
  const denomOf = ({ order, bids }: AuctionRow) =>
    sort === 'lowest'
      ? (bids?.[0]?.price.denom ?? '~')
      : sort === 'asked'
        ? (order.maxPrice?.denom ?? '~')
        : ''
  return rows.toSorted((a, b) => {
    // Amounts of two denominations do not compare.
    const byDenom = compareText(denomOf(a), denomOf(b))
    if (byDenom !== 0) return byDenom
    const [one, other] = [sortValueOf(a, sort), sortValueOf(b, sort)]
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1
    } else if (one !== other) {
      return one < other ? -sign : sign
    }
    return Number(b.order.createdAt - a.order.createdAt) || compareText(a.key, b.key)
  })
}

function sortValueOf({ order, bids }: AuctionRow, sort: AuctionSort): bigint | undefined {
  switch (sort) {
    case 'order':
      return order.id.dseq
    case 'bids':
      return bids === undefined ? undefined : BigInt(bids.length)
    case 'lowest':
      return bids?.[0]?.price.amount
    case 'asked':
      return order.maxPrice?.amount
    case 'age':
      // The oldest is the one created first.
      return -order.createdAt
  }
}

function compareBids({ price: a }: Bid, { price: b }: Bid): number {
  if (a.denom !== b.denom) return compareText(a.denom, b.denom)
  return a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0
}
