import type { Lease, LeaseClosedReason, LeaseState } from '../lease.ts'
import { createRecentEntries } from './recent-entries.ts'

/** Counts of leases; a state that no lease is in is not there. */
export interface LeaseStates {
  readonly total: number
  readonly byState: ReadonlyMap<LeaseState, number>
  readonly byStateAndDenom: ReadonlyMap<LeaseState, ReadonlyMap<string, number>>
}

/** Leases by state, and by state and denomination of the price. */
export function computeLeaseStates(leases: readonly Lease[]): LeaseStates {
  const tally = createStateTally()
  for (const lease of leases) tally.add(lease)
  return tally.result().states
}

export type CloseReasons = ReadonlyMap<LeaseState, ReadonlyMap<LeaseClosedReason, number>>

/** Leases by state and by the reason they were closed for; running ones have `lease_closed_invalid`, none yet. */
export function computeCloseReasons(leases: readonly Lease[]): CloseReasons {
  const tally = createStateTally()
  for (const lease of leases) tally.add(lease)
  return tally.result().closeReasons
}

/** Both, lease by lease. */
export function createStateTally() {
  const byState = createRecentEntries((state: LeaseState) => ({
    state,
    count: 0,
    byDenom: createRecentEntries((key: string) => ({ key, count: 0 })),
    byReason: createRecentEntries((key: LeaseClosedReason) => ({ key, count: 0 })),
  }))
  return {
    add({ state, price, reason }: Lease): void {
      const row = byState.of(state)
      row.count++
      row.byDenom.of(price.denom).count++
      row.byReason.of(reason).count++
    },
    result(): { readonly states: LeaseStates; readonly closeReasons: CloseReasons } {
      const rows = byState.values()
      return {
        states: {
          total: rows.reduce((sum, { count }) => sum + count, 0),
          byState: new Map(rows.map(({ state, count }) => [state, count])),
          byStateAndDenom: new Map(rows.map(({ state, byDenom }) => [state, countsOf(byDenom)])),
        },
        closeReasons: new Map(rows.map(({ state, byReason }) => [state, countsOf(byReason)])),
      }
    },
  }
}

function countsOf<Key>(entries: {
  readonly values: () => readonly { readonly key: Key; readonly count: number }[]
}): ReadonlyMap<Key, number> {
  return new Map(entries.values().map(({ key, count }) => [key, count]))
}
