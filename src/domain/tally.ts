import type { Dec } from './decimal.ts'
import { decFromInt, divideDec } from './decimal.ts'
import type { GovParams } from './gov-params.ts'
import type { Proposal, Tally } from './proposal.ts'

/** Power of all votes, abstentions included, in base units. */
export function computeVotedPower(tally: Tally): bigint {
  return tally.yes + tally.abstain + tally.no + tally.noWithVeto
}

/** Power of the votes that decide: all but the abstentions. */
export function computeDecidingPower(tally: Tally): bigint {
  return tally.yes + tally.no + tally.noWithVeto
}

/** A tally no chain can count: powers are sums of stake, so none is below zero. */
export function isImpossibleTally(tally: Tally): boolean {
  return tally.yes < 0n || tally.abstain < 0n || tally.no < 0n || tally.noWithVeto < 0n
}

/** The threshold a proposal is judged by while in vote: the expedited one for as long as it is expedited. */
export function applicableThreshold(proposal: Pick<Proposal, 'expedited'>, params: GovParams): Dec {
  return proposal.expedited ? params.expeditedThreshold : params.threshold
}

export interface TallyShares {
  /** Voted power of all bonded stake; undefined when the bonded stake is not known or zero. */
  readonly turnout: Dec | undefined
  /** Yes of the votes that are not abstain; undefined when there are none. */
  readonly yesOfDeciding: Dec | undefined
  /** No with veto of all votes; undefined when there are none. */
  readonly vetoOfVoted: Dec | undefined
}

/** The three shares x/gov compares with quorum, threshold and veto threshold (x/gov/keeper/tally.go). */
export function computeTallyShares(tally: Tally, bondedTokens: bigint | undefined): TallyShares {
  const voted = computeVotedPower(tally)
  const deciding = computeDecidingPower(tally)
  return {
    turnout:
      bondedTokens === undefined || bondedTokens <= 0n
        ? undefined
        : divideInts(voted, bondedTokens),
    yesOfDeciding: deciding > 0n ? divideInts(tally.yes, deciding) : undefined,
    vetoOfVoted: voted > 0n ? divideInts(tally.noWithVeto, voted) : undefined,
  }
}

function divideInts(numerator: bigint, denominator: bigint): Dec {
  return divideDec(decFromInt(numerator), decFromInt(denominator))
}

export type Outcome =
  | { readonly kind: 'passes' }
  | { readonly kind: 'rejected'; readonly by: 'quorum' | 'only-abstain' | 'veto' | 'threshold' }

/**
 * What x/gov would decide with this tally, in the order of x/gov/keeper/tally.go: quorum (inclusive), nothing but
 * abstentions, veto (exceeding), threshold (exceeding). undefined when the bonded stake is zero: the chain fails then.
 */
export function computeOutcome(
  tally: Tally,
  bondedTokens: bigint,
  params: GovParams,
  threshold: Dec,
): Outcome | undefined {
  if (bondedTokens <= 0n) return undefined
  const shares = computeTallyShares(tally, bondedTokens)
  if (shares.turnout === undefined || shares.turnout < params.quorum) {
    return { kind: 'rejected', by: 'quorum' }
  }
  if (shares.yesOfDeciding === undefined) return { kind: 'rejected', by: 'only-abstain' }
  if (shares.vetoOfVoted !== undefined && shares.vetoOfVoted > params.vetoThreshold) {
    return { kind: 'rejected', by: 'veto' }
  }
  return shares.yesOfDeciding > threshold
    ? { kind: 'passes' }
    : { kind: 'rejected', by: 'threshold' }
}
