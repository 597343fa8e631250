import { LOADING } from '../../domain/figure.ts'
import type { Bid, Lease, Order } from '../../domain/market/lease.ts'
import type { Market } from '../../domain/market/market.ts'
import { joinResources } from './join-resources.ts'
import type { Part } from './read-part.ts'

/**
 * Active and reclaiming leases with what they hold, as soon as both are there; complete once bids and orders are too. A
 * list that ended early is in it as far as it was read, with its failure.
 */
export function runningLeases(
  leases: readonly Part<Lease>[],
  bids: Part<Bid>,
  orders: Part<Order>,
): Market['running'] {
  if (leases.some(({ kind }) => kind === 'loading')) return LOADING
  const known = leases.flatMap((part) => (part.kind === 'known' ? [part] : []))
  const failures = leases.flatMap((part) => {
    const failure = part.kind === 'failed' ? part.failure : undefined
    return failure ?? (part.kind === 'known' ? (part.value.failure ?? []) : [])
  })
  const [failure] = failures
  const [first] = known
  if (first === undefined) return failure === undefined ? LOADING : { kind: 'failed', failure }
  return {
    kind: 'known',
    source: first.source,
    value: {
      items: joinResources(
        known.flatMap(({ value }) => value.items),
        itemsOf(bids),
        itemsOf(orders),
      ),
      isComplete:
        failure === undefined &&
        known.every(({ value }) => value.isComplete) &&
        [bids, orders].every(isOver),
      skipped: known.flatMap(({ value }) => value.skipped),
      ...(failure === undefined ? {} : { failure }),
    },
  }
}

function itemsOf<Item>(part: Part<Item>): readonly Item[] {
  return part.kind === 'known' ? part.value.items : []
}

/** Nothing more is to come of it. Without bids or orders a lease says from where its resources are known. */
function isOver(part: Part<unknown>): boolean {
  if (part.kind !== 'known') return part.kind === 'failed'
  return part.value.isComplete || part.value.failure !== undefined
}
