import type { Dec } from './decimal.ts'

/** x/gov `VoteOption` that counts, in the SDK's spelling. */
export type KnownVoteOption =
  | 'VOTE_OPTION_YES'
  | 'VOTE_OPTION_ABSTAIN'
  | 'VOTE_OPTION_NO'
  | 'VOTE_OPTION_NO_WITH_VETO'

/** A number is an option this code does not know, UNSPECIFIED (0) among them, as it stands on the wire. */
export type VoteOption = KnownVoteOption | number

export interface WeightedVoteOption {
  readonly option: VoteOption
  /** Share of the voter's power. The chain accepts votes whose weights sum to one only. */
  readonly weight: Dec
}

/** x/gov v1 `Vote`: the latest of a voter, for the chain keeps no others. */
export interface Vote {
  /** bech32 account. Operators vote with the account of their operator key. */
  readonly voter: string
  readonly options: readonly WeightedVoteOption[]
  /** Text by strangers. */
  readonly metadata: string
}

const OPTION_BY_NUMBER: ReadonlyMap<number, KnownVoteOption> = new Map([
  [1, 'VOTE_OPTION_YES'],
  [2, 'VOTE_OPTION_ABSTAIN'],
  [3, 'VOTE_OPTION_NO'],
  [4, 'VOTE_OPTION_NO_WITH_VETO'],
])

/** The option of a wire number; numbers unknown to x/gov stay as they are. */
export function parseVoteOption(wireNumber: number): VoteOption {
  return OPTION_BY_NUMBER.get(wireNumber) ?? wireNumber
}
