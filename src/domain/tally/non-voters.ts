import type { Dec } from '../decimal.ts'
import { decFromInt, divideDec } from '../decimal.ts'
import type { Validator } from '../validator.ts'
import type { Vote } from '../vote.ts'
import { collectVotes } from './collect-votes.ts'
import { pickVotingValidators } from './voting-validators.ts'

/** A bonded validator that has not voted. Some of its delegators may have. */
export interface NonVoter {
  readonly operatorAddress: string
  readonly moniker: string
  /** All its stake, in base units. */
  readonly tokens: bigint
  /** This one's and all greater ones' together. */
  readonly cumulativeTokens: bigint
  /** Of the bonded pool; undefined when that is not known or zero. */
  readonly cumulativeShare: Dec | undefined
}

export interface NonVotersInput {
  readonly validators: readonly Validator[]
  readonly votes: readonly Vote[]
  readonly bondedTokens: bigint | undefined
}

/** Bonded validators without a vote of their own, the greatest first; equal ones by operator address. */
export function listNonVoters(input: NonVotersInput): readonly NonVoter[] {
  const { bondedTokens } = input
  const { byVoter } = collectVotes(input.votes)
  const { byOperator } = pickVotingValidators(input.validators, byVoter, undefined)
  const silent = [...byOperator.values()]
    // A vote without options counts for nothing (x/gov/keeper/tally.go).
    .filter(({ accountAddress }) => (byVoter.get(accountAddress)?.options.length ?? 0) === 0)
    .sort(compareByTokens)
  const pool =
    bondedTokens === undefined || bondedTokens <= 0n ? undefined : decFromInt(bondedTokens)
  let cumulativeTokens = 0n
  return silent.map(({ operatorAddress, moniker, tokens }) => {
    cumulativeTokens += tokens
    const cumulativeShare =
      pool === undefined ? undefined : divideDec(decFromInt(cumulativeTokens), pool)
    return { operatorAddress, moniker, tokens, cumulativeTokens, cumulativeShare }
  })
}

function compareByTokens(a: Validator, b: Validator): number {
  if (a.tokens !== b.tokens) return a.tokens > b.tokens ? -1 : 1
  return a.operatorAddress < b.operatorAddress ? -1 : a.operatorAddress > b.operatorAddress ? 1 : 0
}
