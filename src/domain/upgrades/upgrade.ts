import type { Plan } from '../message.ts'

/** How a plan and the chain stand to each other. A plan that was never part of a proposal or of the chain's store has no state. */
export type PlanState =
  /** Its handler ran. */
  | { readonly kind: 'applied'; readonly height: bigint }
  /** It is the chain's current plan. */
  | { readonly kind: 'scheduled'; readonly height: bigint }
  | { readonly kind: 'in-vote' }
  | { readonly kind: 'in-deposit' }
  | { readonly kind: 'rejected' }
  /** Passed, but could not be scheduled; the chain's own reason. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** By a later message that cancelled the plan of its time. */
  | { readonly kind: 'cancelled'; readonly byProposalId: bigint }
  /** Another plan took the single slot before it was reached. */
  | { readonly kind: 'superseded'; readonly byProposalId: bigint }
  /** Passed, its height is past, nothing replaced it, and the chain never applied it. */
  | { readonly kind: 'skipped' }
  /** Passed, and what became of it cannot be told from what was read. */
  | { readonly kind: 'unknown' }

/** A plan and the proposal that asked for it. Some applied upgrades have no known proposal. */
export interface PlannedUpgrade {
  readonly plan: Plan
  readonly proposalId: bigint | undefined
  readonly state: PlanState
}
