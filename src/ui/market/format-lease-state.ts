import type { BidState, LeaseState, OrderState } from '../../domain/market/lease.ts'

/** The state of a lease, an order or a bid in words; one without a name keeps its number. */
export function formatLeaseState(state: LeaseState | OrderState | BidState): string {
  switch (state) {
    case 'active':
      return 'Active'
    case 'reclaiming':
      return 'Being reclaimed'
    case 'insufficient_funds':
      return 'Out of funds'
    case 'closed':
      return 'Closed'
    case 'open':
      return 'Open'
    case 'lost':
      return 'Lost'
    default:
      return `State ${state.slice('unknown '.length)}`
  }
}
