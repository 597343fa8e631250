import type { Lease, LeaseClosedReason, LeaseState } from '../lease.ts'
import { entryOf } from './entry-of.ts'

/** Counts of leases; a state that no lease is in is not there. */
export interface LeaseStates {
  readonly total: number
  readonly byState: ReadonlyMap<LeaseState, number>
  readonly byStateAndDenom: ReadonlyMap<LeaseState, ReadonlyMap<string, number>>
}

/** Leases by state, and by state and denomination of the price. */
export function computeLeaseStates(leases: readonly Lease[]): LeaseStates {
  const byState = new Map<LeaseState, number>()
  const byStateAndDenom = new Map<LeaseState, Map<string, number>>()
  for (const { state, price } of leases) {
    increase(byState, state)
    increase(childOf(byStateAndDenom, state), price.denom)
  }
  return { total: leases.length, byState, byStateAndDenom }
}

export type CloseReasons = ReadonlyMap<LeaseState, ReadonlyMap<LeaseClosedReason, number>>

/** Leases by state and by the reason they were closed for; running ones have `lease_closed_invalid`, none yet. */
export function computeCloseReasons(leases: readonly Lease[]): CloseReasons {
  const reasons = new Map<LeaseState, Map<LeaseClosedReason, number>>()
  for (const { state, reason } of leases) increase(childOf(reasons, state), reason)
  return reasons
}

function childOf<Key, Inner>(map: Map<Key, Map<Inner, number>>, key: Key): Map<Inner, number> {
  return entryOf(map, key, () => new Map())
}

function increase<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}
