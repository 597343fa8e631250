import type { Dec } from '../decimal.ts'
import { DEC_ONE, decFromInt, divideDec, multiplyDec, truncateDec } from '../decimal.ts'
import type { GovParams } from '../gov-params.ts'
import type { Tally } from '../proposal.ts'
import type { Outcome, TallyShares } from '../tally.ts'
import { computeVotedPower } from '../tally.ts'
import type { KnownVoteOption, WeightedVoteOption } from '../vote.ts'

/** Power by option with 18 digits, as x/gov holds it before it truncates. Base units scaled by 10^18. */
export interface TallySums {
  readonly yes: Dec
  readonly abstain: Dec
  readonly no: Dec
  readonly noWithVeto: Dec
}

/** What x/gov decides on: the sums and the power of all who voted, which it adds up on its own. */
export interface CountedPower {
  readonly sums: TallySums
  /** Differs from the total of the sums by rounding, by weights that do not sum to one and by unknown options. */
  readonly votedPower: Dec
}

export type MutableSums = { -readonly [option in keyof TallySums]: Dec }

export const SUM_OF_OPTION = {
  VOTE_OPTION_YES: 'yes',
  VOTE_OPTION_ABSTAIN: 'abstain',
  VOTE_OPTION_NO: 'no',
  VOTE_OPTION_NO_WITH_VETO: 'noWithVeto',
} as const satisfies Record<KnownVoteOption, keyof Tally>

export function createSums(): MutableSums {
  return { yes: 0n, abstain: 0n, no: 0n, noWithVeto: 0n }
}

/** Adds a voter's power to each option by its weight, each product rounded (`LegacyDec.Mul`). */
export function addWeightedPower(
  sums: MutableSums,
  options: readonly WeightedVoteOption[],
  power: Dec,
): void {
  for (const { option, weight } of options) {
    if (typeof option === 'number') continue
    // Multiplying by one changes nothing, and nearly all votes have one option.
    sums[SUM_OF_OPTION[option]] += weight === DEC_ONE ? power : multiplyDec(power, weight)
  }
}

/** What the chain reports of the sums: whole base units, the rest cut off (`NewTallyResultFromMap`). */
export function truncateSums(sums: TallySums): Tally {
  return {
    yes: truncateDec(sums.yes),
    abstain: truncateDec(sums.abstain),
    no: truncateDec(sums.no),
    noWithVeto: truncateDec(sums.noWithVeto),
  }
}

/**
 * A reported tally as counted power. Up to four base units less than the chain decides on, for each option was
 * truncated; only a share within those of its mark can be judged differently.
 */
export function countedPowerOf(tally: Tally): CountedPower {
  return {
    sums: {
      yes: decFromInt(tally.yes),
      abstain: decFromInt(tally.abstain),
      no: decFromInt(tally.no),
      noWithVeto: decFromInt(tally.noWithVeto),
    },
    votedPower: decFromInt(computeVotedPower(tally)),
  }
}

/** The same votes and whole base units more for one option. */
export function addPower(
  counted: CountedPower,
  option: KnownVoteOption,
  amount: bigint,
): CountedPower {
  const more = decFromInt(amount)
  const key = SUM_OF_OPTION[option]
  return {
    sums: { ...counted.sums, [key]: counted.sums[key] + more },
    votedPower: counted.votedPower + more,
  }
}

/** Power of the votes that decide: all but the abstentions. */
export function decidingPowerOf(counted: CountedPower): Dec {
  return counted.votedPower - counted.sums.abstain
}

/** The three shares x/gov compares with quorum, threshold and veto threshold. undefined where there is no whole. */
export function computeCountedShares(counted: CountedPower, bondedTokens: bigint): TallyShares {
  const { sums, votedPower } = counted
  const deciding = decidingPowerOf(counted)
  return {
    turnout: bondedTokens > 0n ? divideDec(votedPower, decFromInt(bondedTokens)) : undefined,
    yesOfDeciding: deciding !== 0n ? divideDec(sums.yes, deciding) : undefined,
    vetoOfVoted: votedPower !== 0n ? divideDec(sums.noWithVeto, votedPower) : undefined,
  }
}

/**
 * What x/gov decides on this power, in the order of x/gov/keeper/tally.go: quorum (inclusive), nothing but abstentions,
 * veto (exceeding), threshold (exceeding). undefined when the bonded stake is zero: the chain fails then.
 * A rejected expedited proposal is not over: the chain converts it to a regular one.
 */
export function computeCountedOutcome(
  counted: CountedPower,
  bondedTokens: bigint,
  params: GovParams,
  threshold: Dec,
): Outcome | undefined {
  const { turnout, yesOfDeciding, vetoOfVoted } = computeCountedShares(counted, bondedTokens)
  if (turnout === undefined) return undefined
  if (turnout < params.quorum) return { kind: 'rejected', by: 'quorum' }
  if (yesOfDeciding === undefined) return { kind: 'rejected', by: 'only-abstain' }
  if (vetoOfVoted !== undefined && vetoOfVoted > params.vetoThreshold) {
    return { kind: 'rejected', by: 'veto' }
  }
  return yesOfDeciding > threshold ? { kind: 'passes' } : { kind: 'rejected', by: 'threshold' }
}
