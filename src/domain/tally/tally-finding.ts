import type { Dec } from '../decimal.ts'
import type { BondStatus } from '../validator.ts'

/** Something about what was read that a chain cannot hold, or that makes a count uncertain. Shown, never swallowed. */
export type TallyFinding =
  /** A voter came twice, as paging that repeats gives; the later reading counts. `isSame`: both held the same vote. */
  | { readonly kind: 'duplicate-vote'; readonly voter: string; readonly isSame: boolean }
  /** Counted as they are, as x/gov does. */
  | { readonly kind: 'weights-not-one'; readonly voter: string; readonly sum: Dec }
  | { readonly kind: 'weight-out-of-range'; readonly voter: string; readonly weight: Dec }
  /** Counts for turnout with the voter's own delegations, for no option. */
  | { readonly kind: 'no-options'; readonly voter: string }
  /** Counts for turnout, for no option. */
  | { readonly kind: 'unknown-option'; readonly voter: string; readonly option: number }
  /** The voter's validator is not bonded any more: nothing is inherited, only its own delegations elsewhere count. */
  | {
      readonly kind: 'voter-not-bonded'
      readonly voter: string
      readonly operatorAddress: string
      readonly status: BondStatus
    }
  | { readonly kind: 'duplicate-validator'; readonly operatorAddress: string }
  /** Power taken as zero; the chain's own division would fail. */
  | { readonly kind: 'zero-shares'; readonly operatorAddress: string }
  /** Voters own more shares than the validator has: read at different heights. */
  | { readonly kind: 'deductions-exceed-shares'; readonly operatorAddress: string }
  /** The same delegation came twice; counted once, the later reading. */
  | {
      readonly kind: 'duplicate-delegation'
      readonly voter: string
      readonly operatorAddress: string
    }
  /** A delegation of somebody else among a voter's; not counted. */
  | { readonly kind: 'foreign-delegation'; readonly voter: string; readonly delegator: string }
  /** The voter's delegations were not read, so the count is not exact. */
  | { readonly kind: 'delegations-missing'; readonly voter: string }
  | { readonly kind: 'bonded-zero' }
  /** The stake of the validators read is not the bonded pool: some are missing, or read at another height. */
  | {
      readonly kind: 'bonded-differs'
      readonly bondedTokens: bigint
      readonly validatorTokens: bigint
    }
