import type { Dec } from '../decimal.ts'
import type { LeasedResources } from './resources.ts'

/** akash.market.v1 `LeaseID`; an order's id is the first four. */
export interface LeaseId {
  readonly owner: string
  readonly dseq: bigint
  readonly gseq: number
  readonly oseq: number
  readonly provider: string
  readonly bseq: number
}

/** akash.market.v1 `OrderID` */
export type OrderId = Omit<LeaseId, 'provider' | 'bseq'>

/** akash.market.v1 `Lease.State`; a number this code does not know stays a number. */
export type LeaseState = 'active' | 'insufficient_funds' | 'closed' | 'reclaiming' | UnknownEnum
export type OrderState = 'open' | 'active' | 'closed' | UnknownEnum
export type BidState = 'open' | 'active' | 'lost' | 'closed' | UnknownEnum
/** akash.escrow.types.v1 `State` */
export type EscrowState = 'open' | 'closed' | 'overdrawn' | UnknownEnum

/** A value of an enum that this code has no name for, as `unknown 7`. */
export type UnknownEnum = `unknown ${number}`

/** akash.market.v1 `LeaseClosedReason`, in the module's own spelling. */
export type LeaseClosedReason =
  | 'lease_closed_invalid'
  | 'lease_closed_owner'
  | 'lease_closed_reason_unstable'
  | 'lease_closed_reason_decommission'
  | 'lease_closed_reason_unspecified'
  | 'lease_closed_reason_manifest_timeout'
  | 'lease_closed_reason_insufficient_funds'
  | UnknownEnum

/** An amount of a denomination with 18 digits behind the point, in base units. */
export interface DecAmount {
  readonly denom: string
  readonly amount: Dec
}

/** akash.escrow.types.v1 `PaymentState` of a lease. */
export interface Payment {
  readonly state: EscrowState
  /** Per block. */
  readonly rate: DecAmount
  readonly balance: DecAmount
  readonly unsettled: DecAmount
  readonly withdrawn: { readonly denom: string; readonly amount: bigint }
}

/** akash.market.v1 `Reclamation`: the provider has given notice (AEP-82). */
export interface Reclamation {
  readonly windowMs: number
  readonly startedAt: bigint
  readonly deadline: Date
  readonly reason: LeaseClosedReason
}

export interface Lease {
  readonly id: LeaseId
  readonly state: LeaseState
  /** Per block. Of leases from before v2.0.0 that still run, not the price they were made at (protocol: AEP-76). */
  readonly price: DecAmount
  /** Heights. */
  readonly createdAt: bigint
  /** undefined while it runs. */
  readonly closedOn: bigint | undefined
  readonly reason: LeaseClosedReason
  readonly reclamation: Reclamation | undefined
  /** undefined where the node sent none. */
  readonly payment: Payment | undefined
}

/** A lease with what runs in it. */
export interface ResourcedLease extends Lease {
  readonly resources: LeasedResources
}

export interface Order {
  readonly id: OrderId
  readonly state: OrderState
  readonly createdAt: bigint
  /** What was asked for: `count` of each, at no more than `maxPrice` a block each. */
  readonly resources: LeasedResources
  readonly maxPrice: DecAmount | undefined
}

export interface Bid {
  readonly id: LeaseId
  readonly state: BidState
  readonly price: DecAmount
  readonly createdAt: bigint
  /** What was offered; empty in bids from before v0.28. */
  readonly resources: LeasedResources
}

/** `owner/dseq/gseq/oseq/provider/bseq`: names a lease and its bid. */
export function leaseKey({ owner, dseq, gseq, oseq, provider, bseq }: LeaseId): string {
  return `${owner}/${dseq}/${gseq}/${oseq}/${provider}/${bseq}`
}

/** `owner/dseq/gseq/oseq` */
export function orderKey({ owner, dseq, gseq, oseq }: OrderId): string {
  return `${owner}/${dseq}/${gseq}/${oseq}`
}

/** A lease that is being reclaimed still runs and pays (protocol D5). */
export function isRunning({ state }: Pick<Lease, 'state'>): boolean {
  return state === 'active' || state === 'reclaiming'
}
