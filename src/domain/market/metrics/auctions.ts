import { DEC_ONE, type Dec, divideDec } from '../../decimal.ts'
import { type Bid, type Lease, type LeaseId, type Order, type OrderId, orderKey } from '../lease.ts'
import { computeDistribution, type Distribution } from './distribution.ts'
import { createDseqMap } from './dseq-map.ts'
import { ROWS_A_STEP, runSteps, type Steps } from './run-steps.ts'

/** Orders that wait for a bid to be taken. */
export interface OpenAuctions {
  readonly orders: number
  /** Open bids on them. */
  readonly bids: number
  readonly ordersWithoutBid: number
  /** Bids per order, as decimals: 2.5 is 2.5 × 10^18. */
  readonly bidsPerOrder: Distribution
  /** Open bids on an order that is not among the open ones. */
  readonly strayBids: number
}

/** Open orders and the open bids on them. */
export function computeOpenAuctions(orders: readonly Order[], bids: readonly Bid[]): OpenAuctions {
  const counts = new Map(orders.map(({ id }) => [orderKey(id), 0]))
  let strayBids = 0
  for (const { id } of bids) {
    const key = orderKey(id)
    const count = counts.get(key)
    if (count === undefined) strayBids++
    else counts.set(key, count + 1)
  }
  const perOrder = [...counts.values()]
  return {
    orders: counts.size,
    bids: bids.length - strayBids,
    ordersWithoutBid: perOrder.filter((count) => count === 0).length,
    bidsPerOrder: computeDistribution(perOrder.map((count) => BigInt(count) * DEC_ONE)),
    strayBids,
  }
}

/** How losing bids stood to the one that was taken. */
export interface BidSpread {
  /** (losing − winning) ÷ winning price of each bid that can be compared, as a decimal; below zero: it was cheaper. */
  readonly spread: Distribution
  /** Orders with a bid that can be compared. */
  readonly orders: number
  /** Of these, ones where no losing bid was cheaper than the one taken. */
  readonly cheapestWon: number
  /** Bids that cannot be compared, by why. */
  readonly left: {
    readonly noWinner: number
    readonly otherDenom: number
    readonly winnerFree: number
  }
}

/** What is compared with what: a bid that was not taken, and the price that was. */
export type BidComparison =
  | { readonly kind: 'compared'; readonly spread: Dec }
  | { readonly kind: 'other-denomination' }
  | { readonly kind: 'winner-free' }

/** A losing bid against the price of the lease its order became. */
export function compareBid({ price }: Bid, winner: Lease): BidComparison {
  if (price.denom !== winner.price.denom) return { kind: 'other-denomination' }
  if (winner.price.amount === 0n) return { kind: 'winner-free' }
  const over = price.amount - winner.price.amount
  return { kind: 'compared', spread: divideDec(over, winner.price.amount) }
}

/**
 * Spread of losing to winning bids. The winner of an order is its lease; one that was rewritten to another denomination
 * after the auction cannot be compared with bids that were not (AEP-76).
 */
export function computeBidSpread(leases: readonly Lease[], lostBids: readonly Bid[]): BidSpread {
  const tally = createBidSpreadTally()
  for (const bid of lostBids) tally.addBid(bid)
  for (const lease of leases) tally.addLease(lease)
  return runSteps(tally.result())
}

/** The same lease by lease, after all bids; its result with a pause offered now and then. */
export function createBidSpreadTally() {
  const auctions: Auction[] = []
  // Leases may be many, so no text is made of their ids.
  const byDseq = createDseqMap<Auction[]>()
  const find = (order: OrderId): Auction | undefined => {
    const beside = byDseq.get(order)
    if (beside === undefined) return undefined
    for (const auction of beside) {
      if (auction.id.gseq === order.gseq && auction.id.oseq === order.oseq) return auction
    }
    return undefined
  }
  return {
    addBid(bid: Bid): void {
      const known = find(bid.id)
      if (known !== undefined) {
        known.bids.push(bid)
        return
      }
      const made: Auction = { id: bid.id, bids: [bid], winner: undefined }
      auctions.push(made)
      const beside = byDseq.get(bid.id)
      if (beside === undefined) byDseq.set(bid.id, [made])
      else beside.push(made)
    },
    /** Of several leases of one order the first counts. */
    addLease(lease: Lease): void {
      const auction = find(lease.id)
      if (auction !== undefined) auction.winner ??= lease
    },
    result: () => compareAuctions(auctions),
  }
}

/** Lost bids on one order, and the lease it became. */
interface Auction {
  readonly id: OrderId
  readonly bids: Bid[]
  winner: Lease | undefined
}

function* compareAuctions(auctions: readonly Auction[]): Steps<BidSpread> {
  const spreads: Dec[] = []
  const left = { noWinner: 0, otherDenom: 0, winnerFree: 0 }
  let orders = 0
  let cheapestWon = 0
  for (const [index, { bids, winner }] of auctions.entries()) {
    if (index % ROWS_A_STEP === ROWS_A_STEP - 1) yield
    let isCompared = false
    let isCheapest = true
    for (const bid of bids) {
      if (winner === undefined || isSameBid(winner.id, bid.id)) {
        left.noWinner++
        continue
      }
      const comparison = compareBid(bid, winner)
      if (comparison.kind === 'other-denomination') left.otherDenom++
      else if (comparison.kind === 'winner-free') left.winnerFree++
      else {
        spreads.push(comparison.spread)
        isCompared = true
        isCheapest &&= comparison.spread >= 0n
      }
    }
    if (!isCompared) continue
    orders++
    if (isCheapest) cheapestWon++
  }
  yield
  return { spread: computeDistribution(spreads), orders, cheapestWon, left }
}

/** Of two bids on the same order. */
function isSameBid(a: LeaseId, b: LeaseId): boolean {
  return a.provider === b.provider && a.bseq === b.bseq
}
