import type { Dec } from '../decimal.ts'
import { DEC_ONE, decFromInt, divideDec, truncateDec } from '../decimal.ts'
import type { GovParams } from '../gov-params.ts'
import {
  addPower,
  type CountedPower,
  computeCountedShares,
  decidingPowerOf,
} from './counted-power.ts'
import { findSmallestAmount } from './smallest-amount.ts'

/** A power in base units, and as a share of the bonded pool where that is known. */
export interface PowerAmount {
  readonly tokens: bigint
  readonly shareOfBonded: Dec | undefined
}

export type QuorumGap =
  | { readonly kind: 'reached' }
  /** Least power that must vote yet, whatever it votes. */
  | { readonly kind: 'missing'; readonly missing: PowerAmount }
  /** More than all bonded stake would have to vote. */
  | { readonly kind: 'unreachable' }
  /** There is no bonded stake. */
  | { readonly kind: 'no-bonded-stake' }

export type ThresholdGap =
  /** `noToFail`: least further No that brings yes down to the threshold; undefined when none can. */
  | { readonly kind: 'exceeded'; readonly noToFail: PowerAmount | undefined }
  /** Least further Yes, all other votes as they are. `isWithinRemaining`: no more than has not voted yet. */
  | {
      readonly kind: 'missing'
      readonly missing: PowerAmount
      readonly isWithinRemaining: boolean
    }
  /** Nothing but abstentions, or nothing at all: there is no share to compare. */
  | { readonly kind: 'no-deciding-votes' }
  /** No share of yes exceeds a threshold of one. */
  | { readonly kind: 'unreachable' }

export type VetoGap =
  /** Least further No with veto that rejects; undefined when none can. */
  | { readonly kind: 'below'; readonly vetoToReject: PowerAmount | undefined }
  /** Least further power without veto that lifts it; undefined when none can. */
  | { readonly kind: 'vetoed'; readonly othersToLift: PowerAmount | undefined }
  | { readonly kind: 'no-votes' }

export interface Gaps {
  readonly quorum: QuorumGap
  readonly threshold: ThresholdGap
  readonly veto: VetoGap
}

/**
 * What is missing to each of the three marks of x/gov/keeper/tally.go, each by itself and with all other votes as they
 * are: quorum inclusive, veto and threshold to be exceeded.
 * @param threshold the one the proposal is judged by: see `applicableThreshold`
 */
export function computeGaps(
  counted: CountedPower,
  bondedTokens: bigint,
  params: GovParams,
  threshold: Dec,
): Gaps {
  return {
    quorum: computeQuorumGap(counted, bondedTokens, params.quorum),
    threshold: computeThresholdGap(counted, bondedTokens, threshold),
    veto: computeVetoGap(counted, bondedTokens, params.vetoThreshold),
  }
}

/** Whole base units of bonded stake that have not voted. */
export function computeRemainingPower(counted: CountedPower, bondedTokens: bigint): bigint {
  const remaining = decFromInt(bondedTokens) - counted.votedPower
  return remaining > 0n ? truncateDec(remaining) : 0n
}

function computeQuorumGap(counted: CountedPower, bondedTokens: bigint, quorum: Dec): QuorumGap {
  if (bondedTokens <= 0n) return { kind: 'no-bonded-stake' }
  const missing = findSmallestAmount(bondedTokens, (amount) => {
    const { turnout } = computeCountedShares(
      addPower(counted, 'VOTE_OPTION_ABSTAIN', amount),
      bondedTokens,
    )
    return turnout !== undefined && turnout >= quorum
  })
  if (missing === 0n) return { kind: 'reached' }
  return missing === undefined || quorum > DEC_ONE
    ? { kind: 'unreachable' }
    : { kind: 'missing', missing: amountOf(missing, bondedTokens) }
}

function computeThresholdGap(
  counted: CountedPower,
  bondedTokens: bigint,
  threshold: Dec,
): ThresholdGap {
  const deciding = decidingPowerOf(counted)
  if (deciding <= 0n) return { kind: 'no-deciding-votes' }
  const exceedsWith = (option: 'VOTE_OPTION_YES' | 'VOTE_OPTION_NO', amount: bigint): boolean => {
    const { yesOfDeciding } = computeCountedShares(addPower(counted, option, amount), bondedTokens)
    return yesOfDeciding !== undefined && yesOfDeciding > threshold
  }
  if (exceedsWith('VOTE_OPTION_NO', 0n)) {
    const limit = limitToDilute(counted.sums.yes, threshold)
    const no = findSmallestAmount(limit, (amount) => !exceedsWith('VOTE_OPTION_NO', amount))
    return { kind: 'exceeded', noToFail: maybeAmountOf(no, bondedTokens) }
  }
  const yes = findSmallestAmount(limitToExceed(deciding, threshold), (amount) =>
    exceedsWith('VOTE_OPTION_YES', amount),
  )
  if (yes === undefined) return { kind: 'unreachable' }
  return {
    kind: 'missing',
    missing: amountOf(yes, bondedTokens),
    isWithinRemaining: yes <= computeRemainingPower(counted, bondedTokens),
  }
}

function computeVetoGap(counted: CountedPower, bondedTokens: bigint, vetoThreshold: Dec): VetoGap {
  if (counted.votedPower <= 0n) return { kind: 'no-votes' }
  const isVetoedWith = (
    option: 'VOTE_OPTION_NO_WITH_VETO' | 'VOTE_OPTION_ABSTAIN',
    amount: bigint,
  ): boolean => {
    const { vetoOfVoted } = computeCountedShares(addPower(counted, option, amount), bondedTokens)
    return vetoOfVoted !== undefined && vetoOfVoted > vetoThreshold
  }
  if (isVetoedWith('VOTE_OPTION_ABSTAIN', 0n)) {
    const limit = limitToDilute(counted.sums.noWithVeto, vetoThreshold)
    const others = findSmallestAmount(
      limit,
      (amount) => !isVetoedWith('VOTE_OPTION_ABSTAIN', amount),
    )
    return { kind: 'vetoed', othersToLift: maybeAmountOf(others, bondedTokens) }
  }
  const limit = limitToExceed(counted.votedPower, vetoThreshold)
  const veto = findSmallestAmount(limit, (amount) =>
    isVetoedWith('VOTE_OPTION_NO_WITH_VETO', amount),
  )
  return { kind: 'below', vetoToReject: maybeAmountOf(veto, bondedTokens) }
}

/**
 * An amount with which part ÷ whole exceeds a mark below one for certain: x ÷ (whole + x) > mark from
 * x > whole × mark ÷ (1 − mark) on. The next decimal above the mark and four times that, so that rounding the share to
 * 18 digits does not matter.
 */
function limitToExceed(whole: Dec, mark: Dec): bigint {
  if (mark >= DEC_ONE) return -1n
  return 4n * (truncateDec((whole * (mark + 1n)) / (DEC_ONE - mark)) + 1n)
}

/** An amount of others with which part ÷ whole is at or below a mark above zero for certain. */
function limitToDilute(part: Dec, mark: Dec): bigint {
  if (mark <= 0n) return -1n
  return 2n * (truncateDec((part * DEC_ONE) / mark) + 1n)
}

function maybeAmountOf(tokens: bigint | undefined, bondedTokens: bigint): PowerAmount | undefined {
  return tokens === undefined ? undefined : amountOf(tokens, bondedTokens)
}

function amountOf(tokens: bigint, bondedTokens: bigint): PowerAmount {
  const shareOfBonded =
    bondedTokens > 0n ? divideDec(decFromInt(tokens), decFromInt(bondedTokens)) : undefined
  return { tokens, shareOfBonded }
}
