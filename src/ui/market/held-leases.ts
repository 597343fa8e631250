import type { Holder } from '../../domain/market/metrics/holders.ts'
import { isHoldingKnown, type LeasedTotals } from '../../domain/market/metrics/leased-resources.ts'

/** Leases, all together or those of one holder, and of how many of them it is not known what they hold. */
export type HeldLeases = Pick<LeasedTotals, 'leases' | 'from'> | Pick<Holder, 'leases' | 'notKnown'>

/** Whether anything is known of what these leases hold: their sums say nothing where nothing is. */
export function isHeldKnown(of: HeldLeases): boolean {
  return 'from' in of ? isHoldingKnown(of) : of.leases === 0 || of.notKnown < of.leases
}

/** Leases that are in no sum of what is held. */
export function countUnheld(of: HeldLeases): number {
  return 'from' in of ? of.from['not-known'] : of.notKnown
}
