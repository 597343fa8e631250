import type { LeaseClosedReason } from '../../domain/market/lease.ts'

/** Why a lease ended, in a few words; a reason without a name keeps its number. */
export function formatCloseReason(reason: LeaseClosedReason): string {
  switch (reason) {
    case 'lease_closed_invalid':
      return 'No reason kept'
    case 'lease_closed_owner':
      return 'Closed by its owner'
    case 'lease_closed_reason_unstable':
      return 'Unstable workload'
    case 'lease_closed_reason_decommission':
      return 'Provider decommissioned'
    case 'lease_closed_reason_unspecified':
      return 'Provider gave no reason'
    case 'lease_closed_reason_manifest_timeout':
      return 'Manifest never came'
    case 'lease_closed_reason_insufficient_funds':
      return 'Out of funds'
    default:
      return `Reason ${reason.slice('unknown '.length)}`
  }
}
