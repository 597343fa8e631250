import type {
  BidState,
  EscrowState,
  LeaseClosedReason,
  LeaseState,
  OrderState,
} from '../../domain/market/lease.ts'
import type { Deployment } from '../../domain/market/market.ts'

const LEASE: ReadonlyMap<number, LeaseState> = new Map([
  [1, 'active'],
  [2, 'insufficient_funds'],
  [3, 'closed'],
  [4, 'reclaiming'],
])
const BID: ReadonlyMap<number, BidState> = new Map([
  [1, 'open'],
  [2, 'active'],
  [3, 'lost'],
  [4, 'closed'],
])
const ORDER: ReadonlyMap<number, OrderState> = new Map([
  [1, 'open'],
  [2, 'active'],
  [3, 'closed'],
])
const DEPLOYMENT: ReadonlyMap<number, Deployment['state']> = new Map([
  [1, 'active'],
  [2, 'closed'],
])
const ESCROW: ReadonlyMap<number, EscrowState> = new Map([
  [1, 'open'],
  [2, 'closed'],
  [3, 'overdrawn'],
])
const REASON: ReadonlyMap<number, LeaseClosedReason> = new Map([
  [0, 'lease_closed_invalid'],
  [1, 'lease_closed_owner'],
  [10_000, 'lease_closed_reason_unstable'],
  [10_001, 'lease_closed_reason_decommission'],
  [10_002, 'lease_closed_reason_unspecified'],
  [10_003, 'lease_closed_reason_manifest_timeout'],
  [20_000, 'lease_closed_reason_insufficient_funds'],
])

/** akash.market.v1 `Lease.State`; this and the others keep a number that has no name. */
export function toLeaseState(wire: number): LeaseState {
  return LEASE.get(wire) ?? `unknown ${wire}`
}

/** akash.market.v1beta5 `Bid.State` */
export function toBidState(wire: number): BidState {
  return BID.get(wire) ?? `unknown ${wire}`
}

/** akash.market.v1beta5 `Order.State` */
export function toOrderState(wire: number): OrderState {
  return ORDER.get(wire) ?? `unknown ${wire}`
}

/** akash.deployment.v1 `Deployment.State` */
export function toDeploymentState(wire: number): Deployment['state'] {
  return DEPLOYMENT.get(wire) ?? `unknown ${wire}`
}

/** akash.escrow.types.v1 `State` */
export function toEscrowState(wire: number): EscrowState {
  return ESCROW.get(wire) ?? `unknown ${wire}`
}

/** akash.market.v1 `LeaseClosedReason` */
export function toClosedReason(wire: number): LeaseClosedReason {
  return REASON.get(wire) ?? `unknown ${wire}`
}
