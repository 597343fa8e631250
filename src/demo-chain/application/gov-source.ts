import type { Entry } from './entries.ts'

/** cosmos.gov.v1.ProposalStatus */
export const DEPOSIT_PERIOD = 1n
export const VOTING_PERIOD = 2n
export const LAST_STATUS = 5n

/** A proposal under its id. */
export interface ProposalEntry extends Entry {
  readonly id: bigint
  readonly status: bigint
}

/** x/gov at one height. undefined throughout: not known, as in a recording that was not asked for it. */
export interface GovSource {
  /** Every proposal, ascending by id. */
  proposals(): readonly ProposalEntry[] | undefined
  /** Ascending by the voter's bytes. */
  votes(proposalId: bigint): readonly Entry[] | undefined
  /** Ascending by the depositor's bytes. */
  deposits(proposalId: bigint): readonly Entry[] | undefined
  /** The `cosmos.gov.v1.TallyResult` of a proposal in its voting period. */
  liveTally(proposalId: bigint): Uint8Array | undefined
}
