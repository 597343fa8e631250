import type { Coin } from './coin.ts'
import type { Plan } from './message.ts'

/** x/gov `ProposalStatus`, in the SDK's spelling. A number this code does not know is UNSPECIFIED. */
export type ProposalStatus =
  | 'PROPOSAL_STATUS_UNSPECIFIED'
  | 'PROPOSAL_STATUS_DEPOSIT_PERIOD'
  | 'PROPOSAL_STATUS_VOTING_PERIOD'
  | 'PROPOSAL_STATUS_PASSED'
  | 'PROPOSAL_STATUS_REJECTED'
  | 'PROPOSAL_STATUS_FAILED'

/** Voting power by option, in base units of the staking token (x/gov `TallyResult`). */
export interface Tally {
  readonly yes: bigint
  readonly abstain: bigint
  readonly no: bigint
  readonly noWithVeto: bigint
}

/**
 * A message as the list needs it: what kind it is, without decoding the whole. `decodeMessage` of the chain room turns
 * `typeUrl` and `value` into readable rows.
 */
export interface ProposalMessage {
  readonly typeUrl: string
  readonly value: Uint8Array
  /** The type that says what it does: the content's for `MsgExecLegacyContent`, else the message's own. */
  readonly contentTypeUrl: string
  readonly plan?: Plan
}

/** x/gov v1 `Proposal`. Absent times are undefined, also where the wire carries year 1. */
export interface Proposal {
  readonly id: bigint
  readonly status: ProposalStatus
  readonly title: string
  /** Markdown by strangers. */
  readonly summary: string
  readonly metadata: string
  /** bech32 account; empty on proposals migrated from gov v1beta1. */
  readonly proposer: string
  readonly messages: readonly ProposalMessage[]
  readonly expedited: boolean
  /** Also set on plain rejection. Empty when there is none. */
  readonly failedReason: string
  readonly totalDeposit: readonly Coin[]
  readonly submittedAt: Date | undefined
  readonly depositEndsAt: Date | undefined
  readonly votingStartsAt: Date | undefined
  readonly votingEndsAt: Date | undefined
  /**
   * What the chain stored as final tally. While a proposal is in vote this is zero, or the tally of the failed
   * expedited round. undefined where the wire has none.
   */
  readonly finalTally: Tally | undefined
}

/** A row of the list: a proposal, one that could not be read, or numbers the chain has no proposal for. */
export type ProposalRow =
  | { readonly kind: 'proposal'; readonly id: bigint; readonly proposal: Proposal }
  | {
      readonly kind: 'unreadable'
      readonly id: bigint
      readonly reason: string
      readonly bytes: Uint8Array | undefined
    }
  /** From `id` down to `lowestId`, both included. */
  | { readonly kind: 'gap'; readonly id: bigint; readonly lowestId: bigint }

/** One depositor's deposit. The chain deletes them when the vote ends (refunds or burns). */
export interface Deposit {
  readonly depositor: string
  readonly coins: readonly Coin[]
}
