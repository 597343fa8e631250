/** Votes of one round of consensus as a node tells them. Places are places in the validator set. */
export interface RoundVotes {
  readonly round: number
  readonly prevotes: ReadonlySet<number>
  readonly precommits: ReadonlySet<number>
  /** Consensus power, as the node adds it up. */
  readonly prevotePower: bigint
  readonly precommitPower: bigint
}

/** Where a node stands in deciding one block. */
export interface RoundState {
  readonly height: bigint
  readonly round: number
  /** CometBFT consensus/types/round_state.go: 1 NewHeight to 8 Commit. */
  readonly step: number
  readonly validatorCount: number
  /** Consensus power of the whole set. */
  readonly totalPower: bigint
  readonly rounds: readonly RoundVotes[]
  /** The first twelve hex digits of the address of each voter, by place. */
  readonly voters: ReadonlyMap<number, string>
  /** When the newest vote was cast, by its voter's clock; undefined before the first. */
  readonly newestVoteAt: Date | undefined
}

/** What came of reading one. `missing` names the part that is not as any known node tells it. */
export type ParsedRoundState =
  | { readonly kind: 'round-state'; readonly state: RoundState }
  | { readonly kind: 'unknown-shape'; readonly missing: string }

const STEPS: Readonly<Record<number, string>> = {
  1: 'new height',
  2: 'new round',
  3: 'propose',
  4: 'prevote',
  5: 'prevote wait',
  6: 'precommit',
  7: 'precommit wait',
  8: 'commit',
}

/** CometBFT's name of a step, in lower case. */
export function formatStep(step: number): string {
  return STEPS[step] ?? `step ${step}`
}
