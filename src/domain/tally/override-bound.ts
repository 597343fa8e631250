import { DEC_ONE } from '../decimal.ts'
import type { Tally } from '../proposal.ts'
import { computeVotedPower } from '../tally.ts'
import { SUM_OF_OPTION } from './counted-power.ts'
import type { ValidatorStake, ValidatorTally } from './validator-tally.ts'

/**
 * What delegators' own votes did to the tally, as far as it can be told without reading one delegation. Base units.
 *
 * The official tally is exact. For each option it is the validators at full stake, less what delegators took from
 * validators that voted so, plus what delegators voted so. Taken and voted are equal over all options, except for
 * delegators of silent validators, who take from nobody.
 */
export type OverrideBound =
  | {
      readonly kind: 'bounded'
      /** Official tally less validators at full stake; negative where delegators took more than they brought. */
      readonly net: Tally
      /** Power that overrode a validator: this much at least. Overrides with the validator's own option show nowhere. */
      readonly overriddenAtLeast: bigint
      /** No more than all stake of validators that voted. */
      readonly overriddenAtMost: bigint
      /** Power of delegators whose validators are silent, exact but for the dust of truncation. */
      readonly ofSilentValidators: bigint
      /** What the vote of each validator can weigh at most, by operator address; rounded up. */
      readonly powerAtMost: ReadonlyMap<string, bigint>
    }
  /**
   * The official tally holds less than the validators alone bring, which overrides cannot do: it was taken before some
   * of the votes, as nodes behind one address give it, or the validators are of another height.
   */
  | { readonly kind: 'tally-older-than-votes'; readonly net: Tally; readonly missing: bigint }
  /** Votes no chain would have stored: the sums say nothing. */
  | { readonly kind: 'unusable-votes'; readonly net: Tally }

// Each of the four options was truncated, so the official total can be short of the true one by less than four units.
const TRUNCATION_DUST = 4n

/** Bounds the effect of delegators' votes from the official tally and the validator-level one of the same height. */
export function computeOverrideBound(
  official: Tally,
  validatorTally: ValidatorTally,
): OverrideBound {
  const { tally, validators } = validatorTally
  const net: Tally = {
    yes: official.yes - tally.yes,
    abstain: official.abstain - tally.abstain,
    no: official.no - tally.no,
    noWithVeto: official.noWithVeto - tally.noWithVeto,
  }
  if (validatorTally.findings.some(({ kind }) => VOTE_FINDINGS.has(kind))) {
    return { kind: 'unusable-votes', net }
  }
  const fullStake = validators.reduce((sum, { tokens }) => sum + tokens, 0n)
  const surplus = computeVotedPower(official) - fullStake
  if (surplus < -TRUNCATION_DUST) {
    return { kind: 'tally-older-than-votes', net, missing: -surplus }
  }
  const taken = [net.yes, net.abstain, net.no, net.noWithVeto].reduce(
    // Truncation alone can make an option one unit short.
    (sum, change) => (change < -1n ? sum - change - 1n : sum),
    0n,
  )
  return {
    kind: 'bounded',
    net,
    overriddenAtLeast: taken,
    overriddenAtMost: fullStake,
    ofSilentValidators: surplus > 0n ? surplus : 0n,
    powerAtMost: new Map(
      validators.map((stake) => [stake.operatorAddress, boundPower(stake, official)]),
    ),
  }
}

const VOTE_FINDINGS: ReadonlySet<string> = new Set([
  'weights-not-one',
  'weight-out-of-range',
  'no-options',
  'unknown-option',
])

/** Its full stake, or less where an option it voted holds less than that stake would give. */
function boundPower({ vote, tokens }: ValidatorStake, official: Tally): bigint {
  return vote.options.reduce((bound, { option, weight }) => {
    if (typeof option === 'number' || weight <= 0n) return bound
    // The option's true sum is less than one unit above the truncated one.
    const sum = (official[SUM_OF_OPTION[option]] + 1n) * DEC_ONE
    const room = (sum + weight - 1n) / weight
    return room < bound ? room : bound
  }, tokens)
}
