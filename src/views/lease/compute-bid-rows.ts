import type { Bid, Lease } from '../../domain/market/lease.ts'
import { type BidComparison, compareBid } from '../../domain/market/metrics/auctions.ts'

/** One bid for the order, beside what was taken. */
export interface BidRow {
  readonly bid: Bid
  readonly standing:
    | { readonly kind: 'won' }
    /** It stands against the price of the lease. */
    | { readonly kind: 'other'; readonly comparison: BidComparison }
}

/** Bids for the order of a lease: the one taken first, then the cheapest of each denomination. */
export function computeBidRows(bids: readonly Bid[], lease: Lease): readonly BidRow[] {
  return bids
    .map((bid): BidRow => {
      const { provider, bseq } = bid.id
      return provider === lease.id.provider && bseq === lease.id.bseq
        ? { bid, standing: { kind: 'won' } }
        : { bid, standing: { kind: 'other', comparison: compareBid(bid, lease) } }
    })
    .toSorted(compareRows)
}

function compareRows(a: BidRow, b: BidRow): number {
  if (a.standing.kind !== b.standing.kind) return a.standing.kind === 'won' ? -1 : 1
  const [one, other] = [a.bid.price, b.bid.price]
  if (one.denom !== other.denom) return one.denom < other.denom ? -1 : 1
  return one.amount < other.amount ? -1 : one.amount > other.amount ? 1 : 0
}
