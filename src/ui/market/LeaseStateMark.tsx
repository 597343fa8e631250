import type { BidState, LeaseState, OrderState } from '../../domain/market/lease.ts'
import { Pill, type PillTone } from '../page/Pill.tsx'
import { formatLeaseState } from './format-lease-state.ts'

/** The state of a lease, an order or a bid. */
export function LeaseStateMark({ state }: { readonly state: LeaseState | OrderState | BidState }) {
  return (
    <Pill tone={toneOf(state)} title={state}>
      {formatLeaseState(state)}
    </Pill>
  )
}

function toneOf(state: LeaseState | OrderState | BidState): PillTone {
  switch (state) {
    case 'active':
      return 'good'
    case 'open':
      return 'note'
    case 'reclaiming':
      return 'warn'
    case 'insufficient_funds':
      return 'bad'
    default:
      return 'plain'
  }
}
