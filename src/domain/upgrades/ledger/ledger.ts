import type { Plan } from '../../message.ts'
import type { Proposal } from '../../proposal.ts'
import type { PlannedUpgrade } from '../upgrade.ts'

/** A plan, what became of it, and the proposal that carries it. */
export interface LedgerRow extends PlannedUpgrade {
  /** Unlike a plan's name it stands for one row only: a name can be asked for again. */
  readonly key: string
  /** undefined: none is known, or it is not read yet. */
  readonly proposal: Proposal | undefined
}

/** A proposal to cancel whatever plan the chain has when it is carried out (x/upgrade `MsgCancelUpgrade` names none). */
export interface Cancellation {
  readonly key: string
  readonly proposal: Proposal
  readonly state: 'passed' | 'in-vote' | 'in-deposit' | 'rejected' | 'failed' | 'unknown'
  /** The plan it took from the chain or, while it is open, would take now; undefined: none is known. */
  readonly plan: Plan | undefined
}

/** Every plan of a chain at one height. */
export interface UpgradeLedger {
  /** Newest first. */
  readonly applied: readonly LedgerRow[]
  /** Scheduled, in vote and in deposit, in this order. */
  readonly ahead: readonly LedgerRow[]
  /** Newest first. */
  readonly neverApplied: readonly LedgerRow[]
  /** Newest first. */
  readonly cancellations: readonly Cancellation[]
  /** false while older proposals are not read: a row without one may still get it. */
  readonly isComplete: boolean
}
