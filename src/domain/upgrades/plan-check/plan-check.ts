import type { GovParams } from '../../gov-params.ts'
import type { Plan } from '../../message.ts'
import type { Proposal, Tally } from '../../proposal.ts'
import type { AppliedAt } from '../eta/running-time.ts'
import type { UpgradeEta } from '../eta/upgrade-eta.ts'

export type PlanVerdict = 'pass' | 'warn' | 'fail' | 'cannot-tell'

export type PlanCheckId =
  | 'vote-before-height'
  | 'height-ahead'
  | 'folder-name'
  | 'release-tag'
  | 'not-applied'
  | 'info-form'
  | 'platforms'
  | 'fixed-info'
  | 'other-plan'
  | 'deposit'
  | 'quorum'

/** One question about a plan, answered. Texts of strangers are in it only where `quoted` holds them. */
export interface PlanCheck {
  readonly id: PlanCheckId
  readonly verdict: PlanVerdict
  /** What was asked, e.g. "Vote ends before the height". */
  readonly title: string
  /** The answer, in a sentence or two. */
  readonly reason: string
  /** What the answer was taken from. */
  readonly source: string
}

/** A file that was fetched for a plan. */
export interface PlanFile {
  readonly url: string
  readonly text: string
  /** Of the file's bytes; lower-case hex. */
  readonly sha256: string
  /** What this browser saw at that address before; undefined: nothing, or it keeps nothing. */
  readonly before: { readonly sha256: string; readonly seenAt: Date } | undefined
}

/** Whether what an `info` URL serves is known. */
export type PlanFileState =
  | { readonly kind: 'fetched'; readonly file: PlanFile }
  /** It waits for the reader's word, for it would tell a stranger's server that somebody looks at the plan. */
  | { readonly kind: 'not-asked' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** Not https, or not of the public internet. */
  | { readonly kind: 'not-public' }

/** What a plan is judged by; undefined parts could not be read. */
export interface PlanCheckInput {
  readonly plan: Plan
  /** Newest height read. */
  readonly height: bigint | undefined
  readonly eta: UpgradeEta | undefined
  readonly proposal: Proposal | undefined
  readonly params: GovParams | undefined
  readonly bondedTokens: bigint | undefined
  /** Live, for a proposal in vote. */
  readonly tally: Tally | undefined
  /** The plan the chain has, and when its height will come. */
  readonly current:
    | { readonly plan: Plan | undefined; readonly eta: UpgradeEta | undefined }
    | undefined
  readonly applied: readonly AppliedAt[] | undefined
  readonly file: PlanFileState
}
