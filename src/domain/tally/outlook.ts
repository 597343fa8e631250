import type { Dec } from '../decimal.ts'
import { decFromInt, truncateDec } from '../decimal.ts'
import type { GovParams } from '../gov-params.ts'
import type { Outcome } from '../tally.ts'
import type { KnownVoteOption } from '../vote.ts'
import {
  addPower,
  type CountedPower,
  computeCountedOutcome,
  SUM_OF_OPTION,
} from './counted-power.ts'
import { computeRemainingPower } from './gaps.ts'
import { findSmallestAmount } from './smallest-amount.ts'

/** A validator that has not voted, with the most its vote can weigh: its tokens, or exactly its effective power. */
export interface SilentPower {
  readonly operatorAddress: string
  readonly power: bigint
}

export interface OutlookInput {
  readonly counted: CountedPower
  readonly bondedTokens: bigint
  readonly params: GovParams
  /** The one the proposal is judged by: see `applicableThreshold`. */
  readonly threshold: Dec
  /** Every bonded validator that has not voted, in any order. */
  readonly silent: readonly SilentPower[]
}

/** One way in which votes not cast yet give another outcome, all votes cast staying as they are. */
export interface OutlookWay {
  /** What they would all have to vote. */
  readonly option: KnownVoteOption
  readonly leadsTo: Outcome
  /** Least power that is enough, in base units. */
  readonly powerNeeded: bigint
  /**
   * The fewest of the silent validators, the greatest first, whose votes are enough whatever part of their stake has
   * voted itself. undefined where not even all of them are for certain: delegators have to vote too.
   */
  readonly validators: readonly SilentPower[] | undefined
}

/** `current` is the outcome if the vote ended now; all powers are base units. */
interface OutlookFacts {
  readonly current: Outcome
  /** Bonded stake that counts for nobody yet. */
  readonly remaining: bigint
  readonly ways: readonly OutlookWay[]
  /**
   * Least counted power that gives the other verdict by counting for another option while nobody else votes: its
   * voters change their votes, or delegators vote past the validators it was counted with. undefined when none can.
   */
  readonly switchNeeded: bigint | undefined
  /** The same when all the remaining power votes for that verdict too; zero where it is enough by itself. */
  readonly switchNeededWithRest: bigint | undefined
}

/**
 * Whether the outcome can still change, the bonded stake taken as it is. Stake that is counted is not bound by that:
 * until the end every voter can vote again, and every delegator can take its stake out of its validator's vote
 * (x/gov/keeper/tally.go).
 */
export type Outlook =
  /** Votes not cast yet can turn passing into failing or the other way, all that is counted staying as it is. */
  | ({ readonly kind: 'open' } & OutlookFacts)
  /** They cannot, but changed votes or delegators can. `ways` can still hold a veto, which decides on the deposit. */
  | ({ readonly kind: 'open-to-changes' } & OutlookFacts)
  /** However all bonded stake votes: a quorum or a threshold nobody can reach. `ways` as above. */
  | ({ readonly kind: 'settled' } & OutlookFacts)
  /** Nothing is bonded, so the chain fails the proposal. */
  | { readonly kind: 'no-bonded-stake' }

/** Whether, by whom and with how much the outcome of x/gov/keeper/tally.go can still change. */
export function classifyOutlook(input: OutlookInput): Outlook {
  const { counted, bondedTokens } = input
  const current = outcomeOf(input, counted)
  if (current === undefined) return { kind: 'no-bonded-stake' }
  const remaining = computeRemainingPower(counted, bondedTokens)
  const ways = WAYS[current.kind]
    .map((option) => findWay(input, current, option, remaining))
    .filter((way) => way !== undefined)
  const switchNeeded = findSwitch(input, current)
  const switchNeededWithRest = findSwitchWithRest(input, current, remaining)
  const facts = { current, remaining, ways, switchNeeded, switchNeededWithRest }
  if (ways.some(({ leadsTo }) => leadsTo.kind !== current.kind)) return { kind: 'open', ...facts }
  const canChange = switchNeeded !== undefined || switchNeededWithRest !== undefined
  return { kind: canChange ? 'open-to-changes' : 'settled', ...facts }
}

// Each of these, once it gives the outcome, gives it with more power too. No mix does what the best of them cannot: a
// veto is also a No, and a Yes does all that an abstention does.
const WAYS = {
  passes: ['VOTE_OPTION_NO', 'VOTE_OPTION_NO_WITH_VETO'],
  rejected: ['VOTE_OPTION_YES', 'VOTE_OPTION_ABSTAIN', 'VOTE_OPTION_NO_WITH_VETO'],
} as const satisfies Record<Outcome['kind'], readonly KnownVoteOption[]>

function findWay(
  input: OutlookInput,
  current: Outcome,
  option: KnownVoteOption,
  remaining: bigint,
): OutlookWay | undefined {
  const isReached = (outcome: Outcome | undefined): outcome is Outcome => {
    if (outcome === undefined) return false
    if (current.kind === 'passes') return outcome.kind === 'rejected'
    // Someone already vetoed needs no further veto.
    return option === 'VOTE_OPTION_NO_WITH_VETO'
      ? isVeto(outcome) && !isVeto(current)
      : outcome.kind === 'passes'
  }
  const outcomeWith = (amount: bigint) => outcomeOf(input, addPower(input.counted, option, amount))
  const powerNeeded = findSmallestAmount(remaining, (amount) => isReached(outcomeWith(amount)))
  if (powerNeeded === undefined) return undefined
  const leadsTo = outcomeWith(powerNeeded)
  if (leadsTo === undefined) return undefined
  return {
    option,
    leadsTo,
    powerNeeded,
    validators: findPrefix(input.silent, powerNeeded, remaining),
  }
}

function isVeto(outcome: Outcome): boolean {
  return outcome.kind === 'rejected' && outcome.by === 'veto'
}

/**
 * Of the silent validators' stake, what exceeds the remaining power has voted itself. Which validators it belongs to is
 * not known here, so all of it is taken off the ones chosen.
 */
function findPrefix(
  silent: readonly SilentPower[],
  powerNeeded: bigint,
  remaining: bigint,
): readonly SilentPower[] | undefined {
  const byPower = silent.toSorted(compareByPower)
  const stake = byPower.reduce((sum, { power }) => sum + power, 0n)
  const votedThemselves = stake > remaining ? stake - remaining : 0n
  let certain = -votedThemselves
  for (const [index, { power }] of byPower.entries()) {
    certain += power
    if (certain >= powerNeeded) return byPower.slice(0, index + 1)
  }
  return undefined
}

function compareByPower(a: SilentPower, b: SilentPower): number {
  if (a.power !== b.power) return a.power > b.power ? -1 : 1
  return a.operatorAddress < b.operatorAddress ? -1 : a.operatorAddress > b.operatorAddress ? 1 : 0
}

const AGAINST = ['VOTE_OPTION_NO', 'VOTE_OPTION_NO_WITH_VETO'] as const

/** Least counted power whose change turns the verdict. */
function findSwitch(input: OutlookInput, current: Outcome): bigint | undefined {
  const { counted } = input
  return current.kind === 'passes'
    ? leastOf(AGAINST.map((to) => findSwitchFromYes(input, counted, to)))
    : findSwitchToYes(input, counted)
}

/** The same with all the remaining power voting that way too. */
function findSwitchWithRest(
  input: OutlookInput,
  current: Outcome,
  remaining: bigint,
): bigint | undefined {
  const withRest = (option: KnownVoteOption) => addPower(input.counted, option, remaining)
  return current.kind === 'passes'
    ? leastOf(AGAINST.map((to) => findSwitchFromYes(input, withRest(to), to)))
    : findSwitchToYes(input, withRest('VOTE_OPTION_YES'))
}

function leastOf(amounts: readonly (bigint | undefined)[]): bigint | undefined {
  return amounts.reduce(
    (least, amount) =>
      amount !== undefined && (least === undefined || amount < least) ? amount : least,
    undefined,
  )
}

function findSwitchFromYes(
  input: OutlookInput,
  counted: CountedPower,
  to: (typeof AGAINST)[number],
): bigint | undefined {
  return findSmallestAmount(powerOf(counted, 'VOTE_OPTION_YES'), (amount) => {
    const moved = movePower(counted, 'VOTE_OPTION_YES', to, amount)
    return outcomeOf(input, moved)?.kind === 'rejected'
  })
}

function findSwitchToYes(input: OutlookInput, counted: CountedPower): bigint | undefined {
  // Vetoes first: leaving them helps twice. Abstentions last: they weigh nothing against yes.
  const from = ['VOTE_OPTION_NO_WITH_VETO', 'VOTE_OPTION_NO', 'VOTE_OPTION_ABSTAIN'] as const
  const limit = from.reduce((sum, key) => sum + powerOf(counted, key), 0n)
  return findSmallestAmount(limit, (amount) => {
    let left = amount
    const moved = from.reduce((power, key) => {
      const part = left < powerOf(counted, key) ? left : powerOf(counted, key)
      left -= part
      return movePower(power, key, 'VOTE_OPTION_YES', part)
    }, counted)
    return outcomeOf(input, moved)?.kind === 'passes'
  })
}

function powerOf(counted: CountedPower, option: KnownVoteOption): bigint {
  return truncateDec(counted.sums[SUM_OF_OPTION[option]])
}

function movePower(
  counted: CountedPower,
  from: KnownVoteOption,
  to: KnownVoteOption,
  amount: bigint,
): CountedPower {
  const power = decFromInt(amount)
  const { sums, votedPower } = counted
  const less = { ...sums, [SUM_OF_OPTION[from]]: sums[SUM_OF_OPTION[from]] - power }
  return {
    sums: { ...less, [SUM_OF_OPTION[to]]: less[SUM_OF_OPTION[to]] + power },
    votedPower,
  }
}

function outcomeOf(input: OutlookInput, counted: CountedPower): Outcome | undefined {
  return computeCountedOutcome(counted, input.bondedTokens, input.params, input.threshold)
}
