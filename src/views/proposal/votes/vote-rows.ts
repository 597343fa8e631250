import type { Dec } from '../../../domain/decimal.ts'
import { decFromInt, divideDec, truncateDec } from '../../../domain/decimal.ts'
import { sanitizeChainText } from '../../../domain/format-chain-text.ts'
import type { ExactTally } from '../../../domain/tally/exact-tally.ts'
import type { Vote } from '../../../domain/vote.ts'
import type { VoteView } from '../../../queries/votes.ts'

/** A validator that has not voted. Powers in base units. */
export interface SilentRow {
  readonly operatorAddress: string
  readonly label: string
  readonly tokens: bigint
  readonly share: Dec | undefined
  readonly cumulativeShare: Dec | undefined
  /** What its vote would weigh, without those of its delegators who voted; undefined until counted exactly. */
  readonly open: bigint | undefined
}

/** A validator that voted. */
export interface ValidatorRow {
  readonly operatorAddress: string
  readonly label: string
  readonly vote: Vote
  /** What its vote weighs: its full stake, or exactly without those who voted themselves. */
  readonly power: bigint
  readonly isExact: boolean
  readonly fullStake: bigint
  readonly share: Dec | undefined
  /** What its operator has delegated to other validators, which counts as it voted too; exact count only. */
  readonly elsewhere: bigint
}

/** An account without a validator that voted. */
export interface DelegatorRow {
  readonly vote: Vote
  /** undefined until counted exactly. */
  readonly power: bigint | undefined
  readonly share: Dec | undefined
  /** Validators it voted past, the greatest part first; empty until counted exactly. */
  readonly overrides: readonly Override[]
}

export interface Override {
  readonly operatorAddress: string
  readonly label: string
  readonly power: bigint
  /** The validator's own vote; undefined when it is silent. */
  readonly overridden: Vote | undefined
}

export interface VoteRows {
  readonly silent: readonly SilentRow[]
  readonly validators: readonly ValidatorRow[]
  readonly delegators: readonly DelegatorRow[]
}

/** The three lists of a vote, each with what is known so far. */
export function listVoteRows(view: VoteView, exact: ExactTally | undefined): VoteRows {
  const shareOf = (tokens: bigint): Dec | undefined =>
    view.bondedTokens > 0n
      ? divideDec(decFromInt(tokens), decFromInt(view.bondedTokens))
      : undefined
  const labelOf = (address: string): string =>
    view.labels.get(address)?.text ?? sanitizeChainText(address)
  const exactValidators = new Map(exact?.validators.map((each) => [each.operatorAddress, each]))
  const exactVoters = new Map(exact?.voters.map((each) => [each.vote.voter, each]))
  const overrides = groupOverrides(exact, labelOf)
  return {
    silent: view.nonVoters.map(({ operatorAddress, tokens, cumulativeShare }) => {
      const power = exactValidators.get(operatorAddress)?.effectivePower
      return {
        operatorAddress,
        label: labelOf(operatorAddress),
        tokens,
        share: shareOf(tokens),
        cumulativeShare,
        open: power === undefined ? undefined : truncateDec(power),
      }
    }),
    validators: view.validatorTally.validators.map(({ operatorAddress, vote, tokens }) => {
      const effective = exactValidators.get(operatorAddress)?.effectivePower
      const power = effective === undefined ? tokens : truncateDec(effective)
      return {
        operatorAddress,
        label: labelOf(operatorAddress),
        vote,
        power,
        isExact: effective !== undefined,
        fullStake: tokens,
        share: shareOf(power),
        elsewhere: (overrides.get(vote.voter) ?? []).reduce((sum, each) => sum + each.power, 0n),
      }
    }),
    delegators: view.validatorTally.delegatorVoters.map((vote) => {
      const counted = exactVoters.get(vote.voter)?.power
      const power = counted === undefined ? undefined : truncateDec(counted)
      return {
        vote,
        power,
        share: power === undefined ? undefined : shareOf(power),
        overrides: overrides.get(vote.voter) ?? [],
      }
    }),
  }
}

function groupOverrides(
  exact: ExactTally | undefined,
  labelOf: (address: string) => string,
): ReadonlyMap<string, readonly Override[]> {
  const byVoter = new Map<string, Override[]>()
  for (const { voter, operatorAddress, power, overridden } of exact?.delegatorVotes ?? []) {
    const override = {
      operatorAddress,
      label: labelOf(operatorAddress),
      power: truncateDec(power),
      overridden,
    }
    const own = byVoter.get(voter)
    if (own === undefined) byVoter.set(voter, [override])
    else own.push(override)
  }
  for (const own of byVoter.values()) own.sort((a, b) => compare(b.power, a.power))
  return byVoter
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}
