import {
  type Bid,
  isRunning,
  type Lease,
  leaseKey,
  type Order,
  orderKey,
  type ResourcedLease,
} from '../../domain/market/lease.ts'
import type { LeasedResources } from '../../domain/market/resources.ts'

const NOT_KNOWN: LeasedResources = { from: 'not-known', units: [] }

/**
 * Running leases with what they hold: what the winning bid offered, else what the order asked for (bids from before v0.28
 * offered nothing; protocol D5).
 */
export function joinResources(
  leases: readonly Lease[],
  bids: readonly Bid[],
  orders: readonly Order[],
): readonly ResourcedLease[] {
  const offered = new Map(bids.map((bid) => [leaseKey(bid.id), bid.resources]))
  const asked = new Map(orders.map((order) => [orderKey(order.id), order.resources]))
  return leases.filter(isRunning).map((lease) => {
    const fromBid = offered.get(leaseKey(lease.id))
    const resources =
      fromBid !== undefined && fromBid.units.length > 0
        ? fromBid
        : (asked.get(orderKey(lease.id)) ?? NOT_KNOWN)
    return { ...lease, resources }
  })
}
