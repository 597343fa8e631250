import type { ChainLedger } from '../../../src/demo-chain/chain/ledger.ts'
import { winnerOf } from '../../../src/demo-chain/market/bids.ts'
import { leaseState } from '../../../src/demo-chain/market/market-tables.ts'
import {
  createMarketWorld,
  type MarketOptions,
} from '../../../src/demo-chain/market/market-world.ts'
import { leasePrice } from '../../../src/demo-chain/market/prices.ts'
import { type Lease, leaseKey } from '../../../src/domain/market/lease.ts'

const STATES = ['none', 'active', 'insufficient_funds', 'closed', 'reclaiming']

/** A lease in one line: what a row of the list shows of it. */
export function shownLease({ id, state, price }: Pick<Lease, 'id' | 'state' | 'price'>): string {
  return `${leaseKey(id)} ${state} ${price.amount} ${price.denom}`
}

/** The leases that run at a height, one to come too, by the market's books themselves: in one line each, sorted. */
export type MarketTruth = (height: bigint) => readonly string[]

export function createMarketTruth(
  { chainId, initialHeight }: ChainLedger,
  options: MarketOptions,
): MarketTruth {
  const world = createMarketWorld(chainId, Number(initialHeight), () => 0, options)
  const known = new Map<number, readonly string[]>()
  const read = (height: number) => {
    const books = world.books(height)
    const lines: string[] = []
    for (let at = 0; at < books.count; at++) {
      const life = books.life(at)
      const { plan, seed, tenant } = life
      if (seed.createdAt > height) continue
      const owner = world.people.tenants[tenant]?.address ?? ''
      for (const [group, order] of plan.orders.entries()) {
        const state = STATES[leaseState(order, plan, height)] ?? ''
        if (state !== 'active' && state !== 'reclaiming') continue
        const provider = world.people.providers[winnerOf(world, life, group)]?.address ?? ''
        const id = { owner, dseq: BigInt(books.dseq(at)), gseq: group + 1, oseq: 1, provider }
        const price = leasePrice(world, life, group)
        lines.push(shownLease({ id: { ...id, bseq: 0 }, state, price }))
      }
    }
    return lines.toSorted()
  }
  return (asked) => {
    const height = Number(asked)
    const lines = known.get(height) ?? read(height)
    known.set(height, lines)
    return lines
  }
}
